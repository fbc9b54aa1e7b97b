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
    public async Task<bool> TryTakeAsync(Edition edition, DateTime now, CancellationToken ct)
    {
        var queue = db.Registrations.For(edition.Id).Where(r => r.State == RegistrationState.Waiting);
        var queueIsOver = edition.QueueEndsAt <= now;
        return await db.Editions.Where(e => e.Id == edition.Id && e.SeatsTaken < e.Capacity && (queueIsOver || !queue.Any()))
            .Where(Edition.TakesRegistrationsAt(now))
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.SeatsTaken, x => x.SeatsTaken + 1), ct) == 1;
    }

    /// <returns>The next number of the queue; null when registration is not open.</returns>
    public async Task<int?> TryQueueAsync(Guid editionId, DateTime now, CancellationToken ct) =>
        await db.Editions.Where(e => e.Id == editionId).Where(Edition.TakesRegistrationsAt(now))
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.QueueCounter, x => x.QueueCounter + 1), ct) == 1
            ? await db.Editions.Where(e => e.Id == editionId).Select(e => e.QueueCounter).SingleAsync(ct)
            : null;

    /// <summary>Gives a seat back: to the head of the queue if somebody waits, to the public otherwise.</summary>
    /// <returns>To how many people a seat was offered.</returns>
    public async Task<int> FreeAsync(Guid editionId, DateTime now, CancellationToken ct)
    {
        await db.Editions.Where(e => e.Id == editionId && e.SeatsTaken > 0)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.SeatsTaken, x => x.SeatsTaken - 1), ct);
        return await ServeQueueAsync(editionId, now, ct);
    }

    /// <summary>Lets a person go. What they held goes on: to the head of the queue, or to the public.</summary>
    /// <param name="registration">As <see cref="HoldAsync"/> gave it.</param>
    public async Task GiveBackAsync(Registration registration, DateTime now, CancellationToken ct)
    {
        var held = registration.State is not (RegistrationState.Waiting or RegistrationState.Cancelled);
        registration.Cancel();
        if (held)
        {
            await FreeAsync(registration.EditionId, now, ct);
        }
    }

    /// <returns>False when more seats are taken than the new capacity holds; nothing has changed then.</returns>
    public async Task<bool> TryResizeAsync(Guid editionId, int capacity, CancellationToken ct) =>
        await db.Editions.Where(e => e.Id == editionId && e.SeatsTaken <= capacity)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Capacity, capacity), ct) == 1;

    /// <summary>Offers every free seat to whoever waits longest, as long as the queue is served.</summary>
    /// <returns>To how many people.</returns>
    public async Task<int> ServeQueueAsync(Guid editionId, DateTime now, CancellationToken ct)
    {
        await db.HoldEditionAsync(editionId, ct);
        var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == editionId, ct);
        if (!edition.ServesQueueAt(now) || edition.IsFull)
        {
            return 0;
        }

        var next = await db.Registrations.For(editionId).Queue.Take(edition.Capacity - edition.SeatsTaken).ToListAsync(ct);
        await db.Editions.Where(e => e.Id == editionId)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.SeatsTaken, x => x.SeatsTaken + next.Count), ct);
        foreach (var registration in next)
        {
            registration.Offer(edition.OfferEndsAt(now));
            db.Promise(RegistrationMailKinds.Offered, registration.Id, registration.Round, now);
        }

        return next.Count;
    }

    /// <returns>The registration as it is once nobody else moves the seats or the queue of its day.</returns>
    public async Task<Registration> HoldAsync(Guid registrationId, CancellationToken ct)
    {
        await db.HoldEditionAsync(await db.Registrations.Where(r => r.Id == registrationId).Select(r => r.EditionId).SingleAsync(ct), ct);
        return await db.Registrations.SingleAsync(r => r.Id == registrationId, ct);
    }
}
