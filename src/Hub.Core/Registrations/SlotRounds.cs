using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Recurring;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>Whatever ends a registration or adds turns, turns and the line for them follow within a minute, until the session begins.</summary>
public sealed class SlotRounds(HubDbContext db, SlotDesk desk, TimeProvider clock) : IRecurringTask
{
    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (bookings, sessions) = (db.SlotBookings, db.Sessions);
        var ahead = await db.RunningOrders.Where(o => bookings.Any(b => b.SessionId == o.SessionId) && sessions.Any(s => s.Id == o.SessionId && s.StartsAt > now))
            .Select(o => o.SessionId).ToListAsync(ct);
        foreach (var session in ahead)
        {
            await desk.SettleAsync(session, ct);
        }
    }
}
