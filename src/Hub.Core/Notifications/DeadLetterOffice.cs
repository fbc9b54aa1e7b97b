using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Notifications;

/// <summary>What a person may do about mails that did not leave.</summary>
public sealed class DeadLetterOffice(HubDbContext db, TransportPause pause, TimeProvider clock)
{
    /// <summary>Sends it again now, with all its attempts before it.</summary>
    /// <returns>False when there is no such mail among those that did not leave.</returns>
    public async Task<bool> RetryAsync(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        pause.Lift(now);
        return await db.WriteAsync(
            async ct =>
            {
                var message = await db.Outbox.Troubled.SingleOrDefaultAsync(m => m.Id == id, ct);
                message?.Retry(now);
                return message is not null;
            },
            ct);
    }

    /// <returns>How many mails are on their way again.</returns>
    public async Task<int> RetryAllAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        pause.Lift(now);
        return await db.WriteAsync(
            async ct =>
            {
                var waiting = await db.Outbox.Troubled.Where(m => m.State == OutboxState.Pending)
                    .ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, now), ct);
                return waiting + await db.Outbox.DeadLetters.ExecuteUpdateAsync(
                    m => m.SetProperty(x => x.State, OutboxState.Pending).SetProperty(x => x.Attempts, 0).SetProperty(x => x.DueAt, now), ct);
            },
            ct);
    }

    /// <summary>Nobody needs to read it any more.</summary>
    /// <returns>False when there is no such dead letter.</returns>
    public Task<bool> SetAsideAsync(Guid id, CancellationToken ct) => db.WriteAsync(
        async ct =>
        {
            var message = await db.Outbox.DeadLetters.SingleOrDefaultAsync(m => m.Id == id, ct);
            message?.MarkDropped();
            return message is not null;
        },
        ct);
}
