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
    public const int NameLength = 100;
    public const int EmailLength = 254;
    public const int LineLength = 200;
    public const int NeedsLength = 1000;
}
