using System.Globalization;
using Hub.Core.Events;

namespace Hub.Web.Events;

/// <summary>The form of a day, as typed; <see cref="EditionReader"/> makes sense of it.</summary>
public sealed class EditionInput
{
    /// <summary>Only asked for a new day.</summary>
    public Guid? OrganisationId { get; set; }

    public string? Title { get; set; }
    public string? Tagline { get; set; }
    public Theme? Theme { get; set; }
    public string? RegionCode { get; set; }
    public string? Host { get; set; }
    public EditionFormat? Format { get; set; }
    public string? VenueName { get; set; }
    public string? VenueAddress { get; set; }
    public string? Access { get; set; }
    public string? RemoteLink { get; set; }
    public string? Description { get; set; }
    public string? Contact { get; set; }

    /// <summary>IANA zone; null for the region's.</summary>
    public string? TimeZone { get; set; }

    public WallTimeInput Start { get; set; } = new();
    public WallTimeInput End { get; set; } = new();
    public WallTimeInput Opens { get; set; } = new();
    public WallTimeInput Closes { get; set; } = new();
    public string? Capacity { get; set; }

    public static EditionInput From(Edition edition) => new()
    {
        Title = edition.Title,
        Tagline = edition.Tagline,
        Theme = edition.Theme,
        RegionCode = edition.RegionCode,
        Host = edition.Host,
        Format = edition.Format,
        VenueName = edition.VenueName,
        VenueAddress = edition.VenueAddress,
        Access = edition.Access,
        RemoteLink = edition.RemoteLink,
        Description = edition.Description,
        Contact = edition.Contact,
        TimeZone = edition.TimeZone,
        Start = WallTimeInput.From(edition.StartsAt, edition.TimeZone),
        End = WallTimeInput.From(edition.EndsAt, edition.TimeZone),
        Opens = WallTimeInput.From(edition.RegistrationOpensAt, edition.TimeZone),
        Closes = WallTimeInput.From(edition.RegistrationClosesAt, edition.TimeZone),
        Capacity = edition.Capacity.ToString(CultureInfo.InvariantCulture),
    };
}
