using System.Text;
using System.Text.RegularExpressions;

namespace Hub.Core.Languages;

/// <summary>The signs and spaces of French print, for showing what people typed. Never for codes, exports, or what is stored.</summary>
public static partial class Typography
{
    /// <summary>Sets apostrophes, ellipses and no-break spaces. Words that are addresses stay as they are; no space is added where none was.</summary>
    public static string French(string text)
    {
        var set = new StringBuilder(text.Length);
        var from = 0;
        foreach (var word in Word().EnumerateMatches(text))
        {
            var end = word.Index + word.Length;
            if (IsAddress(text.AsSpan(word.Index, word.Length)))
            {
                set.Append(Set(text[from..word.Index])).Append(text, word.Index, word.Length);
                from = end;
            }
        }

        return set.Append(Set(text[from..])).ToString();
    }

    private static bool IsAddress(ReadOnlySpan<char> word) =>
        word.Contains("://", StringComparison.Ordinal) || word.Contains('@') || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static string Set(string text)
    {
        text = Apostrophe().Replace(text, "\u2019").Replace("...", "…", StringComparison.Ordinal);
        text = HighSign().Replace(text, "\u202F");
        text = text.Replace(" :", "\u00A0:", StringComparison.Ordinal).Replace("« ", "«\u00A0", StringComparison.Ordinal).Replace(" »", "\u00A0»", StringComparison.Ordinal);
        text = NumberSign().Replace(text, "\u00A0");
        text = Thousands().Replace(text, "\u202F");
        text = Hour().Replace(text, m => $"{m.Groups["hour"].Value}\u00A0h{(m.Groups["minute"].Length == 0 ? "" : "\u00A0" + m.Groups["minute"].Value)}");
        return Unit().Replace(text, "\u00A0");
    }

    [GeneratedRegex(@"\S+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=\p{L})'(?=\p{L})", RegexOptions.None, 1000)]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"[ \u00A0](?=[;!?])", RegexOptions.None, 1000)]
    private static partial Regex HighSign();

    [GeneratedRegex(@"(?<=\b[nN]°) ", RegexOptions.None, 1000)]
    private static partial Regex NumberSign();

    [GeneratedRegex(@"(?<=\d) (?=\d{3}(?!\d))", RegexOptions.None, 1000)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\b(?<hour>\d{1,2}) ?h(?: ?(?<minute>\d{2}))?\b", RegexOptions.None, 1000)]
    private static partial Regex Hour();

    [GeneratedRegex(@"(?<=\d) (?=%|€|km\b|min\b|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)", RegexOptions.None, 1000)]
    private static partial Regex Unit();
}
