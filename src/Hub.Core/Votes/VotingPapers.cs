using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Hub.Core.Votes;

/// <summary>What a device that read the code carries from then on: one voice in one vote, which nobody can write themselves.</summary>
public sealed class VotingPapers(IDataProtectionProvider protection)
{
    public string New(Guid sessionId) => ProtectorOf(sessionId).Protect($"{Guid.NewGuid():N}");

    /// <returns>The voter; null when it is none, or another vote's.</returns>
    public Guid? Read(Guid sessionId, string? paper)
    {
        try
        {
            return paper is null ? null : Guid.ParseExact(ProtectorOf(sessionId).Unprotect(paper), "N");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector ProtectorOf(Guid sessionId) => protection.CreateProtector("Hub.Votes.Paper", $"{sessionId:N}");
}
