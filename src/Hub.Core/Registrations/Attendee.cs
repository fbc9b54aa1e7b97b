namespace Hub.Core.Registrations;

/// <summary>What a person says to come.</summary>
/// <param name="JobTitle">Function in the organisation.</param>
/// <param name="Needs">Optional; only serves to receive the person.</param>
public sealed record Attendee(
    string FirstName,
    string LastName,
    string Email,
    string Organisation,
    string JobTitle,
    string? Needs,
    bool AcceptsPhotos,
    bool WantsNews)
{
    public const int TerritoryLength = 40;
    public const int NameLength = 100;
    public const int EmailLength = 254;
    public const int LineLength = 200;
    public const int NeedsLength = 1000;

    public string Name => $"{FirstName} {LastName}";

    /// <summary>Code of the territory the person works for, as the gazetteer has it; null when they did not say.</summary>
    public string? TerritoryCode { get; init; }

    /// <summary>Null when the person did not say.</summary>
    public Sector? Sector { get; init; }

    /// <summary>Version of the words the person answered yes or no to; empty where nobody was asked.</summary>
    public string Asked { get; init; } = "";
}

/// <summary>What kind of body a person works for.</summary>
public enum Sector { LocalAuthority, PublicBody, NonProfit, Company }
