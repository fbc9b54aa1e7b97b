using System.Text.RegularExpressions;
using Hub.Core.Languages;

namespace Hub.Core.Evaluations;

/// <summary>Names of organisations as people type them.</summary>
public static partial class OrganisationNames
{
    /// <summary>
    /// Equal for names that differ by case, accents, spaces and punctuation alone, and for a town by whichever of its names:
    /// « Rezé », « Ville de Rezé », « Mairie de Rezé ».
    /// </summary>
    public static string KeyOf(string name) => string.Concat(OfTown().Replace(Folding.Fold(name).Trim(), Article).Where(char.IsLetterOrDigit));

    /// <summary>« Ville du Havre » is « Le Havre ».</summary>
    private static string Article(Match town) => town.Groups["of"].Value switch { "DU" => "LE ", "DES" => "LES ", _ => "" };

    [GeneratedRegex(@"^(LA\s+)?(VILLE|COMMUNE|MAIRIE|MUNICIPALITE)\s+((?<of>DE|DU|DES)\s+|D['’]\s*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfTown();
}
