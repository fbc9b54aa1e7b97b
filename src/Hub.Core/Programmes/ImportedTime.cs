using System.Globalization;
using Hub.Core.Calendars;

namespace Hub.Core.Programmes;

/// <summary>How files say times.</summary>
internal static class ImportedTime
{
    private static readonly string[] Moments =
        ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd' 'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    private static readonly string[] Walls =
        ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss"];

    /// <param name="zone">IANA zone of a time without an offset.</param>
    /// <returns>UTC; null when it is no time.</returns>
    public static DateTime? Instant(string text, string zone)
    {
        if (DateTimeOffset.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment.UtcDateTime;
        }

        // Years nobody plans for are no times either: close to the ends of the calendar no zone can be asked.
        return DateTime.TryParseExact(text, Walls, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) && wall.Year is > 1900 and < 9000
            ? WallClock.Resolve(wall, zone).Earliest
            : null;
    }

    /// <summary>HH:MM or HH:MM:SS; seconds are left out.</summary>
    /// <returns>Null when it is none.</returns>
    public static int? Minutes(string text) =>
        text.Split(':') is { Length: 2 or 3 } parts && parts.All(p => p.Length is 1 or 2 && p.All(char.IsAsciiDigit))
            && int.Parse(parts[1], CultureInfo.InvariantCulture) is < 60 and var minutes
            ? (int.Parse(parts[0], CultureInfo.InvariantCulture) * 60) + minutes
            : null;
}
