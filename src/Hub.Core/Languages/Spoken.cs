using System.Globalization;

namespace Hub.Core.Languages;

/// <summary>Dates, hours and numbers as people write them, in the language of <see cref="CultureInfo.CurrentUICulture"/>: English, else French.</summary>
public static partial class Spoken
{
    private const string Nbsp = "\u00A0";
    private const string Thin = "\u202F";
    private const string Dash = Nbsp + "\u2013 ";

    private static readonly string[] FrenchDays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    private static readonly string[] FrenchMonths =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly string[] FrenchShortMonths =
        ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

    public static bool English => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>« jeudi 18 mars 2027 », “Thursday 18 March 2027”; wall time.</summary>
    public static string Date(DateTime wall) => $"{DayName(wall)} {ShortDate(wall)}";

    public static string Date(DateOnly day) => Date(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>« 1er mai 2027 », “1 May 2027”.</summary>
    public static string ShortDate(DateTime wall) => $"{DayAndMonth(wall)} {wall.Year.ToString(CultureInfo.InvariantCulture)}";

    public static string ShortDate(DateOnly day) => ShortDate(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>« 1er mai », “1 May”.</summary>
    public static string DayAndMonth(DateTime wall) => $"{DayNumber(wall)}{(English ? " " : Nbsp)}{MonthName(wall)}";

    /// <summary>« jeudi », “Thursday”.</summary>
    public static string DayName(DateTime wall) => English ? wall.ToString("dddd", CultureInfo.InvariantCulture) : FrenchDays[(int)wall.DayOfWeek];

    /// <summary>« jeu. », “Thu”: for the hexagon.</summary>
    public static string ShortDayName(DateTime wall) => $"{DayName(wall)[..3]}{(English ? "" : ".")}";

    /// <summary>« mars 2027 », “March 2027”.</summary>
    public static string Month(DateTime wall) => $"{MonthName(wall)} {wall.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>« juil. », “Jul”: for the hexagon.</summary>
    public static string ShortMonth(DateTime wall) =>
        English ? wall.ToString("MMM", CultureInfo.InvariantCulture) : FrenchShortMonths[wall.Month - 1];

    /// <summary>« du 4 au 6 juillet 2026 », “4–6 July 2026”; one day alone is written whole. Both days are included.</summary>
    public static string DateRange(DateTime first, DateTime last)
    {
        if (first.Date == last.Date)
        {
            return Date(first);
        }

        var sameMonth = first.Year == last.Year && first.Month == last.Month;
        var start = sameMonth ? DayNumber(first) : first.Year == last.Year ? DayAndMonth(first) : ShortDate(first);
        return English ? $"{start}{(sameMonth ? "\u2013" : " \u2013 ")}{ShortDate(last)}" : $"du{Nbsp}{start} au{Nbsp}{ShortDate(last)}";
    }

    /// <summary>« 9 h 30 », « 9 h », “09:30”.</summary>
    public static string Hour(DateTime wall) => Hour(TimeOnly.FromDateTime(wall));

    public static string Hour(TimeOnly time)
    {
        if (English)
        {
            return time.ToString("HH:mm", CultureInfo.InvariantCulture);
        }

        var hour = $"{time.Hour.ToString(CultureInfo.InvariantCulture)}{Nbsp}h";
        return time.Minute == 0 ? hour : $"{hour}{Nbsp}{time.Minute.ToString("00", CultureInfo.InvariantCulture)}";
    }

    /// <summary>« 8 h 30 – 17 h 30 », “08:30–17:30”.</summary>
    public static string HourRange(DateTime start, DateTime end) => Hour(start) + (English ? "\u2013" : Dash) + Hour(end);

    /// <summary>« jeudi 18 mars 2027 à 9 h 30 », “Thursday 18 March 2027, 09:30”.</summary>
    public static string DateAndHour(DateTime wall) => English ? $"{Date(wall)}, {Hour(wall)}" : $"{Date(wall)} à {Hour(wall)}";

    private static string DayNumber(DateTime wall) =>
        wall.Day == 1 && !English ? "1er" : wall.Day.ToString(CultureInfo.InvariantCulture);

    private static string MonthName(DateTime wall) =>
        English ? wall.ToString("MMMM", CultureInfo.InvariantCulture) : FrenchMonths[wall.Month - 1];
}
