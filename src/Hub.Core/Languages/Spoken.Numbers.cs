using System.Globalization;

namespace Hub.Core.Languages;

public static partial class Spoken
{
    private static readonly NumberFormatInfo FrenchNumbers = new()
    {
        NumberGroupSeparator = Thin,
        NumberDecimalSeparator = ",",
        NegativeSign = "\u2212",
    };

    private static readonly NumberFormatInfo EnglishNumbers = new() { NegativeSign = "\u2212" };

    private static NumberFormatInfo Numbers => English ? EnglishNumbers : FrenchNumbers;

    /// <summary>« 1 312 », “1,312”.</summary>
    public static string Number(long value) => value.ToString("N0", Numbers);

    /// <summary>Whether so many take the singular: « 0 vote », « 1 vote » in French; only “1 vote” in English, where it is “0 votes”.</summary>
    public static bool IsSingular(int count) => English ? count == 1 : count < 2;

    /// <summary>« 4,2 », “4.2”.</summary>
    public static string Number(decimal value, int decimals) => value.ToString($"N{decimals.ToString(CultureInfo.InvariantCulture)}", Numbers);

    /// <summary>A mark, a weight: two decimals at the most, and none that say nothing.</summary>
    public static string Figure(decimal value) => value.ToString("#,##0.##", Numbers);

    /// <summary>« 79 % », “79%”; the share is from 0 to 1.</summary>
    public static string Percent(decimal share) => Number(decimal.Round(share * 100), 0) + (English ? "%" : Nbsp + "%");

    /// <summary>« 9 400 € », “€9,400”; cents only where there are some.</summary>
    public static string Euros(decimal amount)
    {
        var number = Number(amount, amount == decimal.Truncate(amount) ? 0 : 2);
        return English ? "€" + number : number + Nbsp + "€";
    }

    /// <summary>« 1re », « 4e », “1st”, “4th”; French feminine, as in « 4e position ».</summary>
    public static string Rank(int rank)
    {
        var number = Number(rank);
        return English ? number + EnglishSuffix(rank) : number + (rank == 1 ? "re" : "e");
    }

    /// <summary>« 45 min », « 1 h 30 », “1 h 30 min”.</summary>
    public static string Duration(TimeSpan duration)
    {
        var (hours, minutes) = ((int)duration.TotalHours, duration.Minutes);
        var hour = $"{hours.ToString(CultureInfo.InvariantCulture)}{Nbsp}h";
        var minute = $"{minutes.ToString(CultureInfo.InvariantCulture)}{Nbsp}min";
        return (hours, minutes) switch
        {
            (0, _) => minute,
            (_, 0) => hour,
            _ when English => $"{hour} {minute}",
            _ => $"{hour}{Nbsp}{minutes.ToString("00", CultureInfo.InvariantCulture)}",
        };
    }

    private static string EnglishSuffix(int rank) => (rank % 100, rank % 10) switch
    {
        (11 or 12 or 13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
}
