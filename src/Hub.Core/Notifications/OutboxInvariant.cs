using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Notifications;

/// <summary>One promise, one mail; one that was sent says when, and one that was not does not.</summary>
public sealed class OutboxInvariant(HubDbContext db) : IInvariant
{
    public string Name => "outbox";

    public string Promise => "no mail stands there twice, and what was sent says when";

    public async Task<IReadOnlyList<string>> FindBreachesAsync(int most, CancellationToken ct)
    {
        var twice = await db.Outbox.GroupBy(m => m.Key).Where(g => g.Count() > 1).Select(g => new { g.Key, Mails = g.Count() })
            .OrderBy(g => g.Key).Take(most).ToListAsync(ct);
        var confused = await db.Outbox.Where(m => (m.State == OutboxState.Sent) != (m.SentAt != null))
            .OrderBy(m => m.Id).Select(m => new { m.Key, m.State }).Take(most).ToListAsync(ct);
        IEnumerable<string> all =
        [
            .. twice.Select(g => $"{g.Key} stands there {g.Mails} times"),
            .. confused.Select(m => $"{m.Key} is {m.State}, which its time of sending denies"),
        ];
        return [.. all.Take(most)];
    }
}
