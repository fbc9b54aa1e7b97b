using System.Globalization;
using System.Text.Json;
using Hub.Core.Events;

namespace Hub.Web.OpenData;

/// <summary>One day in /agenda.json. The names of the fields are a promise: see docs/open-data.md.</summary>
public sealed record OpenDay(
    Guid Id, string Uid, Uri Url, Uri Calendar, string Title, string? Tagline, string Theme, string Format, OpenRegion Region, string Host,
    OpenOrganisation Organisation, OpenVenue? Venue, string TimeZone, DateTime StartsAt, DateTime EndsAt, string LocalStart, string LocalEnd,
    string State, string? Reason, OpenRegistration Registration, int Sequence, DateTime UpdatedAt)
{
    private const string WallFormat = "yyyy-MM-dd'T'HH:mm";

    /// <param name="uidHost">Host of the UIDs in calendars.</param>
    /// <param name="now">UTC.</param>
    public static OpenDay Of(Edition edition, string organisation, string uidHost, Func<string, Uri> address, DateTime now) => new(
        edition.Id,
        $"edition-{edition.Id:N}@{uidHost}",
        address($"/journees/{edition.Slug}"),
        address($"/journees/{edition.Slug}.ics"),
        edition.Title,
        edition.Tagline,
        edition.ThemeCode,
        AgendaFilter.NameOf(edition.Format),
        new(edition.RegionCode, Core.Territories.Region.Find(edition.RegionCode)?.Name),
        edition.Host,
        new(edition.OrganisationId, organisation),
        edition.Format is EditionFormat.Remote ? null : new(edition.VenueName, edition.VenueAddress),
        edition.TimeZone,
        edition.StartsAt,
        edition.EndsAt,
        edition.LocalStart.ToString(WallFormat, CultureInfo.InvariantCulture),
        edition.LocalEnd.ToString(WallFormat, CultureInfo.InvariantCulture),
        Word(edition.State),
        edition.Reason,
        OpenRegistration.Of(edition, now),
        edition.Sequence,
        edition.RevisedAt.AddTicks(-(edition.RevisedAt.Ticks % TimeSpan.TicksPerSecond)));

    /// <summary><c>InProgress</c> becomes <c>in-progress</c>.</summary>
    private static string Word(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");
}

/// <param name="Code">INSEE code.</param>
public sealed record OpenRegion(string Code, string? Name);

public sealed record OpenOrganisation(Guid Id, string Name);

public sealed record OpenVenue(string? Name, string? Address);

/// <param name="OpensAt">UTC; null: from the announcement on.</param>
/// <param name="ClosesAt">UTC; null: until the day starts.</param>
public sealed record OpenRegistration(string State, DateTime? OpensAt, DateTime? ClosesAt, int Capacity, int SeatsLeft)
{
    public static OpenRegistration Of(Edition edition, DateTime now) => new(
        edition.PhaseAt(now) switch
        {
            EditionPhase.Announced => "not-yet-open",
            EditionPhase.RegistrationOpen => edition.IsFull ? "waiting-list" : "open",
            _ => "closed",
        },
        edition.RegistrationOpensAt,
        edition.RegistrationClosesAt,
        edition.Capacity,
        Math.Max(edition.Capacity - edition.SeatsTaken, 0));
}
