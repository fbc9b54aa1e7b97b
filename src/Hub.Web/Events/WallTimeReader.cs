using System.Globalization;
using Hub.Core.Calendars;
using Hub.Core.Languages;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>What was typed, and the instant meant (UTC).</summary>
public sealed record WallMoment(DateTime Wall, DateTime Instant);

/// <summary>Reads wall times of one zone, and asks back where its clock jumps over a time or shows it twice.</summary>
public sealed class WallTimeReader(ModelStateDictionary errors, IStringLocalizer texts, string zone)
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "d/M/yyyy"];
    private static readonly string[] Times = ["H:mm", "H:mm:ss", "H'h'mm", "H'h'", "%H"];

    /// <summary>Where the clock shows a time twice, the first is meant and nobody is asked.</summary>
    public bool TakesFirst { get; init; }

    /// <returns>Null when nothing is meant, or when an error was added below <paramref name="field"/>.</returns>
    public WallMoment? Read(WallTimeInput input, string field, bool isRequired)
    {
        if (!isRequired && input is { Date: null, Time: null })
        {
            return null;
        }

        var isDate = DateOnly.TryParseExact(input.Date?.Trim(), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and < 2100;
        var isTime = TryTime(input.Time, out var time);
        if (!isDate)
        {
            errors.AddModelError($"{field}.Date", texts[$"DateMissing.{Last(field)}"]);
        }

        if (!isTime)
        {
            errors.AddModelError($"{field}.Time", texts[$"TimeMissing.{Last(field)}"]);
        }

        return isDate && isTime ? Place(input, field, date.ToDateTime(new(time.Hour, time.Minute))) : null;
    }

    private WallMoment? Place(WallTimeInput input, string field, DateTime wall)
    {
        var meaning = WallClock.Resolve(wall, zone);
        if (meaning.Gap is { } gap)
        {
            errors.AddModelError($"{field}.Time", texts[
                "TimeInGap", Spoken.ShortDate(wall), Spoken.Hour(wall), Zone, Spoken.Hour(gap.From), Spoken.Hour(gap.To), Spoken.Hour(wall + (gap.To - gap.From))]);
            return null;
        }

        if (TakesFirst || !meaning.IsAmbiguous)
        {
            return new(wall, meaning.Earliest);
        }

        input.Instants = [meaning.Earliest, meaning.Latest];
        input.Question = texts["TimeTwice", Spoken.ShortDate(wall), Spoken.Hour(wall), Zone];
        if (input.Instants.Any(i => WallTimeInput.Name(i) == input.Meant))
        {
            return new(wall, input.Instants.First(i => WallTimeInput.Name(i) == input.Meant));
        }

        errors.AddModelError($"{field}.Meant", input.Question);
        return null;
    }

    /// <summary>Where the clock hangs, as the sentence needs it: « à Paris ».</summary>
    private string Zone => texts[$"At.{zone}"] is { ResourceNotFound: false } known ? known : texts["AtPlace"];

    private static string Last(string field) => field[(field.LastIndexOf('.') + 1)..];

    /// <summary>As people write the time of day: 9, 9 h, 9 h 30, 9:30.</summary>
    public static bool TryTime(string? text, out TimeOnly time) =>
        TimeOnly.TryParseExact(string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
