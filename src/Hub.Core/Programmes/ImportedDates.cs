using Hub.Core.Calendars;
using Hub.Core.Events;

namespace Hub.Core.Programmes;

/// <summary>On which dates the sessions of a file are, by the clock of the day.</summary>
/// <param name="First">Wall date.</param>
/// <param name="Last">Wall date.</param>
/// <param name="Away">How many of them are on no date of the day.</param>
/// <param name="Shift">Days by which all of them are later than the file says.</param>
public sealed record ImportedDates(DateTime First, DateTime Last, int Away, int Shift)
{
    /// <summary>The first one is not where the day begins.</summary>
    public bool CanShift(Edition edition) => Away > 0 && First != edition.LocalStart.Date;

    /// <param name="starts">UTC.</param>
    /// <param name="shifts">The first one is to be where the day begins.</param>
    /// <returns>Null when there is none.</returns>
    internal static ImportedDates? Of(Edition edition, IEnumerable<DateTime?> starts, bool shifts)
    {
        List<DateTime> dates = [.. starts.OfType<DateTime>().Where(IsPlanned).Select(s => WallClock.ToWall(s, edition.TimeZone).Date)];
        if (dates.Count == 0)
        {
            return null;
        }

        var shift = shifts ? (edition.LocalStart.Date - dates.Min()).Days : 0;
        return new(
            dates.Min().AddDays(shift), dates.Max().AddDays(shift),
            dates.Count(d => d.AddDays(shift) < edition.LocalStart.Date || d.AddDays(shift) > edition.LocalEnd.Date), shift);
    }

    /// <summary>Close to the ends of the calendar no zone can be asked, and nobody plans.</summary>
    internal static bool IsPlanned(DateTime start) => start.Year is > 1900 and < 9000;
}
