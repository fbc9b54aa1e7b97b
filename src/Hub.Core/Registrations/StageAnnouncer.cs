using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>Tells everybody who has a place at a day, once for each session, who comes on stage there.</summary>
public sealed class StageAnnouncer(HubDbContext db, TimeProvider clock)
{
    /// <returns>How many people are written to; null when the order is not announced, the session has begun or left, or they were told before.</returns>
    public Task<int?> MailAsync(Guid editionId, Guid sessionId, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync<int?>(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var order = await db.HoldRunningOrderAsync(sessionId, ct);
                if (await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId && s.EditionId == editionId && s.StartsAt > now, ct) is not { } session
                    || !await db.Editions.AnyAsync(e => e.Id == editionId && e.State == EditionState.Announced, ct)
                    || order?.Mail(now) is not true)
                {
                    return null;
                }

                var people = await AudienceOf(editionId).Select(r => r.Id).ToListAsync(ct);
                foreach (var person in people)
                {
                    db.Promise(RegistrationMailKinds.StageAnnounced, person, now.Ticks, now, new StageAnnouncedDetails(sessionId));
                }

                db.Log("MailRunningOrder", editionId, by, now, session.Title);
                return people.Count;
            },
            ct);

    /// <summary>How many would be written to now.</summary>
    public Task<int> CountAsync(Guid editionId, CancellationToken ct) => AudienceOf(editionId).CountAsync(ct);

    /// <summary>Whoever wants no mail on the eve wants none of these either.</summary>
    private IQueryable<Registration> AudienceOf(Guid editionId) => db.Registrations.For(editionId).Where(r => r.State == RegistrationState.Confirmed && r.WantsReminder);
}
