using Hub.Core.Events;

namespace Hub.Web.Events;

/// <summary>What the filters of the agenda know of a day. Wall times are those of its place.</summary>
public sealed record AgendaFacet(string RegionCode, string ThemeCode, EditionFormat Format, DateTime LocalStart, DateTime LocalEnd);

/// <summary>How many days each answer of a filter would leave, the other filters being what they are.</summary>
public sealed class AgendaFacets(IReadOnlyList<AgendaFacet> days, AgendaFilter filter)
{
    /// <summary>Whatever region, theme, format and period are asked for.</summary>
    public IReadOnlyList<AgendaFacet> All => days;

    public IReadOnlyList<AgendaFacet> Chosen { get; } = [.. days.Where(d => Fits(d, filter))];

    /// <summary>By INSEE code.</summary>
    public IReadOnlyDictionary<string, int> Regions { get; } = Count(days.Where(d => Fits(d, filter with { Region = null })), d => d.RegionCode);

    /// <summary>By code.</summary>
    public IReadOnlyDictionary<string, int> Themes { get; } = Count(days.Where(d => Fits(d, filter with { ThemeCode = null })), d => d.ThemeCode);

    public IReadOnlyDictionary<EditionFormat, int> Formats { get; } = Count(days.Where(d => Fits(d, filter with { Format = null })), d => d.Format);

    /// <summary>Months that days begin in, as their first date; the earliest first.</summary>
    public IEnumerable<DateTime> Months => days.Select(d => AgendaPeriod.OfMonth(d.LocalStart).From).Distinct().Order();

    /// <summary>The latest first.</summary>
    public IEnumerable<int> Years => days.Select(d => d.LocalStart.Year).Distinct().OrderDescending();

    public int During(AgendaPeriod period) => days.Count(d => Fits(d, filter with { Period = period }));

    /// <param name="month">Its first date.</param>
    public int BeginningIn(DateTime month) => Chosen.Count(d => AgendaPeriod.OfMonth(d.LocalStart).From == month);

    private static bool Fits(AgendaFacet day, AgendaFilter filter) =>
        (filter.Region is null || day.RegionCode == filter.Region.Code)
        && (filter.ThemeCode is null || day.ThemeCode == filter.ThemeCode)
        && (filter.Format is null || day.Format == filter.Format)
        && (filter.Period is null || filter.Period.Overlaps(day.LocalStart, day.LocalEnd));

    private static Dictionary<TKey, int> Count<TKey>(IEnumerable<AgendaFacet> days, Func<AgendaFacet, TKey> key) where TKey : notnull =>
        days.CountBy(key).ToDictionary();
}
