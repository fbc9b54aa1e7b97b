using System.Text;
using System.Text.RegularExpressions;

namespace Hub.Core.Notifications;

/// <summary>Header values that never leave their header: one line, ASCII, folded (RFC 5322, section 2.2; RFC 2047).</summary>
internal static partial class MimeText
{
    /// <summary>Octets of text in one encoded word: with a short header name, the line stays under 76 characters.</summary>
    private const int WordBytes = 39;

    private const int LongestPlain = 60;

    public static string Words(string text) => OneLine(text) is var line && IsPlain(line) ? line : Encode(line);

    /// <param name="name">Empty for an address alone.</param>
    public static string Mailbox(string name, string address)
    {
        var line = OneLine(name);
        return line.Length == 0 ? Address(address)
            : IsPlain(line) ? $"\"{line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"\r\n <{Address(address)}>"
            : $"{Encode(line)}\r\n <{Address(address)}>";
    }

    /// <exception cref="FormatException">No mail can travel there.</exception>
    public static string Address(string address) =>
        MailAddresses.ToHeader(address) ?? throw new FormatException("The address cannot travel in a mail header.");

    /// <summary>A file name as a parameter of a header (RFC 2231, section 4).</summary>
    public static string FileName(string name) =>
        IsPlain(name) && name.AsSpan().IndexOfAny('"', '\\') < 0 ? $"filename=\"{name}\"" : $"filename*=utf-8''{Uri.EscapeDataString(OneLine(name))}";

    private static string OneLine(string text) => LineBreakers().Replace(text, " ").Trim();

    private static bool IsPlain(string text) =>
        text.Length <= LongestPlain && text.All(c => c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal);

    private static string Encode(string text)
    {
        List<StringBuilder> words = [new()];
        var size = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            size += rune.Utf8SequenceLength;
            if (size > WordBytes)
            {
                words.Add(new());
                size = rune.Utf8SequenceLength;
            }

            words[^1].Append(rune.ToString());
        }

        return string.Join("\r\n ", words.Select(word => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(word.ToString()))}?="));
    }

    [GeneratedRegex(@"[\p{Cc}\p{Zl}\p{Zp}]+", RegexOptions.NonBacktracking)]
    private static partial Regex LineBreakers();
}
