using Hub.Core.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Hub.Core.Registrations;

/// <summary>
/// The link that lets a person manage one registration. The database holds a hash to look it up and an encrypted
/// copy for later mails; whoever reads the tables alone opens nothing.
/// </summary>
public sealed class RegistrationLinks(IDataProtectionProvider protection, IOptions<HubOptions> hub)
{
    private readonly IDataProtector protector = protection.CreateProtector("Hub.Registrations.Link");

    public void Renew(Registration registration)
    {
        var token = Tokens.New();
        registration.Attach(Tokens.Hash(token), protector.Protect(token));
    }

    /// <summary>Its page, in the person's language.</summary>
    public Uri For(Registration registration) =>
        Page(registration.Language, $"/inscriptions/{protector.Unprotect(registration.ProtectedToken)}");

    /// <summary>The public page of a day.</summary>
    public Uri ForEdition(string slug, string language) => Page(language, $"/journees/{slug}");

    private Uri Page(string language, string path) => new(hub.Value.PublicOrigin, language == "en" ? $"/en{path}" : path);
}
