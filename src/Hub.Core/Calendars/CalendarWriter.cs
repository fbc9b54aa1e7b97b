using System.Text;

namespace Hub.Core.Calendars;

/// <summary>Writes an iCalendar stream (RFC 5545, 5546, 7986). It knows the format and nothing of events.</summary>
public static class CalendarWriter
{
    /// <inheritdoc cref="Write"/>
    public static byte[] WriteUtf8(Calendar calendar) => Encoding.UTF8.GetBytes(Write(calendar));

    /// <exception cref="ArgumentException">The calendar breaks a rule of RFC 5545 or 5546; the message says which.</exception>
    public static string Write(Calendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        CalendarRules.Check(calendar);

        ContentLines lines = new();
        lines.Add("BEGIN:VCALENDAR");
        lines.Add("VERSION:2.0");
        lines.Add("PRODID:-//Hub//Hub//FR");
        lines.Add("CALSCALE:GREGORIAN");
        if (calendar.Method == CalendarMethod.None)
        {
            WriteSubscription(lines, calendar);
        }
        else
        {
            lines.Add($"METHOD:{calendar.Method.ToString().ToUpperInvariant()}");
        }

        foreach (var zone in ZonesUsed(calendar))
        {
            TimeZoneBlocks.Write(lines, zone);
        }

        foreach (var entry in calendar.Entries)
        {
            WriteEntry(lines, calendar, entry);
        }

        lines.Add("END:VCALENDAR");
        return lines.ToString();
    }

    /// <summary>What tells a subscriber the name and the pace: RFC 7986, and the older names Outlook and Apple read.</summary>
    private static void WriteSubscription(ContentLines lines, Calendar calendar)
    {
        lines.AddText("NAME", calendar.Name);
        lines.AddText("X-WR-CALNAME", calendar.Name);
        if (calendar.Entries.Select(e => e.TimeZone).Distinct().ToList() is [var zone] && TimeZoneBlocks.Has(zone))
        {
            lines.Add($"X-WR-TIMEZONE:{zone}");
        }

        if (calendar.RefreshInterval is { } interval)
        {
            var minutes = (long)interval.TotalMinutes;
            var duration = minutes % 60 == 0 ? $"PT{minutes / 60}H" : $"PT{minutes}M";
            lines.Add($"REFRESH-INTERVAL;VALUE=DURATION:{duration}");
            lines.Add($"X-PUBLISHED-TTL:{duration}");
        }

        lines.AddUri("SOURCE;VALUE=URI", calendar.Source);
        lines.AddUri("URL", calendar.Url);
    }

    private static void WriteEntry(ContentLines lines, Calendar calendar, CalendarEntry entry)
    {
        lines.Add("BEGIN:VEVENT");
        lines.AddText("UID", entry.Uid);
        lines.AddUtc("DTSTAMP", calendar.MessageCreatedAt ?? entry.LastModified);
        lines.Add($"SEQUENCE:{entry.Sequence}");
        if (entry.CreatedAt is { } created)
        {
            lines.AddUtc("CREATED", created);
        }

        lines.AddUtc("LAST-MODIFIED", entry.LastModified);
        WriteMoment(lines, "DTSTART", entry.StartsAt, entry.TimeZone);
        WriteMoment(lines, "DTEND", entry.EndsAt, entry.TimeZone);
        lines.AddText("SUMMARY", entry.Summary);
        lines.AddText("DESCRIPTION", entry.Description);
        lines.AddText("LOCATION", entry.Location);
        lines.AddUri("URL", entry.Url);
        lines.Add($"STATUS:{entry.Status.ToString().ToUpperInvariant()}");
        lines.Add(entry.BlocksTime && entry.Status != CalendarStatus.Cancelled ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT");
        if (calendar.Method != CalendarMethod.None)
        {
            WritePeople(lines, entry);
        }

        lines.Add("END:VEVENT");
    }

    /// <summary>Answers go nowhere, so none is asked for (RSVP).</summary>
    private static void WritePeople(ContentLines lines, CalendarEntry entry)
    {
        if (entry is { Organizer: { } organizer, Attendee: { } attendee })
        {
            var answer = attendee.HasAccepted ? "ACCEPTED" : "NEEDS-ACTION";
            lines.Add($"ORGANIZER;CN={ContentLines.Quote(organizer.Name)}:{Address(organizer.Mail)}");
            lines.Add($"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT={answer};RSVP=FALSE;CN={ContentLines.Quote(attendee.Name)}:{Address(attendee.Mail)}");
        }
    }

    private static void WriteMoment(ContentLines lines, string name, DateTime instant, string zone)
    {
        if (HasLocalForm(instant, zone))
        {
            lines.AddLocal(name, WallClock.ToWall(instant, zone), zone);
        }
        else
        {
            lines.AddUtc(name, instant);
        }
    }

    /// <summary>Mailto URI (RFC 6068); "+" is common in addresses and safe there.</summary>
    private static string Address(string mail) =>
        "mailto:" + Uri.EscapeDataString(mail).Replace("%40", "@", StringComparison.Ordinal).Replace("%2B", "+", StringComparison.Ordinal);

    /// <summary>A stream needs at least one component (RFC 5545, section 3.6): without entries a zone stands in.</summary>
    private static IEnumerable<string> ZonesUsed(Calendar calendar) => calendar.Entries.Count == 0
        ? [FrenchTimeZones.Paris]
        : calendar.Entries
            .Where(e => HasLocalForm(e.StartsAt, e.TimeZone) || HasLocalForm(e.EndsAt, e.TimeZone))
            .Select(e => e.TimeZone)
            .Distinct();

    /// <summary>
    /// A time that happens twice means its first occurrence by the RFC (section 3.3.5) and its second to the common
    /// libraries (ical.js, libical, icalendar): only UTC says it to all. So too a zone for which there is no block.
    /// </summary>
    private static bool HasLocalForm(DateTime instant, string zone) =>
        TimeZoneBlocks.Has(zone) && !WallClock.Resolve(WallClock.ToWall(instant, zone), zone).IsAmbiguous;
}
