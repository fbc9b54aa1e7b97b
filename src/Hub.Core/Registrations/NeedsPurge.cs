using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Recurring;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>
/// Forgets what people said of their needs, thirty days after the day: the form promises it, and such answers may
/// reveal health or belief (GDPR, articles 5(1)(e) and 9). Who gave their place back is forgotten at once by
/// <see cref="Registration.Cancel"/>; here, those of before that rule.
/// </summary>
public sealed class NeedsPurge(HubDbContext db, TimeProvider clock) : IRecurringTask
{
    /// <summary>How long after the end of a day its answers are kept.</summary>
    public const int Days = 30;

    public static TimeSpan Every => TimeSpan.FromHours(1);

    Task IRecurringTask.RunAsync(CancellationToken ct) => RunAsync(ct);

    /// <returns>How many people's answers were forgotten.</returns>
    public Task<int> RunAsync(CancellationToken ct = default)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-Days);
        var over = db.Editions.Where(e => e.EndsAt < before).Select(e => e.Id);
        return db.WriteAsync(
            ct => db.Registrations.Where(r => r.Needs != null && (r.State == RegistrationState.Cancelled || over.Contains(r.EditionId))).ExecuteUpdateAsync(
                r => r.SetProperty(x => x.Needs, (string?)null).SetProperty(x => x.Version, x => x.Version + 1), ct),
            ct);
    }
}
