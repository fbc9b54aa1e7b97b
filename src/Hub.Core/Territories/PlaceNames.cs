using System.Text;
using System.Text.RegularExpressions;
using Hub.Core.Languages;

namespace Hub.Core.Territories;

/// <summary>Names of places as search compares them: capitals and single spaces, « Saint » in full.</summary>
internal static partial class PlaceNames
{
    public static string Fold(string name)
    {
        var letters = string.Create(name.Length, name, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                to[i] = char.IsAsciiLetterOrDigit(from[i]) ? char.ToUpperInvariant(from[i]) : char.IsLetter(from[i]) || IsMark(from[i]) ? from[i] : ' ';
            }
        });
        letters = Ascii.IsValid(letters) ? letters : Folding.Fold(letters).Replace("Œ", "OE", StringComparison.Ordinal).Replace("Æ", "AE", StringComparison.Ordinal);
        return string.Join(' ', letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word switch
        {
            "ST" => "SAINT",
            "STE" => "SAINTE",
            _ => word,
        }));
    }

    /// <summary>How many folded characters people leave out: « La » of « La Rochelle », « Communauté de communes du ».</summary>
    public static int Skip(string folded) => Lead().Match(folded).Length;

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    [GeneratedRegex("^(?:(?:COMMUNAUTE (?:DE COMMUNES|D AGGLOMERATION|URBAINE) (?:DES |DE |DU |D )?)|LE |LA |LES |L )(?=.)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lead();
}
