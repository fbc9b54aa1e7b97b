using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Programmes;

/// <summary>A published session in which somebody has a turn on stage that everybody may know of.</summary>
/// <param name="Room">Null for all rooms.</param>
public sealed record StageCall(RunningOrder Order, Session Session, Room? Room)
{
    /// <returns>By the hour; none before the day is public.</returns>
    public static async Task<IReadOnlyList<StageCall>> ReadAsync(HubDbContext db, Edition edition, string name, CancellationToken ct) =>
        [.. (await ReadAsync(db, edition, slot => slot.Names(name), ct)).Where(c => c.Order.AnnouncedAt is not null)];

    /// <summary>Those with a turn that is theirs, whether everybody may know of it or not.</summary>
    /// <inheritdoc cref="ReadAsync(HubDbContext, Edition, string, CancellationToken)"/>
    public static async Task<IReadOnlyList<StageCall>> ReadAsync(HubDbContext db, Edition edition, Func<Slot, bool> isTheirs, CancellationToken ct)
    {
        if (!edition.IsPublic)
        {
            return [];
        }

        var rows = await (from order in db.RunningOrders.AsNoTracking()
                          where order.EditionId == edition.Id
                          join session in db.Sessions.AsNoTracking() on order.SessionId equals session.Id
                          join found in db.Rooms.AsNoTracking() on session.RoomId equals found.Id into rooms
                          from room in rooms.DefaultIfEmpty()
                          orderby session.StartsAt, session.Id
                          select new { order, session, room }).ToListAsync(ct);
        return [.. rows.Select(r => new StageCall(r.order, r.session, r.room)).Where(c => c.Order.Slots.Any(isTheirs))];
    }

    /// <param name="now">UTC.</param>
    public IEnumerable<SlotTime> TurnsOf(string name, DateTime now) =>
        Order.TimesFrom(Session.StartsAt, now).Where(t => t.Slot.Names(name));

    /// <summary>The turns that are theirs, as a mail tells of them.</summary>
    /// <param name="language">Of the reader: fr or en.</param>
    public IEnumerable<ToldSlot> Tell(Func<Slot, bool> isTheirs, Edition edition, string language) => Order.TimesFrom(Session.StartsAt, default).Where(t => isTheirs(t.Slot)).Select(t =>
        new ToldSlot(t.Slot.Title, (language is "en" ? Session.EnglishTitle : null) ?? Session.Title, WallClock.ToWall(t.PlannedAt, edition.TimeZone), Order.SlotMinutes, Room?.Name));
}
