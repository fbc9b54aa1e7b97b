using Hub.Core.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Hub.Core.Evaluations;

/// <summary>Links that let authors write and reviewers judge without an account.</summary>
public sealed class PersonalLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Hub.Evaluations.PersonalLink");

    /// <summary>Made before the operation that stores it: encrypting may itself have to write a key.</summary>
    public PersonalLink New()
    {
        var token = Tokens.New();
        return new(Tokens.Hash(token), protector.Protect(token));
    }

    /// <summary>The secret, for the address in a mail.</summary>
    public string TokenOf(string protectedToken) => protector.Unprotect(protectedToken);
}

/// <param name="TokenHash">Finds the person by their link.</param>
/// <param name="ProtectedToken">The secret, encrypted.</param>
public sealed record PersonalLink(string TokenHash, string ProtectedToken);
