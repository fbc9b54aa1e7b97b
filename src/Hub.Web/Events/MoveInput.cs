using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hub.Core.Calendars;
using Hub.Core.Events;
using Hub.Core.Programmes;

namespace Hub.Web.Events;

/// <summary>Where and when a session is to take place, as typed or dropped.</summary>
public sealed class MoveInput
{
    /// <summary>Null: all rooms.</summary>
    [Display(Name = "Field.RoomId")]
    public Guid? RoomId { get; set; }

    /// <summary>Empty: back to the tray.</summary>
    public WallTimeInput Start { get; set; } = new();

    [Display(Name = "Field.Minutes")]
    public string? Minutes { get; set; }

    /// <summary>Of the card as it was read.</summary>
    public int? Revision { get; set; }

    /// <param name="date">Where the form begins for a session without a time.</param>
    /// <param name="plan">A session nobody has placed begins in its first room.</param>
    public static MoveInput From(PlannedSession session, DateTime date, ProgrammePlan plan, string zone) => new()
    {
        RoomId = session.Facts.RoomId ?? (session is { IsPlaced: false, Facts.Kind.IsPause: false } && plan.Rooms is [var first, ..] ? first.Id : null),
        Start = session.Facts.LocalStart is { } wall
            ? WallTimeInput.From(WallClock.Resolve(wall, zone).Earliest, zone)
            : new() { Date = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
        Minutes = session.Facts.Minutes.ToString(CultureInfo.InvariantCulture),
        Revision = session.Revision,
    };
}
