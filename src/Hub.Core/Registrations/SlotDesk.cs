using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>Gives out the turns of a session that registered people take themselves, first come, first served.</summary>
public sealed class SlotDesk(HubDbContext db, TimeProvider clock)
{
    /// <summary>A turn, or a place in the line for one.</summary>
    /// <returns>False where there is none to ask for.</returns>
    public Task<bool> BookAsync(Guid registrationId, Guid sessionId, string title, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var order = await db.HoldRunningOrderAsync(sessionId, ct);
                var registration = await db.Registrations.SingleAsync(r => r.Id == registrationId, ct);
                if (order is not { Bookable: > 0 } || registration.State is not RegistrationState.Confirmed
                    || !await db.Sessions.AnyAsync(s => s.Id == sessionId && s.EditionId == registration.EditionId && s.StartsAt > Now, ct))
                {
                    return false;
                }

                if (!await db.SlotBookings.AnyAsync(b => b.SessionId == sessionId && b.RegistrationId == registrationId && b.Round == registration.Round, ct))
                {
                    await ForgetAsync(order, registrationId, ct); // of a seat given back since
                    var last = await db.SlotBookings.Where(b => b.SessionId == sessionId).MaxAsync(b => (int?)b.Number, ct) ?? 0;
                    db.Add(new SlotBooking(sessionId, registrationId, registration.Round, last + 1, title));
                    db.Log("BookSlot", registrationId, null, Now);
                    await SettleAsync(order, ct);
                }

                return true;
            },
            ct);

    public Task GiveBackAsync(Guid registrationId, Guid sessionId, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                if (await db.HoldRunningOrderAsync(sessionId, ct) is { } order && await ForgetAsync(order, registrationId, ct))
                {
                    db.Log("GiveSlotBack", registrationId, null, Now);
                    await SettleAsync(order, ct);
                }
            },
            ct);

    /// <summary>Takes turns back from who comes no more, and gives those that are free to who waits longest.</summary>
    public Task SettleAsync(Guid sessionId, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                if (await db.HoldRunningOrderAsync(sessionId, ct) is { } order)
                {
                    await SettleAsync(order, ct);
                }
            },
            ct);

    /// <summary>
    /// Inside the caller's operation: these people are forgotten. Whoever gave their seat back leaves their turn to others;
    /// of what took place the subject stays.
    /// </summary>
    /// <param name="people">With their state.</param>
    public async Task ForgetAsync(IReadOnlyList<Registration> people, CancellationToken ct)
    {
        var ids = people.Select(p => p.Id).ToList();
        foreach (var booking in await db.SlotBookings.Where(b => ids.Contains(b.RegistrationId)).OrderBy(b => b.SessionId).ThenBy(b => b.Number).ToListAsync(ct))
        {
            var order = (await db.HoldRunningOrderAsync(booking.SessionId, ct))!;
            if (people.Single(p => p.Id == booking.RegistrationId).State is RegistrationState.Confirmed ? order.Revise(booking.Id, booking.Title, null) : order.Remove(booking.Id))
            {
                order.Touch(Now);
            }

            db.Remove(booking);
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<bool> ForgetAsync(RunningOrder order, Guid registrationId, CancellationToken ct)
    {
        if (await db.SlotBookings.SingleOrDefaultAsync(b => b.SessionId == order.SessionId && b.RegistrationId == registrationId, ct) is not { } booking)
        {
            return false;
        }

        Drop(order, booking);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private void Drop(RunningOrder order, SlotBooking booking)
    {
        if (order.Remove(booking.Id))
        {
            order.Touch(Now);
        }

        db.Remove(booking);
    }

    private async Task SettleAsync(RunningOrder order, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        var rows = await (from booking in db.SlotBookings
                          join registration in db.Registrations on booking.RegistrationId equals registration.Id
                          where booking.SessionId == order.SessionId
                          orderby booking.Number
                          select new { booking, registration }).ToListAsync(ct);

        // A turn that organisers took away is not given again by itself.
        foreach (var row in rows.Where(r => r.registration.Round != r.booking.Round || r.registration.State is not RegistrationState.Confirmed || (r.booking.HasTurn && order.Find(r.booking.Id) is null)).ToList())
        {
            Drop(order, row.booking);
            rows.Remove(row);
        }

        if (await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == order.SessionId && s.StartsAt > Now, ct) is not { StartsAt: var startsAt })
        {
            return; // it has begun, or left the programme: nobody is called on stage by this any more
        }

        var free = order.Bookable - rows.Count(r => r.booking.HasTurn);
        foreach (var row in rows.Where(r => !r.booking.HasTurn).Take(Math.Max(0, free)))
        {
            var (at, registration) = (startsAt + order.OffsetOf(order.Slots.Count), row.registration);
            if (order.Add(new Slot(row.booking.Id, row.booking.Title, $"{registration.Name}, {registration.JobTitle}, {registration.Organisation}") { ToldAs = at }))
            {
                row.booking.Give();
                order.Touch(Now);
                await db.PromiseOnceAsync(RegistrationMailKinds.Turns, registration.Id, Now.Ticks, Now, ct);
            }
        }
    }
}
