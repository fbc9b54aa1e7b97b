using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>
/// The queue has one order: who waits has a number, nobody else of the same day has it, and the next to be given is
/// higher. Ranks are counted from the numbers, so they run from 1 without a gap when this holds.
/// </summary>
public sealed class QueueInvariant(HubDbContext db) : IInvariant
{
    public string Name => "queues";

    public string Promise => "everybody who waits has a number of their own, none beyond the last one given";

    public async Task<IReadOnlyList<string>> FindBreachesAsync(int most, CancellationToken ct)
    {
        var queues =
            from r in db.Registrations
            join e in db.Editions on r.EditionId equals e.Id
            where r.QueueNumber != null || r.State == RegistrationState.Waiting
            select new { e.Slug, e.QueueCounter, r.QueueNumber };
        var lost = await queues.Where(r => r.QueueNumber == null).GroupBy(r => r.Slug).Select(g => new { Slug = g.Key, People = g.Count() })
            .OrderBy(g => g.Slug).Take(most).ToListAsync(ct);
        var twice = await queues.Where(r => r.QueueNumber != null).GroupBy(r => new { r.Slug, r.QueueNumber }).Where(g => g.Count() > 1)
            .Select(g => new { g.Key.Slug, g.Key.QueueNumber, People = g.Count() }).OrderBy(g => g.Slug).Take(most).ToListAsync(ct);
        var beyond = await queues.Where(r => r.QueueNumber > r.QueueCounter).OrderBy(r => r.Slug).Take(most).ToListAsync(ct);
        IEnumerable<string> all =
        [
            .. lost.Select(g => $"{g.Slug} lets {g.People} wait without a number"),
            .. twice.Select(g => $"{g.Slug} gave number {g.QueueNumber} to {g.People} people"),
            .. beyond.Select(r => $"{r.Slug} gave number {r.QueueNumber}, and believes the last one was {r.QueueCounter}"),
        ];
        return [.. all.Take(most)];
    }
}
