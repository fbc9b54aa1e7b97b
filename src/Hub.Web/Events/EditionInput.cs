using System.ComponentModel.DataAnnotations;
using Hub.Core.Events;

namespace Hub.Web.Events;

/// <summary>The form of a day, as typed; <see cref="EditionReader"/> makes sense of it.</summary>
public sealed class EditionInput
{
    /// <summary>Only asked for a new day.</summary>
    [Display(Name = "Field.OrganisationId")]
    public Guid? OrganisationId { get; set; }

    [Display(Name = "Field.Title")]
    public string? Title { get; set; }

    [Display(Name = "Field.Tagline")]
    public string? Tagline { get; set; }

    [Display(Name = "Field.Theme")]
    public string? Theme { get; set; }

    [Display(Name = "Field.RegionCode")]
    public string? RegionCode { get; set; }

    [Display(Name = "Field.Host")]
    public string? Host { get; set; }

    [Display(Name = "Field.Format")]
    public EditionFormat? Format { get; set; }

    [Display(Name = "Field.VenueName")]
    public string? VenueName { get; set; }

    [Display(Name = "Field.VenueAddress")]
    public string? VenueAddress { get; set; }

    [Display(Name = "Field.Access")]
    public string? Access { get; set; }

    [Display(Name = "Field.RemoteLink")]
    public string? RemoteLink { get; set; }

    [Display(Name = "Field.Description")]
    public string? Description { get; set; }

    [Display(Name = "Field.EnglishTitle")]
    public string? EnglishTitle { get; set; }

    [Display(Name = "Field.EnglishTagline")]
    public string? EnglishTagline { get; set; }

    [Display(Name = "Field.EnglishDescription")]
    public string? EnglishDescription { get; set; }

    [Display(Name = "Field.Contact")]
    public string? Contact { get; set; }

    /// <summary>IANA zone; null for the region's.</summary>
    [Display(Name = "Field.TimeZone")]
    public string? TimeZone { get; set; }

    public WallTimeInput Start { get; set; } = new();

    public WallTimeInput End { get; set; } = new();

    public WallTimeInput Opens { get; set; } = new();

    public WallTimeInput Closes { get; set; } = new();

    /// <summary>Only asked for a new day.</summary>
    [Display(Name = "Field.Capacity")]
    public string? Capacity { get; set; }

    public static EditionInput From(Edition edition) => new()
    {
        Title = edition.Title,
        Tagline = edition.Tagline,
        Theme = edition.ThemeCode,
        RegionCode = edition.RegionCode,
        Host = edition.Host,
        Format = edition.Format,
        VenueName = edition.VenueName,
        VenueAddress = edition.VenueAddress,
        Access = edition.Access,
        RemoteLink = edition.RemoteLink,
        Description = edition.Description,
        EnglishTitle = edition.EnglishTitle,
        EnglishTagline = edition.EnglishTagline,
        EnglishDescription = edition.EnglishDescription,
        Contact = edition.Contact,
        TimeZone = edition.TimeZone,
        Start = WallTimeInput.From(edition.StartsAt, edition.TimeZone),
        End = WallTimeInput.From(edition.EndsAt, edition.TimeZone),
        Opens = WallTimeInput.From(edition.RegistrationOpensAt, edition.TimeZone),
        Closes = WallTimeInput.From(edition.RegistrationClosesAt, edition.TimeZone),
    };
}
