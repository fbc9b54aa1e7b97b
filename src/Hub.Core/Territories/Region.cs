namespace Hub.Core.Territories;

/// <summary>One of the 18 régions of France.</summary>
/// <param name="Code">INSEE code, a string: "01" is Guadeloupe.</param>
/// <param name="Letters">Three letters for maps and lists.</param>
/// <param name="Name">With its capital letters and accents, without article, except where the article is part of the name.</param>
/// <param name="TimeZone">IANA zone of its clocks.</param>
public sealed record Region(string Code, string Letters, string Name, string TimeZone = "Europe/Paris")
{
    public static IReadOnlyList<Region> All { get; } =
    [
        new("84", "ARA", "Auvergne-Rhône-Alpes"),
        new("27", "BFC", "Bourgogne-Franche-Comté"),
        new("53", "BRE", "Bretagne"),
        new("24", "CVL", "Centre-Val de Loire"),
        new("94", "COR", "Corse"),
        new("44", "GES", "Grand Est"),
        new("01", "GUA", "Guadeloupe", "America/Guadeloupe"),
        new("03", "GUF", "Guyane", "America/Cayenne"),
        new("32", "HDF", "Hauts-de-France"),
        new("11", "IDF", "Île-de-France"),
        new("04", "REU", "La Réunion", "Indian/Reunion"),
        new("02", "MTQ", "Martinique", "America/Martinique"),
        new("06", "MAY", "Mayotte", "Indian/Mayotte"),
        new("28", "NOR", "Normandie"),
        new("75", "NAQ", "Nouvelle-Aquitaine"),
        new("76", "OCC", "Occitanie"),
        new("52", "PDL", "Pays de la Loire"),
        new("93", "PAC", "Provence-Alpes-Côte d’Azur"),
    ];

    /// <returns>Null when no region has this code.</returns>
    public static Region? Find(string code) => All.FirstOrDefault(r => r.Code == code);
}
