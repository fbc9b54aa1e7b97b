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

    /// <summary>When the person last signed in, UTC; until they do, when the hub first noticed the account, and null before.</summary>
    public DateTime? SignedInAt { get; set; }

    /// <summary>Since when nothing here leads to the person any more, UTC. The row stays, so that what it did keeps its author.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>Leaves the id alone. Nobody signs in with it again.</summary>
    public void Erase(DateTime now)
    {
        (UserName, NormalizedUserName) = ($"{Id:N}", $"{Id:N}".ToUpperInvariant());
        (Email, NormalizedEmail, EmailConfirmed, PhoneNumber, PhoneNumberConfirmed) = (null, null, false, null, false);
        (PasswordHash, SecurityStamp, ConcurrencyStamp) = (null, $"{Guid.NewGuid():N}", $"{Guid.NewGuid()}");
        (AuthenticatorKey, AuthenticatorStep, TwoFactorEnabled) = (null, 0, false);
        (LockoutEnd, AccessFailedCount, SignedInAt) = (null, 0, null);
        (IsAdministrator, ErasedAt) = (false, now);
    }
}
