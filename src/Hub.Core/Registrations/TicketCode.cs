using System.Security.Cryptography;

namespace Hub.Core.Registrations;

/// <summary>Twelve letters and digits without look-alikes (58 bits): short enough to say, too many to guess.</summary>
public static class TicketCode
{
    /// <summary>Opens every QR code of ours, so that a scanner tells it from any other.</summary>
    public const string Prefix = "HUB1.";

    public const int Length = 12;

    private const string Letters = "23456789BCDFGHJKLMNPQRSTVWXZ";

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>In groups of four, as printed.</summary>
    public static string Spell(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));

    /// <param name="text">What somebody typed, or a scanner read off a ticket.</param>
    /// <returns>The code in it; null when it is none.</returns>
    public static string? Read(string? text)
    {
        var typed = (text ?? "").Trim().ToUpperInvariant();
        var code = string.Concat((typed.StartsWith(Prefix, StringComparison.Ordinal) ? typed[Prefix.Length..] : typed).Where(c => c is not ('-' or ' ')));
        return code.Length == Length && code.All(Letters.Contains) ? code : null;
    }
}
