using System.Globalization;

namespace Hub.Core.Programmes;

/// <summary>Which characters a programme can hold: databases, calendars and the subjects of mails have to carry them.</summary>
internal static class ImportCharacters
{
    /// <summary>Text on one line.</summary>
    public static bool FitLine(string text) => Fit(text, c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    /// <summary>Text of several lines.</summary>
    public static bool FitText(string text) => Fit(text, c => c is '\n' or '\t' || !char.IsControl(c));

    /// <summary>What the hub itself could have stored.</summary>
    public static bool AreStorable(string text) => Fit(text, c => c != '\0');

    private static bool Fit(string text, Func<char, bool> isFit)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) ? !char.IsSurrogatePair(text, i++) : text[i] is '\uFFFE' or '\uFFFF' || !isFit(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
