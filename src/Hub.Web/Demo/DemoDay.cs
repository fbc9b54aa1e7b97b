using Hub.Core.Calendars;
using Hub.Core.Events;

namespace Hub.Web.Demo;

/// <summary>A day of the demo world. Everything in it is invented, but for the facts said of Vannes.</summary>
/// <param name="Weeks">Weeks from now.</param>
/// <param name="Weekday">Day of that week.</param>
/// <param name="Fate">What happens to it after its announcement.</param>
/// <param name="People">How many register; more than <paramref name="Capacity"/> makes a queue.</param>
public sealed record DemoDay(
    EditionFacts Facts, int Weeks, DayOfWeek Weekday, TimeOnly From, TimeOnly To, string TimeZone, int Capacity, int People, DemoFate Fate = DemoFate.Open)
{
    public EditionTimes TimesFrom(DateTime now)
    {
        var day = now.Date.AddDays(7 * Weeks);
        day = day.AddDays(((int)Weekday - (int)day.DayOfWeek + 7) % 7);
        while (day is { Month: 8 } or { Month: 12, Day: >= 18 } or { Month: 1, Day: <= 5 })
        {
            day = day.AddDays(7); // nobody meets in the holidays
        }

        return Times(day, From, To, TimeZone);
    }

    public static EditionTimes Times(DateTime day, TimeOnly from, TimeOnly to, string timeZone)
    {
        var (start, end) = (DateTime.SpecifyKind(day.Date, DateTimeKind.Unspecified) + from.ToTimeSpan(), DateTime.SpecifyKind(day.Date, DateTimeKind.Unspecified) + to.ToTimeSpan());
        return new(timeZone, start, end, WallClock.Resolve(start, timeZone).Earliest, WallClock.Resolve(end, timeZone).Latest);
    }
}

public enum DemoFate { Open, Draft, OpensLater, Closed, Postponed, Cancelled }
