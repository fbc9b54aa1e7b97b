using Hub.Core.Accounts;
using Hub.Core.Data;
using Hub.Core.Recurring;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>Forgets the sessions that are over, and the changes of address nobody confirmed.</summary>
public sealed class SessionPurge(HubDbContext db, TimeProvider clock) : IRecurringTask
{
    public static TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = db.AccountSessions.OpenAt(now).Select(s => s.Id);
        var since = now - AddressChange.Lifespan;
        return db.WriteAsync(
            async ct =>
            {
                await db.AccountSessions.Where(s => !open.Contains(s.Id)).ExecuteDeleteAsync(ct);
                await db.Set<AddressChange>().Where(c => c.RequestedAt < since).ExecuteDeleteAsync(ct);
            },
            ct);
    }
}
