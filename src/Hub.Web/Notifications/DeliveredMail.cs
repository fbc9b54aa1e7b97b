using System.Text;
using System.Text.RegularExpressions;

namespace Hub.Web.Notifications;

/// <summary>Reads back the mails the hub writes, and only those: what others write may be folded and coded otherwise.</summary>
public sealed partial class DeliveredMail
{
    private DeliveredMail(string mail)
    {
        var end = mail.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Headers = ReadHeaders(mail[..end].Split("\r\n"));
        var body = mail[(end + 4)..];
        var boundary = Boundary().Match(Type);
        Parts = boundary.Success
            ? [.. body.Split($"--{boundary.Groups["text"].Value}")[1..^1].Select(part => new DeliveredMail(part[2..]))]
            : [];
        Content = boundary.Success ? "" : Encoding.UTF8.GetString(Convert.FromBase64String(body));
    }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    public IReadOnlyList<DeliveredMail> Parts { get; }

    /// <summary>Text of a part without parts; nonsense for a picture.</summary>
    public string Content { get; }

    public string Type => this["Content-Type"];

    public string? FileName => FileNamePattern().Match(this["Content-Disposition"]) is { Success: true } name ? name.Groups["text"].Value : null;

    public string this[string header] => Headers.FirstOrDefault(h => h.Key == header).Value ?? "";

    public static async Task<DeliveredMail> ReadAsync(string path, CancellationToken ct) => new(await File.ReadAllTextAsync(path, ct));

    public static IReadOnlyList<KeyValuePair<string, string>> ReadHeaders(string path) => ReadHeaders(File.ReadLines(path).TakeWhile(line => line.Length > 0));

    /// <summary>The part shown for a type, wherever it stands; null when there is none.</summary>
    public string? Find(string type) =>
        Type.StartsWith(type, StringComparison.Ordinal) ? Content : Parts.Select(part => part.Find(type)).FirstOrDefault(found => found is not null);

    private static KeyValuePair<string, string>[] ReadHeaders(IEnumerable<string> lines) =>
    [
        .. string.Join('\n', lines).Replace("\n ", " ", StringComparison.Ordinal).Split('\n')
            .Select(line => line.Split(": ", 2))
            .Select(header => KeyValuePair.Create(header[0], Decode(header[1]))),
    ];

    private static string Decode(string value) =>
        Word().Replace(value, word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value)));

    /// <summary>An encoded word, with the blank that only parts it from the next one (RFC 2047, section 6.2).</summary>
    [GeneratedRegex(@"=\?utf-8\?B\?(?<text>[^?]*)\?=( (?==\?))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex("boundary=\"(?<text>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Boundary();

    [GeneratedRegex("filename=\"(?<text>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FileNamePattern();
}
