using System.Globalization;
using Hub.Core.Programmes;

namespace Hub.Web.Events;

/// <summary>A day of the edition and two wall times, as typed; an empty row says nothing.</summary>
public sealed class SpeakerWindowInput
{
    /// <summary>ISO 8601.</summary>
    public string? Day { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(Until);

    internal static SpeakerWindowInput Of(SpeakerWindow window) => new() { Day = Name(window.From), From = Hour(window.From), Until = Hour(window.Until) };

    public static string Name(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="days">Of the edition.</param>
    /// <returns>Null when it is no time of these days, or ends before it begins.</returns>
    public SpeakerWindow? Read(IReadOnlyList<DateTime> days)
    {
        var day = days.FirstOrDefault(d => Name(d) == Day || days.Count == 1);
        return day != default && WallTimeReader.TryTime(From, out var from) && WallTimeReader.TryTime(Until, out var until) && from < until
            ? new(day.Add(from.ToTimeSpan()), day.Add(until.ToTimeSpan())) : null;
    }

    private static string Hour(DateTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
