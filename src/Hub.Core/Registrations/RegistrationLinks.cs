using Hub.Core.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Hub.Core.Registrations;

/// <summary>
/// The link that lets a person manage one registration. The database holds a hash to look it up and an encrypted
/// copy for later mails; whoever reads this table alone opens nothing.
/// </summary>
public sealed class RegistrationLinks(IDataProtectionProvider protection, IOptions<HubOptions> hub)
{
    private const string FeedPurpose = "Hub.Registrations.Feed";

    private readonly IDataProtector protector = protection.CreateProtector("Hub.Registrations.Link");

    /// <summary>
    /// The secret in the address of the registration's calendar. Whoever has the link can work it out, and nobody the
    /// link from it: a calendar program may pass it on and gives no right away. It dies with the link.
    /// </summary>
    public static string FeedToken(string token) => Tokens.Derive(token, FeedPurpose);

    /// <summary>
    /// A new secret. Made before the operation that stores it: encrypting may itself have to write a key, and would
    /// wait for ever behind a transaction of its own caller.
    /// </summary>
    public RegistrationLink New()
    {
        var token = Tokens.New();
        return new(Tokens.Hash(token), protector.Protect(token), Tokens.Hash(FeedToken(token)));
    }

    /// <summary>Its page, in the person's language.</summary>
    public Uri For(Registration registration) =>
        Page(registration.Language, PathOf(registration));

    /// <summary>Path of its page, without the language.</summary>
    public string PathOf(Registration registration) => $"/inscriptions/{protector.Unprotect(registration.ProtectedToken)}";

    /// <summary>Where the mail on the eve is refused.</summary>
    public Uri ForReminder(Registration registration) => new($"{For(registration)}/rappel");

    /// <summary>The public page of a day.</summary>
    public Uri ForEdition(string slug, string language) => Page(language, $"/journees/{slug}");

    private Uri Page(string language, string path) => new(hub.Value.PublicOrigin, language == "en" ? $"/en{path}" : path);
}

/// <param name="TokenHash">Finds the registration by its link.</param>
/// <param name="ProtectedToken">The secret, encrypted.</param>
/// <param name="FeedHash">Finds the registration by the address of its calendar.</param>
public sealed record RegistrationLink(string TokenHash, string ProtectedToken, string FeedHash);
