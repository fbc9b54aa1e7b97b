using Hub.Core.Accounts;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Notifications;
using Hub.Core.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Privacy;

/// <summary>Forgets somebody who works here, and their registrations with them. The id stays, so that what they did keeps one author.</summary>
public sealed class AccountErasure(HubDbContext db, Erasure erasure, Anonymiser anonymiser, TimeProvider clock)
{
    /// <returns>What stands in the way; nothing has changed then.</returns>
    public Task<ErasureRefusal> EraseAsync(Guid accountId, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                await LockAsync(accountId, ct);
                var account = await db.Users.SingleAsync(u => u.Id == accountId, ct);
                var refusal = await FindRefusalAsync(account, ct);
                if (refusal.StandsInTheWay || account.Email is not { } address)
                {
                    return refusal;
                }

                await erasure.ForgetAsync(address, now, ct);
                await RemoveAsync(account, now, ct);
                db.Promise(PrivacyMailKinds.Erased, accountId, now.Ticks, now, new ErasedDetails(address, account.Language, WithAccount: true));
                db.Log("EraseAccount", accountId, accountId, now);
                return refusal;
            },
            ct);

    /// <summary>Why the account cannot go, as things are.</summary>
    public async Task<ErasureRefusal> FindRefusalAsync(Account account, CancellationToken ct)
    {
        var able = db.Users.Where(u => u.Id != account.Id && u.PasswordHash != null && u.DisabledAt == null);
        var grants = db.OrganiserGrants.Where(g => g.Role == OrganisationRole.Organiser);
        var lonely = db.Organisations.Where(o => grants.Any(g => g.OrganisationId == o.Id && g.AccountId == account.Id)
            && !grants.Any(g => g.OrganisationId == o.Id && able.Any(u => u.Id == g.AccountId)));
        return new(
            account.IsAdministrator && !await able.AnyAsync(u => u.IsAdministrator, ct),
            await lonely.OrderBy(o => o.Name).Select(o => o.Name).ToListAsync(ct));
    }

    /// <summary>Inside the caller's transaction. Ways in, sessions and grants go with it.</summary>
    internal async Task RemoveAsync(Account account, DateTime now, CancellationToken ct)
    {
        await db.Set<AccountSession>().Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(ct);
        await db.Set<AddressChange>().Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(ct);
        await db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(ct);
        await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == account.Id).ExecuteDeleteAsync(ct);
        await db.Set<IdentityUserClaim<Guid>>().Where(c => c.UserId == account.Id).ExecuteDeleteAsync(ct);
        await db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == account.Id).ExecuteDeleteAsync(ct);
        await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == account.Id).ExecuteDeleteAsync(ct);
        await db.OrganiserGrants.Where(g => g.AccountId == account.Id).ExecuteDeleteAsync(ct);
        await anonymiser.SilenceAsync([account.Id], ct);
        account.Erase(now);
    }

    /// <summary>Of two colleagues who leave at once, the second reads what the first left behind.</summary>
    private async Task LockAsync(Guid accountId, CancellationToken ct)
    {
        var grants = db.OrganiserGrants;
        var mine = grants.Where(g => g.AccountId == accountId).Select(g => g.OrganisationId);
        var near = db.Users.Where(u => u.IsAdministrator || u.Id == accountId || grants.Any(g => g.AccountId == u.Id && mine.Contains(g.OrganisationId)));
        await near.ExecuteUpdateAsync(u => u.SetProperty(x => x.AccessFailedCount, x => x.AccessFailedCount), ct);
    }
}

/// <param name="IsLastAdministrator">Nobody else could administer the hub.</param>
/// <param name="Organisations">Names of those that nobody else could sign in for.</param>
public sealed record ErasureRefusal(bool IsLastAdministrator, IReadOnlyList<string> Organisations)
{
    public bool StandsInTheWay => IsLastAdministrator || Organisations.Count > 0;
}
