using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Notifications;

/// <summary>Looks at the outbox for the administrators, and writes to them when mails died or wait too long.</summary>
public sealed class MailWatch(HubDbContext db, TimeProvider clock)
{
    /// <summary>Least time between two alerts to one person.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromHours(6);

    public async Task<MailFigures> ReadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var news = db.Outbox.AsNoTracking().Where(m => m.Kind != NotificationMailKinds.Trouble);
        var dead = await news.DeadLetters.CountAsync(ct);
        var due = await news.Where(m => m.State == OutboxState.Pending && m.DueAt <= now)
            .GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Oldest = g.Min(m => m.DueAt) })
            .SingleOrDefaultAsync(ct);
        return new(dead, due?.Count ?? 0, due?.Oldest);
    }

    /// <returns>What is wrong; null when nothing is.</returns>
    public async Task<MailFigures?> AlertAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var figures = await ReadAsync(ct);
        if (!figures.IsTroubledAt(now))
        {
            return null;
        }

        await db.WriteAsync(
            async ct =>
            {
                foreach (var administrator in await db.Users.Where(u => u.IsAdministrator && u.DisabledAt == null).Select(u => u.Id).ToListAsync(ct))
                {
                    await PromiseAsync(administrator, figures, now, ct);
                }
            },
            ct);
        return figures;
    }

    /// <summary>Once for what is new, and no second alert while the first has not left.</summary>
    private async Task PromiseAsync(Guid administrator, MailFigures figures, DateTime now, CancellationToken ct)
    {
        var last = await db.Outbox.AsNoTracking()
            .Where(m => m.SubjectId == administrator && m.Kind == NotificationMailKinds.Trouble)
            .OrderByDescending(m => m.CreatedAt)
            .FirstOrDefaultAsync(ct);
        if (last is { State: OutboxState.Pending } || last?.CreatedAt > now - Rest)
        {
            return;
        }

        var since = last?.CreatedAt ?? DateTime.UnixEpoch;
        if (figures.IsLateAt(now) || await db.Outbox.DeadLetters.AnyAsync(m => m.Kind != NotificationMailKinds.Trouble && m.DueAt > since, ct))
        {
            await db.PromiseOnceAsync(NotificationMailKinds.Trouble, administrator, now.Ticks / Rest.Ticks, now, ct);
        }
    }
}
