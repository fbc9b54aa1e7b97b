namespace Hub.Core.Events;

/// <summary>What an organiser writes about a day, apart from when it is and how many people it holds.</summary>
/// <param name="Tagline">One sentence under the title.</param>
/// <param name="ThemeCode">Code of the <see cref="Theme"/>.</param>
/// <param name="RegionCode">INSEE code of the région.</param>
/// <param name="Host">The local authority that receives the day.</param>
/// <param name="Access">How to get there and how accessible it is.</param>
/// <param name="RemoteLink">Where remote people join; shown to nobody who may not attend.</param>
/// <param name="Description">Markdown.</param>
/// <param name="Contact">Address of a person who answers, and to whom replies to mails go.</param>
public sealed record EditionFacts(
    string Title,
    string? Tagline,
    string ThemeCode,
    string RegionCode,
    string Host,
    EditionFormat Format,
    string? VenueName,
    string? VenueAddress,
    string? Access,
    string? RemoteLink,
    string? Description,
    string Contact)
{
    public const int LineLength = 300;
    public const int TextLength = 2000;
    public const int DescriptionLength = 20_000;

    /// <summary>Null: English pages show the French words, and say that they are French.</summary>
    public string? EnglishTitle { get; init; }

    public string? EnglishTagline { get; init; }

    /// <summary>Markdown.</summary>
    public string? EnglishDescription { get; init; }

    /// <summary>Facts that a calendar shows as the place.</summary>
    public (EditionFormat Format, string? VenueName, string? VenueAddress, string? RemoteLink) Place => (Format, VenueName, VenueAddress, RemoteLink);
}

public enum EditionFormat { OnSite, Hybrid, Remote }
