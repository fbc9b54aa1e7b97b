using Hub.Core.Data;
using Hub.Core.Recurring;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>Forgets the sessions that are over.</summary>
public sealed class SessionPurge(HubDbContext db, TimeProvider clock) : IRecurringTask
{
    public static TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = db.AccountSessions.OpenAt(now).Select(s => s.Id);
        return db.WriteAsync(ct => db.AccountSessions.Where(s => !open.Contains(s.Id)).ExecuteDeleteAsync(ct), ct);
    }
}
