using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Core.Privacy;

/// <summary>
/// Forgets that mails were promised, some time after they left or were dropped. Those given up go as well: nobody looked after
/// them, and why they were refused may name the addressee.
/// </summary>
public sealed class MailRule(HubDbContext db, IOptions<RetentionOptions> options, TimeProvider clock) : IRetentionRule
{
    public string Name => "mails";

    public Task<int> CountAsync(CancellationToken ct) => Old.CountAsync(ct);

    public Task<int> RunAsync(CancellationToken ct) => db.WriteAsync(ct => Old.ExecuteDeleteAsync(ct), ct);

    private IQueryable<OutboxMessage> Old
    {
        get
        {
            var before = clock.GetUtcNow().UtcDateTime.AddMonths(-options.Value.MailMonths);
            return db.Outbox.Where(m => m.State != OutboxState.Pending && (m.SentAt ?? m.DueAt) < before);
        }
    }
}
