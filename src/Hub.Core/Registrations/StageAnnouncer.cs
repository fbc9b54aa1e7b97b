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
    public Task<int?> AnnounceAsync(Guid editionId, Guid sessionId, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync<int?>(
            async ct =>
            {
                await db.RunningOrders.Where(o => o.SessionId == sessionId).ExecuteUpdateAsync(s => s.SetProperty(o => o.Revision, o => o.Revision), ct);
                var now = clock.GetUtcNow().UtcDateTime;
                if (await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId && s.EditionId == editionId && s.StartsAt > now, ct) is not { } session
                    || !await db.Editions.AnyAsync(e => e.Id == editionId && e.State == EditionState.Announced, ct)
                    || !await db.RunningOrders.AnyAsync(o => o.SessionId == sessionId && o.AnnouncedAt != null, ct)
                    || await SentAtAsync(sessionId, ct) is not null)
                {
                    return null;
                }

                var people = await AudienceOf(editionId).Select(r => r.Id).ToListAsync(ct);
                foreach (var person in people)
                {
                    db.Promise(RegistrationMailKinds.StageAnnounced, person, VersionOf(sessionId), now, new StageAnnouncedDetails(sessionId));
                }

                db.Log("InviteToStage", editionId, by, now, session.Title);
                return people.Count;
            },
            ct);

    /// <summary>How many would be written to now.</summary>
    public Task<int> CountAsync(Guid editionId, CancellationToken ct) => AudienceOf(editionId).CountAsync(ct);

    /// <returns>UTC; null while nobody was told.</returns>
    public Task<DateTime?> SentAtAsync(Guid sessionId, CancellationToken ct)
    {
        var end = $"/{VersionOf(sessionId)}";
        return db.Outbox.Where(m => m.Kind == RegistrationMailKinds.StageAnnounced && m.Key.EndsWith(end)).MinAsync(m => (DateTime?)m.CreatedAt, ct);
    }

    /// <summary>Whoever wants no mail on the eve wants none of these either.</summary>
    private IQueryable<Registration> AudienceOf(Guid editionId) => db.Registrations.For(editionId).Where(r => r.State == RegistrationState.Confirmed && r.WantsReminder);

    /// <summary>A promise counts its versions; a session has none, but its id holds a number that no other has.</summary>
    private static long VersionOf(Guid sessionId) => BitConverter.ToInt64(sessionId.ToByteArray(), 8) & long.MaxValue;
}
