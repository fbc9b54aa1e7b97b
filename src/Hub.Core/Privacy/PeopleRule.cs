using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Privacy;

/// <summary>Erases people of days long over, day by day. A day that waits for its new date is not over.</summary>
public abstract class PeopleRule(HubDbContext db, Anonymiser anonymiser, TimeProvider clock) : IRetentionRule
{
    public abstract string Name { get; }

    /// <summary>After the end of the day.</summary>
    protected abstract int Months { get; }

    public Task<int> CountAsync(CancellationToken ct) => Old.CountAsync(ct);

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var erased = 0;
        foreach (var day in await Old.Select(r => r.EditionId).Distinct().ToListAsync(ct))
        {
            erased += await db.WriteAsync(
                async ct =>
                {
                    var people = await Old.Where(r => r.EditionId == day).ToListAsync(ct);
                    await anonymiser.EraseAsync(people, Now, ct);
                    return people.Count;
                },
                ct);
        }

        return erased;
    }

    protected abstract IQueryable<Registration> Of(IQueryable<Registration> people);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private IQueryable<Registration> Old
    {
        get
        {
            var before = Now.AddMonths(-Months);
            var over = db.Editions.Where(e => e.EndsAt < before && e.State != EditionState.Postponed).Select(e => e.Id);
            return Of(db.Registrations.Known).Where(r => over.Contains(r.EditionId));
        }
    }
}
