using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Recurring;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>On the eve of a day, at ten in the morning there, tells everybody who has a place where and when, once for each date.</summary>
public sealed class Reminders(HubDbContext db, TimeProvider clock) : IRecurringTask
{
    public static TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var soon = db.Editions.AsNoTracking().Where(e => e.State == EditionState.Announced && e.StartsAt > now && e.StartsAt < now.AddDays(2));
        foreach (var edition in await soon.ToListAsync(ct))
        {
            if (DueAt(edition) is var due && due <= now)
            {
                await db.WriteAsync(ct => RemindAsync(edition, due, now, ct), ct);
            }
        }
    }

    /// <summary>Whoever was given a place since has just read all of it.</summary>
    private async Task RemindAsync(Edition edition, DateTime due, DateTime now, CancellationToken ct)
    {
        var tickets = db.Outbox.Where(m => m.Kind == RegistrationMailKinds.Confirmed && m.CreatedAt >= due);
        var people = await db.Registrations.For(edition.Id)
            .Where(r => r.State == RegistrationState.Confirmed && r.WantsReminder && !tickets.Any(m => m.SubjectId == r.Id))
            .Select(r => r.Id).ToListAsync(ct);
        await db.PromiseOnceAsync(RegistrationMailKinds.Reminder, people, edition.StartsAt.Ticks, now, ct);
    }

    private static DateTime DueAt(Edition edition) => WallClock.Resolve(edition.LocalStart.Date.AddHours(10 - 24), edition.TimeZone).Earliest;
}
