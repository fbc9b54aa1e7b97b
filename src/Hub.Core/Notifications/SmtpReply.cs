using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hub.Core.Notifications;

/// <summary>What the server said (RFC 5321, section 4.2).</summary>
public sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>The server is about to close, whatever was asked (RFC 5321, section 3.8).</summary>
    public const int Closing = 421;

    private const int LongestText = 400;

    public bool IsPositive => Code is >= 200 and < 300;

    public bool IsPermanent => Code is >= 500 and < 600;

    /// <summary>For people, on one line. A filter may quote what it refuses: addresses of pages are personal links, and are left out.</summary>
    public override string ToString()
    {
        StringBuilder text = new(Code.ToString(CultureInfo.InvariantCulture));
        text.Append(' ').AppendJoin(' ', Lines);
        var line = Masked(Odd().Replace(text.ToString(), " "));
        return line.Length > LongestText ? $"{line[..LongestText]}…" : line;
    }

    /// <summary>Without the addresses of pages.</summary>
    public static string Masked(string text) => PageAddress().Replace(text, "https://…");

    [GeneratedRegex(@"[\p{C}\p{Zl}\p{Zp}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Odd();

    [GeneratedRegex(@"https?://\S+|\S*/inscriptions/\S+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex PageAddress();
}

/// <summary>What the hub asked when the server answered otherwise than hoped.</summary>
public enum SmtpStep { Greeting, Hello, StartTls, Login, Sender, Addressee, Data, Content, Reset }

public sealed class SmtpRefusedException(SmtpStep step, SmtpReply reply) : Exception($"{step}: {reply}")
{
    public SmtpStep Step => step;

    public SmtpReply Reply => reply;
}

/// <summary>What came back is not SMTP, or lacks what the hub insists on.</summary>
public sealed class SmtpProtocolException(string message) : IOException(message);
