using Hub.Core.Accounts;
using Hub.Core.Data;
using Hub.Core.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Core.Privacy;

/// <summary>Erases accounts that organise nothing and that nobody signed in with for years.</summary>
public sealed class AccountRule(HubDbContext db, AccountErasure accounts, IOptions<RetentionOptions> options, TimeProvider clock) : IRetentionRule
{
    public string Name => "accounts";

    public Task<int> CountAsync(CancellationToken ct) => Old.CountAsync(ct);

    public Task<int> RunAsync(CancellationToken ct) => db.WriteAsync(
        async ct =>
        {
            var old = await Old.ToListAsync(ct);
            foreach (var account in old)
            {
                await accounts.RemoveAsync(account, Now, ct);
            }

            // Nobody knows since when these are there: their time begins now.
            await db.Users.Where(u => u.SignedInAt == null && u.ErasedAt == null).ExecuteUpdateAsync(u => u.SetProperty(x => x.SignedInAt, Now), ct);
            return old.Count;
        },
        ct);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private IQueryable<Account> Old
    {
        get
        {
            var (before, grants) = (Now.AddYears(-options.Value.AccountYears), db.OrganiserGrants);
            return db.Users.Where(u => u.ErasedAt == null && u.SignedInAt < before && !u.IsAdministrator && !grants.Any(g => g.AccountId == u.Id));
        }
    }
}
