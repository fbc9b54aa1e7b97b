using System.Globalization;
using Hub.Core.Calendars;
using static Hub.Tests.Calendars.Samples;

namespace Hub.Tests.Calendars;

/// <summary>Reads each block by itself and compares it with the tables of the platform.</summary>
public sealed class TimeZoneBlockTests
{
    [Theory]
    [MemberData(nameof(Zones))]
    public void A_block_agrees_with_the_zone_at_every_hour_from_2024_to_2031(string zone)
    {
        var platform = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var changes = Changes(Block(zone));
        var last = Utc(2032, 1, 1, 0, 0);
        var index = 0;
        for (var instant = Utc(2024, 1, 1, 0, 0); instant < last; instant = instant.AddHours(1))
        {
            while (index + 1 < changes.Count && changes[index + 1].At <= instant)
            {
                index++;
            }

            Assert.True(platform.GetUtcOffset(instant) == changes[index].Offset, $"{zone} at {instant:u}");
        }
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void A_block_has_rules_and_no_list_of_dates(string zone)
    {
        var block = Block(zone);

        Assert.Contains("BEGIN:STANDARD", block);
        Assert.DoesNotContain(block, l => l.StartsWith("RDATE", StringComparison.Ordinal) || l.Contains("4SU", StringComparison.Ordinal));
        Assert.Equal(zone is FrenchTimeZones.Paris or "America/Miquelon" ? 2 : 0, block.Count(l => l.StartsWith("RRULE:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_zone_is_listed_once() => Assert.Equal(FrenchTimeZones.All.Count, FrenchTimeZones.All.Distinct().Count());

    public static TheoryData<string> Zones() => [.. FrenchTimeZones.All];

    private static string[] Block(string zone)
    {
        var lines = Lines(new([Entry(zone: zone)]));
        Assert.Contains($"TZID:{zone}", lines);
        return lines[Array.IndexOf(lines, "BEGIN:VTIMEZONE")..(Array.IndexOf(lines, "END:VTIMEZONE") + 1)];
    }

    /// <summary>When each offset begins, in order; understands just the rules the blocks are written with.</summary>
    private static List<(DateTime At, TimeSpan Offset)> Changes(string[] block)
    {
        List<(DateTime At, TimeSpan Offset)> changes = [];
        foreach (var begin in block.Index().Where(l => l.Item is "BEGIN:STANDARD" or "BEGIN:DAYLIGHT"))
        {
            var fields = block.Skip(begin.Index + 1).TakeWhile(l => !l.StartsWith("END:", StringComparison.Ordinal))
                .ToDictionary(l => l.Split(':')[0], l => l.Split(':')[1]);
            var start = DateTime.ParseExact(
                fields["DTSTART"], "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
            DateTime[] onsets = fields.TryGetValue("RRULE", out var rule)
                ? [.. Enumerable.Range(start.Year, 2032 - start.Year).Select(year => Onset(rule, year).Add(start.TimeOfDay))]
                : [start];
            Assert.Equal(start, onsets[0]);
            changes.AddRange(onsets.Select(o => (o - Offset(fields["TZOFFSETFROM"]), Offset(fields["TZOFFSETTO"]))));
        }

        return [.. changes.OrderBy(c => c.At)];
    }

    private static DateTime Onset(string rule, int year)
    {
        var parts = rule.Split(';').ToDictionary(p => p.Split('=')[0], p => p.Split('=')[1]);
        Assert.Equal("YEARLY", parts["FREQ"]);
        var month = int.Parse(parts["BYMONTH"], CultureInfo.InvariantCulture);
        var which = int.Parse(parts["BYDAY"].Replace("SU", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var sundays = Enumerable.Range(1, DateTime.DaysInMonth(year, month))
            .Select(day => Utc(year, month, day, 0, 0))
            .Where(day => day.DayOfWeek == DayOfWeek.Sunday)
            .ToList();
        return which < 0 ? sundays[^-which] : sundays[which - 1];
    }

    private static TimeSpan Offset(string text)
    {
        var size = TimeSpan.ParseExact(text[1..], "hhmm", CultureInfo.InvariantCulture);
        return text[0] == '-' ? -size : size;
    }
}
