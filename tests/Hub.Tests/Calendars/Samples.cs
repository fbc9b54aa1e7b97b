using Hub.Core.Calendars;

namespace Hub.Tests.Calendars;

internal static class Samples
{
    /// <summary>A zero-width joiner holds four of these together; cut apart they are four people.</summary>
    public const string Family = "👨‍👩‍👧‍👦";

    public static readonly DateTime Changed = Utc(2027, 1, 15, 9, 30);

    public static DateTime Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);

    public static CalendarEntry Entry(string uid = "evt-1@hub.example", string zone = FrenchTimeZones.Paris) => new()
    {
        Uid = uid,
        LastModified = Changed,
        StartsAt = Utc(2027, 6, 10, 12, 0),
        EndsAt = Utc(2027, 6, 10, 14, 0),
        TimeZone = zone,
        Summary = "Atelier",
    };

    public static CalendarEntry Invitation() => Entry() with
    {
        Organizer = new("Maison des projets", "agenda@hub.example"),
        Attendee = new("Camille Exemple", "camille@hub.example", HasAccepted: true),
    };

    public static Calendar Mail(CalendarMethod method, CalendarEntry entry) =>
        new([entry]) { Method = method, MessageCreatedAt = Utc(2027, 2, 1, 8, 0) };

    /// <summary>The lines as a reader sees them, unfolded.</summary>
    public static string[] Lines(Calendar calendar) =>
        CalendarWriter.Write(calendar).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    public static string Line(string name, CalendarEntry entry) => Line(name, new Calendar([entry]));

    public static string Line(string name, Calendar calendar)
    {
        var lines = Lines(calendar);
        var first = Math.Max(0, Array.IndexOf(lines, "BEGIN:VEVENT"));
        return Assert.Single(lines[first..], l => l.StartsWith(name + ":", StringComparison.Ordinal) || l.StartsWith(name + ";", StringComparison.Ordinal));
    }
}
