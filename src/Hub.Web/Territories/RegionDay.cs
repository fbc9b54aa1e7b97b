using Hub.Core.Events;
using Hub.Core.Languages;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Territories;

/// <summary>What the page of a région says of a day.</summary>
public sealed record RegionDay(Edition Edition, EditionPhase Phase)
{
    /// <summary>Suffix of the status style.</summary>
    public string Kind => Phase switch
    {
        EditionPhase.RegistrationOpen when !Edition.IsFull => "ok",
        EditionPhase.RegistrationOpen or EditionPhase.Postponed => "warn",
        EditionPhase.Cancelled => "alert",
        _ => "",
    };

    public string Status(IStringLocalizer texts) => texts[Phase is EditionPhase.RegistrationOpen && Edition.IsFull ? "Status.Full" : $"Status.{Phase}"];

    /// <summary>Without the région, which the page says.</summary>
    public string Place(IStringLocalizer texts)
    {
        var town = Edition.VenueAddress?.Split(',')[^1].Trim() ?? Edition.VenueName ?? "";
        return Edition.Format switch
        {
            EditionFormat.Remote => texts["Online"],
            EditionFormat.Hybrid => texts["And", town],
            _ => town,
        };
    }

    /// <summary>The hours there; where clocks differ, what it is in Paris.</summary>
    public string Hours(IStringLocalizer texts)
    {
        var hours = Spoken.HourRange(Edition.LocalStart, Edition.LocalEnd);
        return Edition.TimeZone == "Europe/Paris"
            ? hours
            : $"{hours}, {Spoken.Zone(Edition.TimeZone)} ({texts["InParis", Spoken.Hour(Spoken.WallTime(Edition.StartsAt, "Europe/Paris"))]})";
    }
}
