using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>Commands on a day that the people registered for it must hear of.</summary>
public sealed class EditionChanges(HubDbContext db, SeatKeeper seats, TimeProvider clock)
{
    /// <param name="version">The version the organiser read; another one means that a colleague was faster.</param>
    public Task<EditionOutcome> ReviseAsync(
        Guid id, int version, EditionFacts facts, EditionTimes times, RegistrationWindow window, int capacity, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var edition = await db.Editions.SingleAsync(e => e.Id == id, ct);
                if (edition.Version != version || edition.State is EditionState.Cancelled)
                {
                    return edition.Version != version ? EditionOutcome.Stale : EditionOutcome.Refused;
                }

                if (!await seats.TryResizeAsync(id, capacity, ct))
                {
                    return EditionOutcome.OverCapacity;
                }

                MovedDetails before = new(edition.LocalStart, edition.LocalEnd, edition.TimeZone, edition.Place);
                await MoveProgrammeAsync(edition, times, ct);
                edition.SetWindow(window);
                if (edition.Revise(facts, times, now) && edition.IsPublic)
                {
                    await TellAsync(RegistrationMailKinds.EditionMoved, edition, now, before, ct);
                }

                db.Log("Revise", id, by, now, $"{before.LocalStart:s} {before.TimeZone}, {before.Place}");

                // The queue is served by the day as it now is: a larger room, or a day that lies ahead again.
                await db.SaveChangesAsync(ct);
                await seats.ServeQueueAsync(id, now, ct);
                return EditionOutcome.Done;
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
                var edition = await db.Editions.SingleAsync(e => e.Id == id, ct);
                if (!allowed(edition, now))
                {
                    return EditionOutcome.Refused;
                }

                act(edition, now);
                await TellAsync(mail, edition, now, null, ct);
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
    }
}
