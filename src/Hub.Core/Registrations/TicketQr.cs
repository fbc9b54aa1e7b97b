using QRCoder;

namespace Hub.Core.Registrations;

/// <summary>Draws a ticket's code. Level Q survives a fold or a thumb.</summary>
public static class TicketQr
{
    /// <returns>SVG without size: the page decides.</returns>
    public static string Svg(string ticketCode)
    {
        using var qr = Draw(ticketCode);
        using SvgQRCode svg = new(qr);
        return svg.GetGraphic(8, "#000", "#fff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    public static byte[] Png(string ticketCode)
    {
        using var qr = Draw(ticketCode);
        using PngByteQRCode png = new(qr);
        return png.GetGraphic(8);
    }

    private static QRCodeData Draw(string ticketCode) =>
        QRCodeGenerator.GenerateQrCode(TicketCode.Prefix + ticketCode, QRCodeGenerator.ECCLevel.Q);
}
