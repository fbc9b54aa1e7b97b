using System.Globalization;
using Hub.Core.Calendars;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Hub.Web.Events;

/// <summary>A date and a time as typed, and the answer to « before or after the change of clocks? ».</summary>
public sealed class WallTimeInput
{
    public string? Date { get; set; }

    public string? Time { get; set; }

    /// <summary>Which of two instants is meant, as <see cref="Name"/> writes it.</summary>
    public string? Meant { get; set; }

    /// <summary>The question, when the clock shows this time twice.</summary>
    [BindNever]
    public string? Question { get; set; }

    /// <summary>Both instants, UTC; empty when the clock leaves no doubt.</summary>
    [BindNever]
    public IReadOnlyList<DateTime> Instants { get; set; } = [];

    public static string Name(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <param name="instant">UTC.</param>
    public static WallTimeInput From(DateTime? instant, string zone)
    {
        if (instant is not { } known)
        {
            return new();
        }

        var wall = WallClock.ToWall(known, zone);
        return new()
        {
            Date = wall.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Time = wall.ToString("HH:mm", CultureInfo.InvariantCulture),
            Meant = Name(known),
        };
    }
}
