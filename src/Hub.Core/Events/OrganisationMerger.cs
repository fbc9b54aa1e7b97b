using System.Globalization;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Events;

/// <remarks><see cref="Stale"/>: something changed since it was shown. <see cref="Refused"/>: there are not two organisations.</remarks>
public enum MergeOutcome { Done, Refused, Stale }

/// <summary>What hangs on an organisation.</summary>
/// <param name="People">Accounts that may organise its days.</param>
public sealed record OrganisationFigures(int Days, int People);

/// <summary>Makes one organisation of two that are the same one typed twice.</summary>
public sealed class OrganisationMerger(HubDbContext db, TimeProvider clock)
{
    public async Task<OrganisationFigures> CountAsync(Guid id, CancellationToken ct = default) => new(
        await db.Editions.CountAsync(e => e.OrganisationId == id, ct), await db.OrganiserGrants.CountAsync(g => g.OrganisationId == id, ct));

    /// <summary>
    /// Gives all days of one to the other, and lets who organised for one organise for the other; then the first is no
    /// more. Nothing leads back.
    /// </summary>
    /// <param name="shown">What the person who decided saw of the one that goes.</param>
    public Task<MergeOutcome> MergeAsync(Guid goes, Guid stays, OrganisationFigures shown, Guid by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var gone = await db.Organisations.SingleOrDefaultAsync(o => o.Id == goes, ct);
                if (gone is null || goes == stays || !await db.Organisations.AnyAsync(o => o.Id == stays, ct))
                {
                    return MergeOutcome.Refused;
                }

                if (await CountAsync(goes, ct) != shown)
                {
                    return MergeOutcome.Stale;
                }

                await db.Editions.Where(e => e.OrganisationId == goes).ExecuteUpdateAsync(e => e.SetProperty(x => x.OrganisationId, stays), ct);
                await MoveGrantsAsync(goes, stays, ct);
                db.Remove(gone);
                var details = string.Create(CultureInfo.InvariantCulture, $"{gone.Name} ({goes}): {shown.Days} days, {shown.People} people");
                db.Log("MergeOrganisation", stays, by, clock.GetUtcNow().UtcDateTime, details);
                return MergeOutcome.Done;
            },
            ct);

    /// <summary>Somebody who may act for both keeps the stronger of the two roles.</summary>
    private async Task MoveGrantsAsync(Guid goes, Guid stays, CancellationToken ct)
    {
        var has = await db.OrganiserGrants.Where(g => g.OrganisationId == stays).ToDictionaryAsync(g => g.AccountId, ct);
        foreach (var grant in await db.OrganiserGrants.Where(g => g.OrganisationId == goes).ToListAsync(ct))
        {
            db.Remove(grant);
            if (!has.TryGetValue(grant.AccountId, out var kept))
            {
                db.Add(new OrganiserGrant(stays, grant.AccountId, grant.GrantedAt) { Role = grant.Role, AcceptedAt = grant.AcceptedAt });
            }
            else if (grant.Role is OrganisationRole.Organiser)
            {
                kept.Role = OrganisationRole.Organiser;
            }
        }
    }
}
