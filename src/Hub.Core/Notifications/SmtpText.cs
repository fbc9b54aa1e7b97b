using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hub.Core.Notifications;

/// <summary>What the dialogue is written with.</summary>
internal static class SmtpText
{
    private static readonly SearchValues<char> Unsafe = SearchValues.Create(" <>\r\n\0");
    private static readonly byte[] End = ".\r\n"u8.ToArray();

    /// <summary>The text as it travels: lines end in CR LF, a leading dot is doubled, a lone one ends it (RFC 5321, section 4.5.2).</summary>
    public static byte[] Stuffed(ReadOnlySpan<byte> content)
    {
        using MemoryStream stuffed = new(content.Length + 64);
        while (!content.IsEmpty)
        {
            var length = content.IndexOf((byte)'\n');
            var line = length < 0 ? content : content[..length];
            content = length < 0 ? [] : content[(length + 1)..];
            if (line.StartsWith("."u8))
            {
                stuffed.WriteByte((byte)'.');
            }

            stuffed.Write(line.EndsWith("\r"u8) ? line[..^1] : line);
            stuffed.Write("\r\n"u8);
        }

        stuffed.Write(End);
        return stuffed.ToArray();
    }

    /// <summary>An address that stays within its brackets.</summary>
    public static string Path(string address) => address.AsSpan().ContainsAny(Unsafe)
        ? throw new FormatException("The address cannot travel in an envelope.")
        : $"<{address}>";

    /// <summary>What MAIL FROM adds for this mail.</summary>
    /// <exception cref="MailRefusedException">The server cannot carry it.</exception>
    public static string Parameters(Envelope envelope, SmtpOffers offers)
    {
        var isEightBit = !Ascii.IsValid(envelope.Content);
        var isInternational = !Ascii.IsValid(envelope.From) || !Ascii.IsValid(envelope.To);
        return Parameter(isEightBit, "8BITMIME", " BODY=8BITMIME", offers) + Parameter(isInternational, "SMTPUTF8", " SMTPUTF8", offers);
    }

    /// <summary>This machine's side of the connection: needs no name that anybody could look up (RFC 5321, section 4.1.3).</summary>
    public static string Literal(IPEndPoint? here) => here?.Address switch
    {
        null => "[127.0.0.1]",
        { IsIPv4MappedToIPv6: true } mapped => $"[{mapped.MapToIPv4()}]",
        { AddressFamily: AddressFamily.InterNetworkV6 } six => $"[IPv6:{new IPAddress(six.GetAddressBytes())}]",
        var four => $"[{four}]",
    };

    private static string Parameter(bool needed, string extension, string parameter, SmtpOffers offers) =>
        !needed ? ""
        : offers.Has(extension) ? parameter
        : throw new MailRefusedException($"The server offers no {extension}, which this mail needs.", byAddressee: false);
}
