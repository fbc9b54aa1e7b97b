using Microsoft.AspNetCore.Identity;

namespace Hub.Core.Accounts;

/// <summary>Somebody who works in the hub and can sign in. Participants need none.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>May act for every organisation.</summary>
    public bool IsAdministrator { get; set; }

    /// <summary>Shared with the person's authenticator app, sealed; null: no code is asked for at the door.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>The last step of the clock whose code was used. A code works once (RFC 6238, section 5.2).</summary>
    public long AuthenticatorStep { get; set; }

    /// <summary>Since when an administrator keeps the account shut, UTC; null: it is open.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>Goes up with each link to choose a password, so that a new link ends the one before.</summary>
    public int LinkNumber { get; set; }

    /// <summary>BCP 47 tag of the language this person reads, for pages and mails.</summary>
    public string Language { get; set; } = "fr";
}
