using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>Gives out the places of sessions, and takes them back.</summary>
public sealed class SessionDesk(HubDbContext db, SeatKeeper seats, TimeProvider clock)
{
    /// <summary>One person is in one room at a time; the last place goes to one.</summary>
    public Task<SessionPlaceOutcome> TakeAsync(Guid registrationId, Guid sessionId, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var registration = await seats.HoldAsync(registrationId, ct);
                var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId && s.EditionId == registration.EditionId, ct);
                if (session is not { Places: { } offered } || session.StartsAt <= now || registration.State is not RegistrationState.Confirmed)
                {
                    return SessionPlaceOutcome.Missing;
                }

                var places = db.SessionPlaces;
                var mine = await db.Sessions.Where(s => places.Any(p => p.SessionId == s.Id && p.RegistrationId == registrationId)).ToListAsync(ct);
                if (mine.Exists(s => s.Id == sessionId))
                {
                    return SessionPlaceOutcome.Done;
                }

                if (mine.Exists(s => s.StartsAt < session.EndsAt && session.StartsAt < s.EndsAt))
                {
                    return SessionPlaceOutcome.Elsewhere;
                }

                if (await places.CountAsync(p => p.SessionId == sessionId, ct) >= offered)
                {
                    return SessionPlaceOutcome.Full;
                }

                await ForgetAsync(registrationId, sessionId, ct); // of a seat given back since
                db.Add(new SessionPlace(registrationId, sessionId, registration.Round, now));
                return SessionPlaceOutcome.Done;
            },
            ct);

    public Task GiveBackAsync(Guid registrationId, Guid sessionId, CancellationToken ct = default) =>
        db.WriteAsync(ct => ForgetAsync(registrationId, sessionId, ct), ct);

    private Task<int> ForgetAsync(Guid registrationId, Guid sessionId, CancellationToken ct) =>
        db.Set<SessionPlace>().Where(p => p.RegistrationId == registrationId && p.SessionId == sessionId).ExecuteDeleteAsync(ct);
}

/// <remarks><see cref="Elsewhere"/>: the person has a place in another session then. <see cref="Missing"/>: no such session takes names, or not any more.</remarks>
public enum SessionPlaceOutcome { Done, Missing, Elsewhere, Full }
