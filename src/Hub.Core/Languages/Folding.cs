using System.Globalization;
using System.Text;

namespace Hub.Core.Languages;

/// <summary>Text as search compares it: accents and case do not count.</summary>
public static class Folding
{
    /// <summary>More words than this narrow no search any further.</summary>
    private const int MostWords = 5;

    public static string Fold(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark);
        return string.Concat(letters).Normalize().ToUpperInvariant();
    }

    /// <summary>The words of what somebody typed, folded, each of which must be found.</summary>
    public static IEnumerable<string> Words(string? typed) =>
        (typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(Fold);
}
