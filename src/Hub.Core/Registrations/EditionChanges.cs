using System.Globalization;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>Commands on a day that the people registered for it must hear of.</summary>
public sealed class EditionChanges(HubDbContext db, SeatKeeper seats, TimeProvider clock)
{
    /// <param name="version">The version the organiser read; another one means that a colleague was faster.</param>
    public Task<EditionOutcome> ReviseAsync(
        Guid id, int version, EditionFacts facts, EditionTimes times, RegistrationWindow window, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                await db.HoldEditionAsync(id, ct); // nobody registers between what is read here and its end
                var edition = await db.Editions.SingleAsync(e => e.Id == id, ct);
                if (edition.Version != version || edition.State is EditionState.Cancelled)
                {
                    return edition.Version != version ? EditionOutcome.Stale : EditionOutcome.Refused;
                }

                var wasPostponed = edition.State is EditionState.Postponed;
                MovedDetails before = new(edition.LocalStart, edition.LocalEnd, edition.TimeZone, edition.Place);
                await MoveProgrammeAsync(edition, times, ct);
                edition.SetWindow(window);
                if (edition.Revise(facts, times, now))
                {
                    await TellSpeakersAsync(edition, now, ct);
                    if (edition.IsPublic)
                    {
                        await MoveOffersAsync(edition, wasPostponed, now, ct);
                        await TellAsync(RegistrationMailKinds.EditionMoved, edition, now, before, ct);
                    }
                }

                db.Log("Revise", id, by, now, $"{before.LocalStart:s} {before.TimeZone}, {before.Place}");

                // The queue is served by the day as it now is, which may lie ahead again.
                await db.SaveChangesAsync(ct);
                await seats.ServeQueueAsync(id, now, ct);
                return EditionOutcome.Done;
            },
            ct);

    /// <summary>Another number of seats; new ones are offered to those who wait longest.</summary>
    /// <returns>What became of it, and to how many people a seat was offered.</returns>
    public Task<(EditionOutcome Outcome, int Offers)> ResizeAsync(Guid id, int capacity, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                if (!await seats.TryResizeAsync(id, capacity, ct))
                {
                    return (EditionOutcome.OverCapacity, 0);
                }

                db.Log("Resize", id, by, now, capacity.ToString(CultureInfo.InvariantCulture));
                return (EditionOutcome.Done, await seats.ServeQueueAsync(id, now, ct));
            },
            ct);

    public Task<EditionOutcome> PostponeAsync(Guid id, string reason, Guid? by, CancellationToken ct = default) =>
        EndAsync("Postpone", RegistrationMailKinds.EditionPostponed, id, reason, by, (e, now) => e.CanPostpone(now), (e, now) => e.Postpone(reason, now), ct);

    public Task<EditionOutcome> CancelAsync(Guid id, string reason, Guid? by, CancellationToken ct = default) =>
        EndAsync("Cancel", RegistrationMailKinds.EditionCancelled, id, reason, by, (e, now) => e.CanCancel(now), (e, now) => e.Cancel(reason, now), ct);

    private Task<EditionOutcome> EndAsync(
        string command, string mail, Guid id, string reason, Guid? by, Func<Edition, DateTime, bool> allowed, Action<Edition, DateTime> act, CancellationToken ct) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                await db.HoldEditionAsync(id, ct);
                var edition = await db.Editions.SingleAsync(e => e.Id == id, ct);
                if (!allowed(edition, now))
                {
                    return EditionOutcome.Refused;
                }

                act(edition, now);
                await TellAsync(mail, edition, now, null, ct);
                await TellSpeakersAsync(edition, now, ct);
                db.Log(command, id, by, now, reason);
                return EditionOutcome.Done;
            },
            ct);

    private async Task TellAsync(string mail, Edition edition, DateTime now, MovedDetails? details, CancellationToken ct)
    {
        foreach (var id in await db.Registrations.For(edition.Id).Active.Select(r => r.Id).ToListAsync(ct))
        {
            db.Promise(mail, id, edition.Sequence, now, details);
        }
    }

    private async Task TellSpeakersAsync(Edition edition, DateTime now, CancellationToken ct)
    {
        foreach (var id in await db.SpeakersBeside(edition.Id).Select(i => i.Id).ToListAsync(ct))
        {
            db.Promise(SpeakerMailKinds.Day, id, edition.Sequence, now);
        }
    }

    /// <summary>Nobody decides later than the eve of the day as it now is; after a postponement everybody has the whole time again.</summary>
    private async Task MoveOffersAsync(Edition edition, bool anew, DateTime now, CancellationToken ct)
    {
        var latest = edition.OfferEndsAt(now);
        foreach (var offered in await db.Registrations.For(edition.Id).Where(r => r.State == RegistrationState.Offered).ToListAsync(ct))
        {
            if (anew || latest < offered.OfferedUntil)
            {
                offered.HoldUntil(latest);
            }
        }
    }

    /// <summary>Sessions keep their distance to the start of the day, as clocks show it.</summary>
    private async Task MoveProgrammeAsync(Edition edition, EditionTimes times, CancellationToken ct)
    {
        var shift = times.LocalStart - edition.LocalStart;
        if (shift == TimeSpan.Zero && times.TimeZone == edition.TimeZone)
        {
            return;
        }

        foreach (var session in await db.Sessions.Where(s => s.EditionId == edition.Id).ToListAsync(ct))
        {
            session.Place(session.LocalStart + shift, session.Minutes, times.TimeZone);
        }

        if (await db.ProgrammeDrafts.SingleOrDefaultAsync(d => d.EditionId == edition.Id, ct) is { } draft)
        {
            draft.Shift(shift);
        }
    }
}
