using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>What people who wait do with a seat, and what the clock does when they do nothing.</summary>
public sealed class PlaceOffers(HubDbContext db, SeatKeeper seats, TimeProvider clock)
{
    /// <returns>Whether the person has the seat; false when the offer ended meanwhile.</returns>
    public Task<bool> AcceptAsync(Guid id, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var registration = await seats.HoldAsync(id, ct);
                var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == registration.EditionId, ct);
                if (registration.CanAccept(edition, now))
                {
                    Confirm(registration, now);
                }

                return registration.State is RegistrationState.Confirmed;
            },
            ct);

    /// <summary>Once the queue is not served any more, a free seat goes to whoever takes it, those who wait included.</summary>
    /// <returns>Whether the person has a seat.</returns>
    public Task<bool> TakeFreeSeatAsync(Guid id, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var registration = await seats.HoldAsync(id, ct);
                var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == registration.EditionId, ct);
                if (registration.State is RegistrationState.Waiting && edition.QueueEndsAt <= now && await seats.TryTakeAsync(edition, now, ct))
                {
                    Confirm(registration, now);
                }

                return registration.State is RegistrationState.Confirmed;
            },
            ct);

    /// <summary>Ends an offer whose time went by and offers its seat to the next.</summary>
    public Task ExpireAsync(Guid id, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var registration = await seats.HoldAsync(id, ct);
                var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == registration.EditionId, ct);
                if (registration.State is not RegistrationState.Offered || edition.State is not EditionState.Announced || registration.CanAccept(edition, now))
                {
                    return;
                }

                registration.Cancel();
                db.Promise(RegistrationMailKinds.OfferExpired, id, registration.Round, now);
                db.Log("ExpireOffer", id, null, now);
                await seats.FreeAsync(registration.EditionId, now, ct);
            },
            ct);

    /// <summary>Offers what is free: after a closing that was taken back, or whatever else left seats unoffered.</summary>
    public Task ServeAsync(Guid editionId, CancellationToken ct = default) =>
        db.WriteAsync(ct => seats.ServeQueueAsync(editionId, clock.GetUtcNow().UtcDateTime, ct), ct);

    private void Confirm(Registration registration, DateTime now)
    {
        registration.Confirm();
        db.Promise(RegistrationMailKinds.Confirmed, registration.Id, registration.Round, now, new ConfirmedDetails(FromQueue: true));
    }
}
