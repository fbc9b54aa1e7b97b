using Hub.Core.Events;

namespace Hub.Core.Registrations;

/// <summary>Draws a ticket's code.</summary>
public static class TicketQr
{
    /// <returns>SVG without size: the page decides.</returns>
    public static string Svg(string ticketCode) => QrDrawing.Svg(TicketCode.Prefix + ticketCode);

    public static byte[] Png(string ticketCode) => QrDrawing.Png(TicketCode.Prefix + ticketCode);
}
