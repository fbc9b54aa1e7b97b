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
        StringBuilder slug = new();
        foreach (var c in title.Normalize(NormalizationForm.FormKD))
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

        var words = slug.ToString(0, Math.Min(slug.Length, Length - 10)).Trim('-');
        return words.Length == 0 ? $"journee-{year}" : $"{words}-{year}";
    }
}
