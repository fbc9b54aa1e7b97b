using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <remarks><see cref="Full"/>: no seat is free and the queue is not served any more.</remarks>
public enum RegisterOutcome { Confirmed, WaitListed, AlreadyRegistered, Closed, Full }

/// <summary>Takes people in and lets them go: rows, seats and promised mails together, or none of them.</summary>
public sealed class RegistrationDesk(HubDbContext db, SeatKeeper seats, RegistrationLinks links, TimeProvider clock)
{
    /// <summary>A second post of the same form is the first one again, and deserves no second mail.</summary>
    private static readonly TimeSpan SameRequest = TimeSpan.FromMinutes(10);

    public Task<RegisterOutcome> RegisterAsync(Guid editionId, Attendee attendee, string language, CancellationToken ct = default)
    {
        var link = links.New();
        return db.WriteAsync(ct => TryRegisterAsync(editionId, attendee, link, language, ct), ct);
    }

    /// <summary>Corrects what the person said; a cancelled registration stays as it is.</summary>
    public Task CorrectAsync(Guid id, Attendee attendee, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var registration = await db.Registrations.SingleAsync(r => r.Id == id, ct);
                if (registration is { IsActive: true, ErasedAt: null })
                {
                    db.LogConsents(registration, registration.Attendee, attendee, ConsentSource.Correction, clock.GetUtcNow().UtcDateTime);
                    registration.Correct(attendee);
                }
            },
            ct);

    /// <summary>Whether the person wants the mail on the eve.</summary>
    public Task RemindAsync(Guid id, bool wanted, CancellationToken ct = default) =>
        db.WriteAsync(async ct => (await db.Registrations.SingleAsync(r => r.Id == id, ct)).Remind(wanted), ct);

    /// <summary>Gives the place back, declines the seat offered or leaves the queue. Cancelling twice is harmless.</summary>
    /// <param name="by">The organiser's account; null when the person cancels.</param>
    public Task CancelAsync(Guid id, Guid? by = null, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var registration = await seats.HoldAsync(id, ct);
                if (!registration.IsActive)
                {
                    return;
                }

                var hadSeat = registration.State is RegistrationState.Confirmed;
                await seats.GiveBackAsync(registration, now, ct);
                db.Promise(RegistrationMailKinds.Cancelled, id, registration.Round, now, new CancelledDetails(by is not null, hadSeat));
                db.Log("CancelRegistration", id, by, now);
            },
            ct);

    /// <summary>Makes a new link, mails it, and lets the one before die.</summary>
    public Task RenewLinkAsync(Guid id, Guid? by = null, CancellationToken ct = default)
    {
        var link = links.New();
        return db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                if (await db.Registrations.SingleAsync(r => r.Id == id, ct) is { ErasedAt: null } registration)
                {
                    registration.Attach(link);
                    db.Promise(RegistrationMailKinds.Link, id, now.Ticks, now, new LinkDetails(IsNew: true));
                    db.Log("RenewLink", id, by, now);
                }
            },
            ct);
    }

    private async Task<RegisterOutcome> TryRegisterAsync(Guid editionId, Attendee attendee, RegistrationLink link, string language, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var address = MailAddresses.Normalize(attendee.Email);

        // Asked first, for everybody alike: a closed day must not answer a known address in another way.
        var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == editionId, ct);
        if (edition.PhaseAt(now) is not EditionPhase.RegistrationOpen)
        {
            return RegisterOutcome.Closed;
        }

        var registration = await db.Registrations.For(editionId).SingleOrDefaultAsync(r => r.NormalizedEmail == address, ct);
        var waits = registration is { State: RegistrationState.Waiting } && edition.QueueEndsAt <= now;
        if (registration is { IsActive: true } && !waits)
        {
            if (now - registration.AskedAt > SameRequest)
            {
                await db.PromiseOnceAsync(RegistrationMailKinds.Link, registration.Id, now.Ticks / SameRequest.Ticks, now, ct);
            }

            return RegisterOutcome.AlreadyRegistered;
        }

        var seated = await seats.TryTakeAsync(edition, now, ct);
        if (!seated && edition.QueueEndsAt <= now)
        {
            return RegisterOutcome.Full;
        }

        var queueNumber = seated ? null : await seats.TryQueueAsync(editionId, now, ct);
        if (!seated && queueNumber is null)
        {
            return RegisterOutcome.Closed;
        }

        var before = registration?.Attendee;
        if (registration is null)
        {
            registration = new(editionId, attendee, language, now);
            registration.Attach(link);
            db.Add(registration);
        }
        else if (!waits)
        {
            registration.AskAgain(attendee, language, now);
        }

        // Of what the row says now: who waits has been asked before, and is not asked again.
        db.LogConsents(registration, before, registration.Attendee with { Asked = attendee.Asked }, ConsentSource.Registration, now);

        if (queueNumber is { } number)
        {
            registration.Wait(number);
            db.Promise(RegistrationMailKinds.WaitListed, registration.Id, registration.Round, now);
            return RegisterOutcome.WaitListed;
        }

        registration.Confirm();
        db.Promise(RegistrationMailKinds.Confirmed, registration.Id, registration.Round, now, new ConfirmedDetails(FromQueue: false));
        return RegisterOutcome.Confirmed;
    }
}
