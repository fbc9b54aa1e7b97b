using Hub.Core.Data;
using Hub.Core.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Events;

public static class EventSets
{
    extension(HubDbContext db)
    {
        public DbSet<Edition> Editions => db.Set<Edition>();

        public DbSet<Theme> Themes => db.Set<Theme>();

        public DbSet<EditionImage> EditionImages => db.Set<EditionImage>();

        public DbSet<Room> Rooms => db.Set<Room>();

        /// <summary>What programmes hold now.</summary>
        public IQueryable<Session> Sessions => db.Set<Session>().Where(s => s.RemovedAt == null);

        /// <summary>What left a programme people had seen; calendars show it as cancelled.</summary>
        public IQueryable<Session> RemovedSessions => db.Set<Session>().Where(s => s.RemovedAt != null);

        public DbSet<RunningOrder> RunningOrders => db.Set<RunningOrder>();

        /// <summary>Whoever holds the same day waits until the operation under way is over: who moves seats or the queue, who publishes.</summary>
        public Task HoldEditionAsync(Guid editionId, CancellationToken ct) =>
            db.Editions.Where(e => e.Id == editionId).ExecuteUpdateAsync(s => s.SetProperty(e => e.SeatsTaken, e => e.SeatsTaken), ct);

        /// <summary>Whoever holds the turns of the same session waits until the operation under way is over.</summary>
        /// <returns>Null where nobody has written an order.</returns>
        public async Task<RunningOrder?> HoldRunningOrderAsync(Guid sessionId, CancellationToken ct)
        {
            await db.RunningOrders.Where(o => o.SessionId == sessionId).ExecuteUpdateAsync(s => s.SetProperty(o => o.Revision, o => o.Revision), ct);
            return await db.RunningOrders.SingleOrDefaultAsync(o => o.SessionId == sessionId, ct);
        }

        /// <summary>The wall between organisations: what this account may touch, as the database has it now.</summary>
        public IQueryable<Edition> EditionsManagedBy(Guid accountId)
        {
            var organisations = db.OrganisationsManagedBy(accountId);
            return db.Editions.Where(e => organisations.Any(o => o.Id == e.OrganisationId));
        }

        /// <summary>Days whose programme this account may write.</summary>
        public IQueryable<Edition> EditionsEditedBy(Guid accountId)
        {
            var organisations = db.OrganisationsEditedBy(accountId);
            return db.Editions.Where(e => organisations.Any(o => o.Id == e.OrganisationId));
        }
    }

    extension(IQueryable<Theme> themes)
    {
        /// <summary>Those that a day may take, one of which it may have had since before it was retired.</summary>
        public IQueryable<Theme> ForADayWith(string? code) =>
            themes.AsNoTracking().Where(t => !t.IsRetired || t.Code == code).OrderBy(t => t.Position).ThenBy(t => t.Code);
    }

    extension(IQueryable<Edition> editions)
    {
        /// <summary>What anybody may see.</summary>
        public IQueryable<Edition> Public => editions.Where(e => e.State != EditionState.Draft);

        /// <summary>Touched by the period, by the clocks of their place.</summary>
        public IQueryable<Edition> During(AgendaPeriod period)
        {
            var (from, until) = (period.From, period.Until);
            return editions.Where(e => e.LocalStart < until && e.LocalEnd >= from);
        }

        /// <summary>Over, the last one first.</summary>
        public IQueryable<Edition> PastAt(DateTime now) =>
            editions.Where(e => e.EndsAt <= now).OrderByDescending(e => e.StartsAt).ThenBy(e => e.Id);

        /// <summary>Not over yet, the next one first.</summary>
        public IQueryable<Edition> UpcomingAt(DateTime now) =>
            editions.Where(e => e.EndsAt > now).OrderBy(e => e.StartsAt).ThenBy(e => e.Id);
    }
}
