using System.Collections.Concurrent;

namespace Hub.Core.Calendars;

/// <summary>Between instants and the clock on a wall of some zone.</summary>
/// <remarks>Asks the zone only for offsets at instants: the rest follows, and holds for changes of law too.</remarks>
public static class WallClock
{
    /// <summary>Of all zones together; a hub has to do with this year and the next.</summary>
    private const int MostYears = 200;

    private const int DaysOfLongYear = 366;

    /// <summary>Offsets at each midnight (UTC) of a year and the one that ends it: where two are equal, nothing changes in between.</summary>
    private static readonly ConcurrentDictionary<(string Zone, int Year), TimeSpan[]> Midnights = new();

    /// <param name="utc">An instant, UTC.</param>
    /// <param name="zone">IANA id.</param>
    /// <returns>What the clock shows, of unspecified kind.</returns>
    /// <exception cref="TimeZoneNotFoundException">Nobody knows this zone.</exception>
    public static DateTime ToWall(DateTime utc, string zone) =>
        DateTime.SpecifyKind(utc + Offset(utc, TimeZoneInfo.FindSystemTimeZoneById(zone)), DateTimeKind.Unspecified);

    /// <param name="wall">What the clock shows; its kind is not looked at.</param>
    /// <param name="zone">IANA id.</param>
    /// <exception cref="TimeZoneNotFoundException">Nobody knows this zone.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is within a day of either end of the calendar.</exception>
    public static WallTime Resolve(DateTime wall, string zone)
    {
        var rules = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var shown = DateTime.SpecifyKind(wall, DateTimeKind.Utc);

        // No offset reaches a day, so a change that concerns this time lies between these two.
        var before = Offset(shown.AddDays(-1), rules);
        var after = Offset(shown.AddDays(1), rules);
        // On all but a few days of the year nothing changes.
        if (before == after && Offset(shown - before, rules) == before)
        {
            return new() { Earliest = shown - before, Latest = shown - before };
        }

        DateTime[] instants = [.. new[] { shown - before, shown - after }.Where(i => i + Offset(i, rules) == shown).Order()];
        return instants is []
            ? new() { Earliest = shown - before, Latest = shown - before, Gap = Gap(shown, before, after, rules) }
            : new() { Earliest = instants[0], Latest = instants[^1] };
    }

    /// <summary>Closes in on the change of offset, to the second.</summary>
    private static (DateTime From, DateTime To) Gap(DateTime shown, TimeSpan before, TimeSpan after, TimeZoneInfo rules)
    {
        var (old, changed) = (shown - after, shown - before);
        while (changed - old > TimeSpan.FromSeconds(1))
        {
            var middle = old + ((changed - old) / 2);
            (old, changed) = Offset(middle, rules) == before ? (middle, changed) : (old, middle);
        }

        var change = DateTime.SpecifyKind(changed.AddTicks(-(changed.Ticks % TimeSpan.TicksPerSecond)), DateTimeKind.Unspecified);
        return (change + before, change + after);
    }

    /// <summary>Asked several times for each entry of a calendar, mostly about the same few days of the same zone.</summary>
    private static TimeSpan Offset(DateTime utc, TimeZoneInfo rules)
    {
        var midnights = Midnights.GetOrAdd((rules.Id, utc.Year), static (key, rules) => AtMidnights(key.Year, rules), rules);
        if (Midnights.Count > MostYears)
        {
            Midnights.Clear();
        }

        var before = midnights[utc.DayOfYear - 1];
        return before == midnights[utc.DayOfYear] ? before : rules.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
    }

    private static TimeSpan[] AtMidnights(int year, TimeZoneInfo rules)
    {
        DateTime first = new(year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return [.. Enumerable.Range(0, DaysOfLongYear + 1).Select(n => rules.GetUtcOffset(first.AddTicks(Math.Min(n * TimeSpan.TicksPerDay, (DateTime.MaxValue - first).Ticks))))];
    }
}
