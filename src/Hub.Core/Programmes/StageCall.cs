using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Programmes;

/// <summary>A published session in which somebody has a turn on stage that everybody may know of.</summary>
/// <param name="Room">Null for all rooms.</param>
public sealed record StageCall(RunningOrder Order, Session Session, Room? Room)
{
    /// <returns>By the hour; none before the day is public.</returns>
    public static async Task<IReadOnlyList<StageCall>> ReadAsync(HubDbContext db, Edition edition, string name, CancellationToken ct)
    {
        if (!edition.IsPublic)
        {
            return [];
        }

        var rows = await (from order in db.RunningOrders.AsNoTracking()
                          where order.EditionId == edition.Id && order.AnnouncedAt != null
                          join session in db.Sessions.AsNoTracking() on order.SessionId equals session.Id
                          join found in db.Rooms.AsNoTracking() on session.RoomId equals found.Id into rooms
                          from room in rooms.DefaultIfEmpty()
                          orderby session.StartsAt, session.Id
                          select new { order, session, room }).ToListAsync(ct);
        return [.. rows.Select(r => new StageCall(r.order, r.session, r.room)).Where(c => c.TurnsOf(name, default).Any())];
    }

    /// <param name="now">UTC.</param>
    public IEnumerable<SlotTime> TurnsOf(string name, DateTime now) =>
        Order.TimesFrom(Session.StartsAt, now).Where(t => t.Slot.PresenterNames.Any(p => p.Name == name));
}
