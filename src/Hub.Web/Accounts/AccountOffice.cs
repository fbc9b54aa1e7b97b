using Hub.Core.Accounts;
using Hub.Core.Audit;
using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>What administrators do to the accounts of others. There is always one of them left who can sign in.</summary>
public sealed class AccountOffice(HubDbContext db, TimeProvider clock)
{
    /// <summary>Shuts the account at once, on every device; its grants stay for the day it opens again.</summary>
    public Task<bool> DisableAsync(Guid id, Guid by, CancellationToken ct = default) =>
        ChangeAsync("DisableAccount", id, by, account => account.DisabledAt ??= clock.GetUtcNow().UtcDateTime, ct);

    public Task<bool> EnableAsync(Guid id, Guid by, CancellationToken ct = default) =>
        ChangeAsync("EnableAccount", id, by, account => account.DisabledAt = null, ct);

    public Task<bool> AppointAsync(Guid id, Guid by, CancellationToken ct = default) =>
        ChangeAsync("AppointAdministrator", id, by, account => account.IsAdministrator = true, ct);

    public Task<bool> DismissAsync(Guid id, Guid by, CancellationToken ct = default) =>
        ChangeAsync("DismissAdministrator", id, by, account => account.IsAdministrator = false, ct);

    public Task<bool> EndSessionsAsync(Guid id, Guid by, CancellationToken ct = default) => ChangeAsync("EndSessions", id, by, _ => { }, ct);

    /// <summary>Whatever the change, the person signs in anew.</summary>
    /// <returns>False when nobody would be left to administer the hub.</returns>
    private Task<bool> ChangeAsync(string command, Guid id, Guid by, Action<Account> change, CancellationToken ct) =>
        db.WriteAsync(
            async ct =>
            {
                // Of two administrators who dismiss each other at once, the second waits here and reads what the first did.
                await db.Users.Where(a => a.IsAdministrator || a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.LinkNumber, a => a.LinkNumber), ct);
                var account = await db.Users.SingleAsync(a => a.Id == id, ct);
                change(account);
                account.ConcurrencyStamp = Guid.NewGuid().ToString();
                if ((!account.IsAdministrator || account.DisabledAt is not null)
                    && !await db.Users.AnyAsync(a => a.Id != id && a.IsAdministrator && a.DisabledAt == null && a.PasswordHash != null, ct))
                {
                    db.ChangeTracker.Clear();
                    return false;
                }

                await db.AccountSessions.Where(s => s.AccountId == id).ExecuteDeleteAsync(ct);
                db.Log(command, id, by, clock.GetUtcNow().UtcDateTime);
                return true;
            },
            ct);
}
