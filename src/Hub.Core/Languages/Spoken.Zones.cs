namespace Hub.Core.Languages;

public static partial class Spoken
{
    /// <summary>IANA names of the French zones, and the places people name them by.</summary>
    private static readonly Dictionary<string, (string French, string English)> Zones = new(StringComparer.Ordinal)
    {
        ["Europe/Paris"] = ("de Paris", "Paris"),
        ["America/Guadeloupe"] = ("de Guadeloupe", "Guadeloupe"),
        ["America/Martinique"] = ("de Martinique", "Martinique"),
        ["America/Cayenne"] = ("de Guyane", "French Guiana"),
        ["America/Marigot"] = ("de Saint-Martin", "Saint Martin"),
        ["America/St_Barthelemy"] = ("de Saint-Barthélemy", "Saint Barthélemy"),
        ["America/Miquelon"] = ("de Saint-Pierre-et-Miquelon", "Saint Pierre and Miquelon"),
        ["Indian/Reunion"] = ("de La Réunion", "La Réunion"),
        ["Indian/Mayotte"] = ("de Mayotte", "Mayotte"),
        ["Indian/Kerguelen"] = ("des Kerguelen", "Kerguelen"),
        ["Pacific/Noumea"] = ("de Nouvelle-Calédonie", "New Caledonia"),
        ["Pacific/Wallis"] = ("de Wallis-et-Futuna", "Wallis and Futuna"),
        ["Pacific/Tahiti"] = ("de Tahiti", "Tahiti"),
        ["Pacific/Marquesas"] = ("des Marquises", "the Marquesas"),
        ["Pacific/Gambier"] = ("des Gambier", "the Gambier Islands"),
        ["Europe/Brussels"] = ("de Bruxelles", "Brussels"),
        ["Etc/UTC"] = ("universelle (UTC)", "UTC"),
        ["UTC"] = ("universelle (UTC)", "UTC"),
    };

    /// <summary>« heure de Paris », “Paris time”; a zone not listed is named by the city of its IANA name.</summary>
    public static string Zone(string iana)
    {
        var city = iana[(iana.LastIndexOf('/') + 1)..].Replace('_', ' ');
        var (french, english) = Zones.GetValueOrDefault(iana, ($"({city})", city));
        return English ? $"{english} time" : $"heure {french}";
    }

    /// <summary>The wall time of an instant (UTC) in an IANA zone.</summary>
    public static DateTime WallTime(DateTime utc, string iana) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(iana)), DateTimeKind.Unspecified);

    /// <summary>« jeudi 18 mars 2027 à 9 h 30, heure de Paris » for an instant (UTC).</summary>
    public static string Instant(DateTime utc, string iana) => $"{DateAndHour(WallTime(utc, iana))}, {Zone(iana)}";
}
