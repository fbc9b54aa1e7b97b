using Microsoft.AspNetCore.Identity;

namespace Hub.Core.Accounts;

/// <summary>Somebody who works in the hub and can sign in. Participants need none.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>May act for every organisation.</summary>
    public bool IsAdministrator { get; set; }

    /// <summary>BCP 47 tag of the language this person reads, for pages and mails.</summary>
    public string Language { get; set; } = "fr";
}
