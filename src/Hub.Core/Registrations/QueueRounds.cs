using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Recurring;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>What the clock does to queues: offers end, free seats are offered, and a queue that ends says so once.</summary>
public sealed class QueueRounds(HubDbContext db, PlaceOffers offers, TimeProvider clock) : IRecurringTask
{
    /// <summary>Most offers ended in one run; the others have their turn in the next.</summary>
    private const int MostExpired = 200;

    public static TimeSpan Every => TimeSpan.FromSeconds(20);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var id in await ExpiredAsync(now, ct))
        {
            await offers.ExpireAsync(id, ct);
        }

        foreach (var edition in await WithQueueAsync(now, ct))
        {
            if (edition.ServesQueueAt(now) && !edition.IsFull)
            {
                await offers.ServeAsync(edition.Id, ct);
            }
            else if (edition.QueueEndsAt <= now)
            {
                await SayItEndedAsync(edition, now, ct);
            }
        }
    }

    private Task<List<Guid>> ExpiredAsync(DateTime now, CancellationToken ct)
    {
        var announced = db.Editions.Where(e => e.State == EditionState.Announced).Select(e => e.Id);
        return db.Registrations.Where(r => r.State == RegistrationState.Offered && r.OfferedUntil <= now && announced.Contains(r.EditionId))
            .OrderBy(r => r.OfferedUntil).Select(r => r.Id).Take(MostExpired).ToListAsync(ct);
    }

    private Task<List<Edition>> WithQueueAsync(DateTime now, CancellationToken ct)
    {
        var waiting = db.Registrations.Where(r => r.State == RegistrationState.Waiting);
        return db.Editions.AsNoTracking()
            .Where(e => e.State == EditionState.Announced && e.StartsAt > now && waiting.Any(r => r.EditionId == e.Id)).ToListAsync(ct);
    }

    private async Task SayItEndedAsync(Edition edition, DateTime now, CancellationToken ct) =>
        await db.WriteAsync(
            async ct => await db.PromiseOnceAsync(
                RegistrationMailKinds.QueueEnded,
                await db.Registrations.For(edition.Id).Queue.Select(r => r.Id).ToListAsync(ct),
                edition.QueueEndsAt.Ticks,
                now,
                ct),
            ct);
}
