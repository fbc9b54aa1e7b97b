using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Registrations;

/// <summary>A session with turns to take, as one person sees it.</summary>
/// <param name="Left">Turns nobody has.</param>
/// <param name="Booking">Their own; null before they ask.</param>
/// <param name="Rank">From 1, among those who wait.</param>
/// <param name="TurnAt">As the order stands, wall time of the day's zone; null without a turn.</param>
public sealed record Stage(Session Session, int Left, SlotBooking? Booking, int Rank, DateTime? TurnAt)
{
    /// <returns>Those to come, by the hour.</returns>
    public static async Task<IReadOnlyList<Stage>> ReadAsync(HubDbContext db, Registration person, Edition edition, DateTime now, CancellationToken ct)
    {
        var orders = await db.RunningOrders.AsNoTracking().Where(o => o.EditionId == edition.Id && o.Bookable > 0).ToDictionaryAsync(o => o.SessionId, ct);
        if (orders.Count == 0)
        {
            return [];
        }

        var ids = orders.Keys.ToList();
        var bookings = (await db.SlotBookings.AsNoTracking().Where(b => ids.Contains(b.SessionId)).OrderBy(b => b.Number).ToListAsync(ct)).ToLookup(b => b.SessionId);
        var ahead = await db.Sessions.AsNoTracking().Where(s => s.EditionId == edition.Id && ids.Contains(s.Id) && s.StartsAt > now).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync(ct);
        return ahead.ConvertAll(session => Of(person, session, orders[session.Id], [.. bookings[session.Id]], edition.TimeZone));
    }

    private static Stage Of(Registration person, Session session, RunningOrder order, List<SlotBooking> asked, string zone)
    {
        var mine = asked.Find(b => b.RegistrationId == person.Id && b.Round == person.Round);
        var turn = order.TimesFrom(session.StartsAt, default).FirstOrDefault(t => t.Slot.Id == mine?.Id);
        return new(
            session, Math.Max(0, order.Bookable - asked.Count(b => b.HasTurn)), mine, mine is null ? 0 : asked.Count(b => !b.HasTurn && b.Number <= mine.Number),
            turn is null ? null : WallClock.ToWall(turn.StartsAt, zone));
    }
}

/// <param name="Session">It was typed for.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record RefusedSubject(Guid Session, string Subject, string Message);
