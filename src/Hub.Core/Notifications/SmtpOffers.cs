namespace Hub.Core.Notifications;

/// <summary>What the server says it can do, in its answer to EHLO (RFC 5321, section 4.1.1.1).</summary>
internal sealed class SmtpOffers(SmtpReply reply)
{
    public static readonly SmtpOffers None = new(new(250, []));

    private readonly string[][] lines = [.. reply.Lines.Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    public bool Has(string extension) => Array.Exists(lines, words => words is [var first, ..] && first.Equals(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>A way to log in (RFC 4954, section 3).</summary>
    public bool HasLogin(string mechanism) => Array.Exists(lines, words =>
        words is [var first, .. var others] && first.Equals("AUTH", StringComparison.OrdinalIgnoreCase) && others.Contains(mechanism, StringComparer.OrdinalIgnoreCase));
}
