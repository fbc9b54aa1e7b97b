using System.Text.RegularExpressions;

namespace Hub.Core.Territories;

/// <summary>What somebody typed to find a territory.</summary>
/// <param name="Words">Folded words of a name.</param>
/// <param name="Places">Beginnings of postal codes, or a département, beside the words, as in « Sainte-Colombe 17 ».</param>
/// <param name="Kind">When the words begin with it: « mairie de », « conseil départemental du ».</param>
internal sealed partial record PlaceQuery(string[] Words, string[] Places, TerritoryKind? Kind = null)
{
    public string Name { get; } = string.Join(' ', Words);

    /// <summary>Codes are typed with spaces, a SIRET begins with the SIREN.</summary>
    /// <returns>Null when it is not a code.</returns>
    public static string? ReadCode(string typed)
    {
        var code = string.Concat(typed.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return Codes().IsMatch(code) ? code.Length == 14 ? code[..9] : code : null;
    }

    public static PlaceQuery Read(string typed)
    {
        var words = PlaceNames.Fold(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var places = words.Where(w => w is "2A" or "2B" || (w.Length > 1 && w.All(char.IsAsciiDigit))).ToArray();
        return new([.. words.Except(places, StringComparer.Ordinal)], places);
    }

    /// <summary>The name alone, where a kind of body stands before it.</summary>
    public PlaceQuery? WithoutKind()
    {
        if (Lead().Match(Name) is not { Success: true } lead)
        {
            return null;
        }

        return new(Name[lead.Length..].Split(' '), Places, KindOf(lead.Groups["kind"].Value));
    }

    private static TerritoryKind KindOf(string words) => words switch
    {
        "VILLE" or "MAIRIE" or "COMMUNE" => TerritoryKind.Municipality,
        "DEPARTEMENT" or "CONSEIL DEPARTEMENTAL" => TerritoryKind.Department,
        "REGION" or "CONSEIL REGIONAL" => TerritoryKind.Region,
        _ => TerritoryKind.IntermunicipalBody,
    };

    [GeneratedRegex("^(?:[0-9]{2,5}|2[AB][0-9]{0,3}|[0-9]{9}|[0-9]{14})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Codes();

    [GeneratedRegex(
        "^(?<kind>VILLE|MAIRIE|COMMUNE|DEPARTEMENT|CONSEIL DEPARTEMENTAL|REGION|CONSEIL REGIONAL|METROPOLE|CC|CA|CU|AGGLOMERATION"
        + "|COMMUNAUTE (?:DE COMMUNES|D AGGLOMERATION|URBAINE))(?: DE L| DES| DU| DE| D)? (?=.)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lead();
}
