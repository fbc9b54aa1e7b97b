using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Territories;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>What a list says of a day.</summary>
public sealed record AgendaDay(Edition Edition, DateTime Now)
{
    public EditionPhase Phase => Edition.PhaseAt(Now);

    /// <summary>For a seat, or for a place in the queue.</summary>
    public bool CanRegister => Phase is EditionPhase.RegistrationOpen && !Edition.IsFullForGoodAt(Now);

    private int SeatsLeft => Math.Max(Edition.Capacity - Edition.SeatsTaken, 0);

    /// <summary>Suffix of the status style; null where there is nothing to mark.</summary>
    public string? Kind => Phase switch
    {
        EditionPhase.RegistrationOpen when !Edition.IsFull => "ok",
        EditionPhase.RegistrationOpen or EditionPhase.Postponed => "warn",
        EditionPhase.Cancelled => "alert",
        _ => null,
    };

    public string Icon => Phase switch
    {
        EditionPhase.RegistrationOpen when !Edition.IsFull => "circle-check",
        EditionPhase.RegistrationOpen => "hourglass",
        EditionPhase.Postponed => "calendar-x",
        EditionPhase.Cancelled => "circle-alert",
        _ => "clock",
    };

    /// <summary>Where one stands with registration, in words.</summary>
    public string Status(IStringLocalizer texts) => Phase switch
    {
        EditionPhase.RegistrationOpen when Edition.IsFull => texts[CanRegister ? "Full" : "FullForGood"],
        EditionPhase.RegistrationOpen when SeatsLeft == 1 => texts["OpenLeftOne"],
        EditionPhase.RegistrationOpen => texts[SeatsLeft * 5 <= Edition.Capacity ? "OpenLeft" : "Open", Spoken.Number(SeatsLeft)],
        EditionPhase.Announced => texts["OpensOn", Spoken.DayAndMonth(Spoken.WallTime(Edition.RegistrationOpensAt ?? Edition.StartsAt, Edition.TimeZone))],
        EditionPhase.RegistrationClosed => texts["Closed"],
        var other => texts[$"{other}"],
    };

    private string? TownName => Edition.VenueAddress?.Split(',')[^1].Trim() ?? Edition.VenueName;

    public string Town(IStringLocalizer texts) => Edition.Format is EditionFormat.Remote ? texts["Online"] : TownName ?? "";

    /// <summary>Town and house; empty for a remote day.</summary>
    public string Venue => Edition.Format is EditionFormat.Remote ? "" : Line(TownName, Edition.VenueName == TownName ? null : Edition.VenueName);

    public string Place(IStringLocalizer texts)
    {
        var place = Line(TownName, Region.Find(Edition.RegionCode)?.Name);
        return Edition.Format switch
        {
            EditionFormat.Remote => texts["Online"],
            EditionFormat.Hybrid => texts["And", place],
            _ => place,
        };
    }

    /// <summary>The hours there; where clocks differ, in whose time, and what it is in Paris.</summary>
    public string Hours(IStringLocalizer texts)
    {
        var hours = Spoken.HourRange(Edition.LocalStart, Edition.LocalEnd);
        return Edition.TimeZone == "Europe/Paris"
            ? hours
            : $"{hours}, {Spoken.Zone(Edition.TimeZone)} ({texts["InParis", Spoken.Hour(Spoken.WallTime(Edition.StartsAt, "Europe/Paris"))]})";
    }

    private static string Line(params string?[] parts) => string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
}
