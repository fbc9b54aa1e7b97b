namespace Hub.Core.Languages;

public static partial class Spoken
{
    /// <summary>« en mars 2027 », « de mars à juillet 2027 », « d’avril 2027 à janvier 2028 », “from March to July 2027”; both months are included.</summary>
    public static string MonthRange(DateTime first, DateTime last)
    {
        if (first.Year == last.Year && first.Month == last.Month)
        {
            return $"{(English ? "in" : "en")} {Month(first)}";
        }

        var start = first.Year == last.Year ? MonthName(first) : Month(first);
        return English ? $"from {start} to {Month(last)}" : $"{(start[0] is 'a' or 'o' ? "d’" : "de ")}{start} à {Month(last)}";
    }

    /// <summary>« lundi » to « dimanche », “Monday” to “Sunday”.</summary>
    public static IEnumerable<string> DaysOfWeek => Enumerable.Range(0, 7).Select(n => DayName(Monday.AddDays(n)));

    private static DateTime Monday => new(2027, 1, 4, 0, 0, 0, DateTimeKind.Unspecified);
}
