using Hub.Core.Languages;

namespace Hub.Templates.Registrations;

/// <summary>When a day takes place, in the words of the reader's language; wall times of the zone.</summary>
internal static class EditionWhen
{
    public static string Day(DateTime start, DateTime end) => start.Date == end.Date ? Spoken.Date(start) : Spoken.DateRange(start, end);

    public static string Hours(DateTime start, DateTime end, string timeZone) => $"{Spoken.HourRange(start, end)}, {Spoken.Zone(timeZone)}";
}
