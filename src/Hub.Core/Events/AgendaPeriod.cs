using System.Globalization;

namespace Hub.Core.Events;

/// <summary>A month or a year, by the date that clocks show where a day takes place.</summary>
/// <param name="Name">As addresses have it; some names move with the calendar.</param>
/// <param name="From">Wall date.</param>
/// <param name="Until">Wall date of the first day after it.</param>
public sealed record AgendaPeriod(string Name, DateTime From, DateTime Until)
{
    public const string ThisMonth = "ce-mois-ci";
    public const string NextMonth = "mois-prochain";

    /// <summary>Before and after, a calendar has no neighbour to lead to.</summary>
    private const int FirstYear = 1900, LastYear = 2999;

    public static AgendaPeriod OfMonth(DateTime wall)
    {
        DateTime first = new(wall.Year, wall.Month, 1, 0, 0, 0, DateTimeKind.Unspecified);
        return new(first.ToString("yyyy-MM", CultureInfo.InvariantCulture), first, first.AddMonths(1));
    }

    public static AgendaPeriod OfYear(int year)
    {
        DateTime first = new(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        return new(first.ToString("yyyy", CultureInfo.InvariantCulture), first, first.AddYears(1));
    }

    /// <param name="today">In Paris.</param>
    /// <returns>Null when nobody can make sense of the name.</returns>
    public static AgendaPeriod? Find(string name, DateTime today) => name switch
    {
        ThisMonth => OfMonth(today) with { Name = name },
        NextMonth => OfMonth(today.AddMonths(1)) with { Name = name },
        { Length: 4 } when Parse(name, "yyyy") is { } year => OfYear(year.Year),
        { Length: 7 } when Parse(name, "yyyy-MM") is { } month => OfMonth(month),
        _ => null,
    };

    public bool Overlaps(DateTime localStart, DateTime localEnd) => localStart < Until && localEnd >= From;

    private static DateTime? Parse(string name, string format) =>
        DateTime.TryParseExact(name, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= FirstYear and <= LastYear ? date : null;
}
