using Hub.Core.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Hub.Core.Programmes;

/// <summary>The link that lets a person answer for themselves. The database holds a hash to find it by and an encrypted copy for later mails.</summary>
public sealed class SpeakerLinks(IDataProtectionProvider protection, IOptions<HubOptions> hub)
{
    private const string FeedPurpose = "Hub.Programmes.SpeakerFeed";

    private readonly IDataProtector protector = protection.CreateProtector("Hub.Programmes.SpeakerLink");

    /// <summary>The secret in the address of the person's calendar: opens nothing else, and dies with the link.</summary>
    public static string FeedToken(string token) => Tokens.Derive(token, FeedPurpose);

    /// <summary>Made before the operation that stores it: encrypting may itself have to write a key.</summary>
    public SpeakerLink New()
    {
        var token = Tokens.New();
        return new(Tokens.Hash(token), protector.Protect(token), Tokens.Hash(FeedToken(token)));
    }

    /// <summary>Its page; who is invited is written to in French.</summary>
    public Uri For(SpeakerInvitation invitation) => new(hub.Value.PublicOrigin, $"/intervenir/{protector.Unprotect(invitation.ProtectedToken)}");
}

/// <param name="TokenHash">Finds the invitation by its link.</param>
/// <param name="ProtectedToken">The secret, encrypted.</param>
/// <param name="FeedHash">Finds the invitation by the address of its calendar.</param>
public sealed record SpeakerLink(string TokenHash, string ProtectedToken, string FeedHash);
