using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Core.CheckIns;

/// <summary>Makes the links of stewards, takes them back, and knows which day a secret opens.</summary>
public sealed class StewardLinkOffice(HubDbContext db, IOptions<HubOptions> hub, TimeProvider clock)
{
    /// <summary>Links of one day that open at the same time.</summary>
    public const int Most = 20;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>Its address, which nobody can ask for again; null when the day takes no stewards, or has links enough.</returns>
    public async Task<Uri?> MakeAsync(Guid editionId, string label, Guid by, CancellationToken ct = default)
    {
        var token = Tokens.New();
        var made = await db.WriteAsync(
            async ct =>
            {
                await db.HoldEditionAsync(editionId, ct); // two windows do not make the twenty-first together
                var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == editionId, ct);
                if (!edition.TakesStewardsAt(Now) || await db.StewardLinks.Of(editionId).CountAsync(ct) >= Most)
                {
                    return false;
                }

                db.Add(new StewardLink(editionId, label, token, by, Now));
                db.Log("MakeStewardLink", editionId, by, Now, label);
                return true;
            },
            ct);
        return made ? new(hub.Value.PublicOrigin, $"/accueil/{token}") : null;
    }

    /// <returns>Its label; null when the day has no such link, or no longer.</returns>
    public Task<string?> RevokeAsync(Guid editionId, Guid id, Guid by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                if (await db.StewardLinks.Of(editionId).SingleOrDefaultAsync(l => l.Id == id, ct) is not { } link)
                {
                    return null;
                }

                link.Revoke(Now);
                db.Log("RevokeStewardLink", editionId, by, Now, link.Label);
                return link.Label;
            },
            ct);

    /// <returns>Null for a secret that opens nothing, now: made up, taken back, of a day that is over or cancelled.</returns>
    public async Task<OpenLink?> OpenAsync(string secret, CancellationToken ct = default)
    {
        var hash = Tokens.Hash(secret);
        return secret.Length == Tokens.Length
            && await db.StewardLinks.AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash && l.RevokedAt == null, ct) is { } link
            && await db.Editions.AsNoTracking().SingleAsync(e => e.Id == link.EditionId, ct) is var edition
            && edition.TakesStewardsAt(Now)
            ? new(link, edition)
            : null;
    }
}

/// <param name="Edition">The one day it opens.</param>
public sealed record OpenLink(StewardLink Link, Edition Edition);
