using System.Globalization;
using System.Text;

namespace Hub.Core.Calendars;

/// <summary>Content lines as they travel: escaped, folded, ended by CRLF (RFC 5545, section 3.1).</summary>
internal sealed class ContentLines
{
    /// <summary>Longest line in octets of UTF-8, its line break left out.</summary>
    private const int MaxOctets = 75;

    private readonly StringBuilder text = new();

    /// <summary>
    /// Adds a line whose value needs no escape. Cuts between characters, never inside one, and opens each further line
    /// with a space. A control character would break the line or the reader: none passes.
    /// </summary>
    public void Add(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (Rune.IsControl(rune))
            {
                continue;
            }

            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    /// <summary>Adds nothing when there is no text.</summary>
    public void AddText(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            Add($"{name}:{Escape(value)}");
        }
    }

    /// <summary>Adds a URI, which is not escaped like text (section 3.3.13), or nothing.</summary>
    public void AddUri(string name, Uri? value)
    {
        if (value is not null)
        {
            Add($"{name}:{value.AbsoluteUri}");
        }
    }

    /// <summary>FORM #2, date with UTC time (section 3.3.5).</summary>
    /// <exception cref="ArgumentException">The instant does not say that it is UTC.</exception>
    public void AddUtc(string name, DateTime instant)
    {
        if (instant.Kind != DateTimeKind.Utc)
        {
            throw new ArgumentException($"{name} is not in UTC.", nameof(instant));
        }

        Add(string.Create(CultureInfo.InvariantCulture, $"{name}:{instant:yyyyMMdd'T'HHmmss'Z'}"));
    }

    /// <summary>FORM #3, date with local time and time zone reference (section 3.3.5).</summary>
    public void AddLocal(string name, DateTime wall, string zone) =>
        Add(string.Create(CultureInfo.InvariantCulture, $"{name};TZID={zone}:{wall:yyyyMMdd'T'HHmmss}"));

    /// <summary>A parameter value in quotes, with the escapes of RFC 6868, since it may hold no quote itself.</summary>
    public static string Quote(string value) =>
        '"' + value.Replace("^", "^^", StringComparison.Ordinal)
            .Replace("\"", "^'", StringComparison.Ordinal)
            .Replace('\t', ' ')
            .ReplaceLineEndings("^n") + '"';

    public override string ToString() => text.ToString();

    /// <summary>TEXT escapes (section 3.3.11), the backslash before those that add one.</summary>
    private static string Escape(string value) => value
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace(";", @"\;", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal)
        .Replace('\t', ' ')
        .ReplaceLineEndings(@"\n");
}
