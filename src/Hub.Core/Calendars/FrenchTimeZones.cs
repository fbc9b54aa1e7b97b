namespace Hub.Core.Calendars;

/// <summary>Zones of the territories of the French Republic, as IANA ids.</summary>
public static class FrenchTimeZones
{
    public const string Paris = "Europe/Paris";

    /// <summary>In the order a form shows them: mainland first, then by ocean. Each can be written in full in a calendar.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Paris,
        "America/Guadeloupe",
        "America/Martinique",
        "America/St_Barthelemy",
        "America/Marigot",
        "America/Cayenne",
        "America/Miquelon",
        "Indian/Reunion",
        "Indian/Mayotte",
        "Indian/Kerguelen",
        "Pacific/Noumea",
        "Pacific/Wallis",
        "Pacific/Tahiti",
        "Pacific/Marquesas",
        "Pacific/Gambier",
    ];
}
