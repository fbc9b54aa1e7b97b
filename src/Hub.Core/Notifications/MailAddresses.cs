using System.Globalization;
using System.Text.RegularExpressions;

namespace Hub.Core.Notifications;

/// <summary>
/// The one rule for addresses we accept and write to, so that no form takes an address that no mail can reach: an
/// ASCII local part of 64 octets without quotes (RFC 5321, section 4.5.3.1.1), a domain name with a dot, which may
/// be written with accents (RFC 5891).
/// </summary>
public static partial class MailAddresses
{
    /// <summary>Longest address a mail can travel to (RFC 5321, section 4.5.3.1.3).</summary>
    public const int Length = 254;

    /// <returns>The address as it stands in a header; null when none can.</returns>
    public static string? ToHeader(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 1 || !LocalPart().IsMatch(address[..at]))
        {
            return null;
        }

        try
        {
            var domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(address[(at + 1)..]);
            return Domain().IsMatch(domain) && at + 1 + domain.Length <= Length ? $"{address[..at]}@{domain}" : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Same mailbox, same text, however its domain is spelt.</summary>
    public static string Normalize(string email) => (ToHeader(email.Trim()) ?? email.Trim().Normalize()).ToUpperInvariant();

    [GeneratedRegex(@"\A(?=.{1,64}\z)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LocalPart();

    [GeneratedRegex(@"\A([A-Za-z0-9-]{1,63}\.)+[A-Za-z][A-Za-z0-9-]{1,62}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Domain();
}
