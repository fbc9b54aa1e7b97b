using System.Globalization;

namespace Hub.Core.Events;

/// <summary>How both writings of a schedule say times.</summary>
internal static class ScheduleFormat
{
    /// <summary>Version of the hub, as both name their generator.</summary>
    public static string Generator { get; } = typeof(ScheduleFormat).Assembly.GetName().Version!.ToString(3);

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>With the offset of the zone at that moment.</summary>
    public static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Clock(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>How long something takes, where a format wants HH:MM.</summary>
public static class ScheduleDuration
{
    extension(ScheduleTalk talk)
    {
        public string HoursAndMinutes => string.Create(CultureInfo.InvariantCulture, $"{(int)talk.Duration.TotalHours:00}:{talk.Duration.Minutes:00}");
    }
}
