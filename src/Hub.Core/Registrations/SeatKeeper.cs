using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>
/// Moves seats by guarded updates, inside the caller's transaction: the condition and the change are one statement,
/// so no burst can take a seat that is not there. The statement also locks the edition until the transaction ends.
/// </summary>
public sealed class SeatKeeper(HubDbContext db)
{
    /// <returns>Whether a seat was free that nobody waits for, registration being open.</returns>
    public async Task<bool> TryTakeAsync(Guid editionId, DateTime now, CancellationToken ct)
    {
        var queue = db.Registrations.For(editionId).Where(r => r.State == RegistrationState.Waiting);
        return await db.Editions.Where(e => e.Id == editionId && e.SeatsTaken < e.Capacity && !queue.Any()).Where(Edition.TakesRegistrationsAt(now))
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.SeatsTaken, x => x.SeatsTaken + 1), ct) == 1;
    }

    /// <returns>The next number of the queue; null when registration is not open.</returns>
    public async Task<int?> TryQueueAsync(Guid editionId, DateTime now, CancellationToken ct) =>
        await db.Editions.Where(e => e.Id == editionId).Where(Edition.TakesRegistrationsAt(now))
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.QueueCounter, x => x.QueueCounter + 1), ct) == 1
            ? await db.Editions.Where(e => e.Id == editionId).Select(e => e.QueueCounter).SingleAsync(ct)
            : null;

    /// <summary>Gives a seat back: to the head of the queue if somebody waits, to the public otherwise.</summary>
    public async Task FreeAsync(Guid editionId, DateTime now, CancellationToken ct)
    {
        await db.Editions.Where(e => e.Id == editionId && e.SeatsTaken > 0)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.SeatsTaken, x => x.SeatsTaken - 1), ct);
        await ServeQueueAsync(editionId, now, ct);
    }

    /// <returns>False when more seats are taken than the new capacity holds; nothing has changed then.</returns>
    public async Task<bool> TryResizeAsync(Guid editionId, int capacity, CancellationToken ct) =>
        await db.Editions.Where(e => e.Id == editionId && e.SeatsTaken <= capacity)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Capacity, capacity), ct) == 1;

    /// <summary>Confirms the first of the queue for as long as there are seats and the day lies ahead.</summary>
    public async Task ServeQueueAsync(Guid editionId, DateTime now, CancellationToken ct)
    {
        var ahead = db.Editions.Where(e => e.Id == editionId
            && (e.State == EditionState.Postponed || (e.State == EditionState.Announced && now < e.StartsAt)));
        foreach (var next in await HeadOfQueueAsync(editionId, ct))
        {
            if (await ahead.Where(e => e.SeatsTaken < e.Capacity)
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.SeatsTaken, x => x.SeatsTaken + 1), ct) == 0)
            {
                return;
            }

            next.Confirm();
            db.Promise(RegistrationMailKinds.Confirmed, next.Id, next.Round, now, new ConfirmedDetails(FromQueue: true));
        }
    }

    private async Task<List<Registration>> HeadOfQueueAsync(Guid editionId, CancellationToken ct)
    {
        var free = await db.Editions.Where(e => e.Id == editionId).Select(e => e.Capacity - e.SeatsTaken).SingleAsync(ct);
        return await db.Registrations.For(editionId).Queue.Take(Math.Max(free, 0)).ToListAsync(ct);
    }
}
