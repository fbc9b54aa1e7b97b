using Hub.Core.Languages;

namespace Hub.Core.Territories;

/// <summary>One of the 18 régions of France.</summary>
/// <param name="Code">INSEE code, a string: "01" is Guadeloupe.</param>
/// <param name="Letters">Three letters for maps and lists.</param>
/// <param name="Name">With its capital letters and accents, without article, except where the article is part of the name.</param>
/// <param name="TimeZone">IANA zone of its clocks.</param>
/// <param name="Article">As Insee gives it.</param>
/// <param name="Preposition">What stands before the name for where something takes place.</param>
public sealed record Region(
    string Code, string Letters, string Name, string TimeZone = "Europe/Paris", Article Article = Article.None, string Preposition = "en")
{
    public static IReadOnlyList<Region> All { get; } =
    [
        new("84", "ARA", "Auvergne-Rhône-Alpes", Article: Article.Elided),
        new("27", "BFC", "Bourgogne-Franche-Comté"),
        new("53", "BRE", "Bretagne"),
        new("24", "CVL", "Centre-Val de Loire", Article: Article.Le),
        new("94", "COR", "Corse"),
        new("44", "GES", "Grand Est", Article: Article.Le, Preposition: "dans le"),
        new("01", "GUA", "Guadeloupe", "America/Guadeloupe", Article.La),
        new("03", "GUF", "Guyane", "America/Cayenne", Article.La),
        new("32", "HDF", "Hauts-de-France", Article: Article.Les, Preposition: "dans les"),
        new("11", "IDF", "Île-de-France", Article: Article.Elided),
        new("04", "REU", "La Réunion", "Indian/Reunion", Preposition: "à"),
        new("02", "MTQ", "Martinique", "America/Martinique", Article.La),
        new("06", "MAY", "Mayotte", "Indian/Mayotte", Preposition: "à"),
        new("28", "NOR", "Normandie"),
        new("75", "NAQ", "Nouvelle-Aquitaine", Article: Article.La),
        new("76", "OCC", "Occitanie", Article: Article.Elided),
        new("52", "PDL", "Pays de la Loire", Article: Article.Les, Preposition: "dans les"),
        new("93", "PAC", "Provence-Alpes-Côte d’Azur"),
    ];

    /// <summary>Its name in addresses: <c>la-reunion</c>.</summary>
    public string Slug { get; } = string.Concat(Folding.Fold(Name).Select(c => char.IsAsciiLetter(c) ? char.ToLowerInvariant(c) : '-'));

    /// <summary>Where something takes place: « en Bretagne », « dans le Grand Est ».</summary>
    public string In => $"{Preposition} {Name}";

    /// <summary>« de Bretagne », « du Grand Est ».</summary>
    public string Of => Article.Of(Name);

    /// <returns>Null when no region has this code.</returns>
    public static Region? Find(string code) => All.FirstOrDefault(r => r.Code == code);

    /// <returns>Null when no region has this name in addresses.</returns>
    public static Region? FindBySlug(string slug) => All.FirstOrDefault(r => r.Slug == slug);
}
