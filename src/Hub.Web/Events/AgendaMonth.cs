using Hub.Core.Events;

namespace Hub.Web.Events;

/// <summary>A month as a calendar on the wall shows it.</summary>
/// <param name="First">Its first date.</param>
public sealed record AgendaMonth(DateTime First, IReadOnlyList<AgendaDay> Days)
{
    /// <summary>Weeks from Monday to Sunday; null is a date of another month.</summary>
    public IEnumerable<DateTime?[]> Weeks
    {
        get
        {
            var monday = First.AddDays(-(((int)First.DayOfWeek + 6) % 7));
            return Enumerable.Range(0, DateTime.DaysInMonth(First.Year, First.Month) + (First - monday).Days)
                .Select(n => monday.AddDays(n)).Chunk(7)
                .Select(week => Enumerable.Range(0, 7).Select(n => week[0].AddDays(n)).Select(date => date.Month == First.Month ? date : (DateTime?)null).ToArray());
        }
    }

    public IEnumerable<AgendaDay> On(DateTime date) => Days.Where(d => d.Edition.LocalStart.Date <= date && date <= d.Edition.LocalEnd.Date);

    /// <summary>Null beyond what calendars go to.</summary>
    public AgendaPeriod? Neighbour(int months)
    {
        var period = AgendaPeriod.OfMonth(First.AddMonths(months));
        return AgendaPeriod.Find(period.Name, First);
    }
}
