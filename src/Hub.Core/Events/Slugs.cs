using System.Globalization;
using System.Text;

namespace Hub.Core.Events;

/// <summary>Names in addresses.</summary>
public static class Slugs
{
    public const int Length = 80;

    /// <summary>« Journée d’été » in 2027 becomes <c>journee-d-ete-2027</c>.</summary>
    public static string From(string title, int year)
    {
        var words = Of(title, Length - 10);
        return words.Length == 0 ? $"journee-{year}" : $"{words}-{year}";
    }

    /// <summary>Small letters, digits and hyphens; empty when the words hold none of them.</summary>
    public static string Of(string words, int length)
    {
        StringBuilder slug = new();
        foreach (var c in words.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString(0, Math.Min(slug.Length, length)).Trim('-');
    }
}
