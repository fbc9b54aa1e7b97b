using QRCoder;

namespace Hub.Core.Events;

/// <summary>QR codes of what people carry from one device to another. Level Q survives a fold or a thumb.</summary>
public static class QrDrawing
{
    /// <returns>SVG without size: the page decides.</returns>
    public static string Svg(string text)
    {
        using var qr = Draw(text, QRCodeGenerator.ECCLevel.Q);
        return Svg(qr);
    }

    /// <summary>For a long address shown on a screen, where nothing covers it: fewer, larger squares.</summary>
    public static string SvgOf(Uri address)
    {
        using var qr = Draw(address.AbsoluteUri, QRCodeGenerator.ECCLevel.L);
        return Svg(qr);
    }

    public static byte[] Png(string text)
    {
        using var qr = Draw(text, QRCodeGenerator.ECCLevel.Q);
        using PngByteQRCode png = new(qr);
        return png.GetGraphic(8);
    }

    private static string Svg(QRCodeData qr)
    {
        using SvgQRCode svg = new(qr);
        return svg.GetGraphic(8, "#000", "#fff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    private static QRCodeData Draw(string text, QRCodeGenerator.ECCLevel level) => QRCodeGenerator.GenerateQrCode(text, level);
}
