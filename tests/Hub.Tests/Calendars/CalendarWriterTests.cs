using Hub.Core.Calendars;
using static Hub.Tests.Calendars.Samples;

namespace Hub.Tests.Calendars;

public sealed class CalendarWriterTests
{
    [Fact]
    public void A_feed_says_its_name_its_pace_and_where_it_comes_from()
    {
        var lines = Lines(new([Entry()])
        {
            Name = "Agenda, Rennes",
            RefreshInterval = TimeSpan.FromHours(4),
            Source = new("https://hub.example/agenda.ics?lang=fr,en;x"),
            Url = new("https://hub.example/été"),
        });

        Assert.Equal(
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hub//Hub//FR", "CALSCALE:GREGORIAN",
                @"NAME:Agenda\, Rennes", @"X-WR-CALNAME:Agenda\, Rennes", "X-WR-TIMEZONE:Europe/Paris",
                "REFRESH-INTERVAL;VALUE=DURATION:PT4H", "X-PUBLISHED-TTL:PT4H",
                "SOURCE;VALUE=URI:https://hub.example/agenda.ics?lang=fr,en;x", "URL:https://hub.example/%C3%A9t%C3%A9",
                "BEGIN:VTIMEZONE",
            ],
            lines[..12]);
    }

    [Fact]
    public void An_entry_is_written_whole()
    {
        var lines = Lines(new([Entry() with
        {
            Sequence = 3,
            CreatedAt = Utc(2027, 1, 2, 3, 4),
            Description = "Venir tôt, avec un projet",
            Location = "12, rue du Port ; Rennes",
            Url = new("https://hub.example/evenements/1,2"),
        }]));

        Assert.Equal(
            [
                "BEGIN:VEVENT", "UID:evt-1@hub.example", "DTSTAMP:20270115T093000Z", "SEQUENCE:3",
                "CREATED:20270102T030400Z", "LAST-MODIFIED:20270115T093000Z",
                "DTSTART;TZID=Europe/Paris:20270610T140000", "DTEND;TZID=Europe/Paris:20270610T160000",
                "SUMMARY:Atelier", @"DESCRIPTION:Venir tôt\, avec un projet", @"LOCATION:12\, rue du Port \; Rennes",
                "URL:https://hub.example/evenements/1,2", "STATUS:CONFIRMED", "TRANSP:OPAQUE", "END:VEVENT",
                "END:VCALENDAR", "",
            ],
            lines[Array.IndexOf(lines, "BEGIN:VEVENT")..]);
    }

    [Fact]
    public void A_file_without_name_or_pace_says_nothing_of_them() =>
        Assert.DoesNotContain(
            Lines(new([Entry()])),
            l => l.StartsWith("NAME", StringComparison.Ordinal) || l.StartsWith("REFRESH", StringComparison.Ordinal) || l.StartsWith("X-PUB", StringComparison.Ordinal));

    [Fact]
    public void A_feed_without_changes_keeps_its_octets()
    {
        Calendar feed = new([Entry()]) { Name = "Agenda", RefreshInterval = TimeSpan.FromMinutes(90) };

        Assert.Equal(CalendarWriter.WriteUtf8(feed), CalendarWriter.WriteUtf8(feed with { }));
        Assert.Contains("X-PUBLISHED-TTL:PT90M", Lines(feed));
    }

    [Fact]
    public void A_feed_has_no_method_and_names_nobody()
    {
        var text = CalendarWriter.Write(new([Invitation()]));

        Assert.DoesNotContain("METHOD", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ORGANIZER", text, StringComparison.Ordinal);
        Assert.DoesNotContain("camille", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_cancelled_entry_stays_in_the_feed_and_frees_the_time()
    {
        var entry = Entry() with { Status = CalendarStatus.Cancelled, Sequence = 4 };

        Assert.Equal("STATUS:CANCELLED", Line("STATUS", entry));
        Assert.Equal("SEQUENCE:4", Line("SEQUENCE", entry));
        Assert.Equal("TRANSP:TRANSPARENT", Line("TRANSP", entry));
    }

    [Fact]
    public void An_entry_of_a_public_agenda_may_leave_its_reader_free() =>
        Assert.Equal("TRANSP:TRANSPARENT", Line("TRANSP", Entry() with { BlocksTime = false, Status = CalendarStatus.Tentative }));

    [Fact]
    public void The_zones_used_come_once_each_before_the_entries()
    {
        var lines = Lines(new([Entry("a"), Entry("b", "Indian/Reunion"), Entry("c"), Entry("d", "Europe/Brussels")]));

        Assert.Equal(["TZID:Europe/Paris", "TZID:Indian/Reunion"], lines.Where(l => l.StartsWith("TZID:", StringComparison.Ordinal)));
        Assert.True(Array.LastIndexOf(lines, "END:VTIMEZONE") < Array.IndexOf(lines, "BEGIN:VEVENT"));
        Assert.DoesNotContain(lines, l => l.StartsWith("X-WR-TIMEZONE", StringComparison.Ordinal));
    }

    [Fact]
    public void A_zone_without_a_block_is_written_in_utc() =>
        Assert.Equal("DTSTART:20270610T120000Z", Line("DTSTART", Entry(zone: "Europe/Brussels")));

    [Fact]
    public void An_hour_that_happens_twice_is_written_in_utc()
    {
        var entry = Entry() with { StartsAt = Utc(2027, 10, 31, 0, 30), EndsAt = Utc(2027, 10, 31, 2, 0) };

        Assert.Equal("DTSTART:20271031T003000Z", Line("DTSTART", entry));
        Assert.Equal("DTSTART:20271031T013000Z", Line("DTSTART", entry with { StartsAt = entry.StartsAt.AddHours(1) }));
        Assert.Equal("DTEND;TZID=Europe/Paris:20271031T030000", Line("DTEND", entry));
        Assert.Contains("TZID:Europe/Paris", Lines(new([entry])));
        Assert.DoesNotContain("TZID:Europe/Paris", Lines(new([entry with { EndsAt = Utc(2027, 10, 31, 0, 45) }])));
    }

    [Fact]
    public void A_calendar_without_entries_still_has_a_component() =>
        Assert.Contains("BEGIN:VTIMEZONE", Lines(new([]) { Name = "Agenda" }));

    [Fact]
    public void What_readers_would_refuse_is_refused()
    {
        Assert.All(
            new Calendar[]
            {
                new([Entry() with { EndsAt = Entry().StartsAt }]),
                new([Entry() with { Uid = " " }]),
                new([Entry() with { Sequence = -1 }]),
                new([Entry(), Entry()]),
                new([Entry() with { LastModified = DateTime.SpecifyKind(Changed, DateTimeKind.Unspecified) }]),
                new([Entry() with { StartsAt = DateTime.SpecifyKind(Changed, DateTimeKind.Local) }]),
                new([Entry()]) { RefreshInterval = TimeSpan.FromSeconds(5) },
                new([Entry()]) { MessageCreatedAt = Changed },
            },
            calendar => Assert.Throws<ArgumentException>(() => CalendarWriter.Write(calendar)));
    }
}
