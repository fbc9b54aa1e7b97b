using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>The counter that guards the seats says what the rows say, and never more than there are.</summary>
public sealed class SeatInvariant(HubDbContext db) : IInvariant
{
    public string Name => "seats";

    public string Promise => "every day counts as many seats taken as people hold, and no more than it has";

    public async Task<IReadOnlyList<string>> FindBreachesAsync(int most, CancellationToken ct)
    {
        var seated = db.Registrations.Seated;

        // One statement: counter and rows are of the same instant, also while people register.
        var wrong = await db.Editions
            .Select(e => new { e.Slug, e.Capacity, e.SeatsTaken, Held = seated.Count(r => r.EditionId == e.Id) })
            .Where(e => e.SeatsTaken != e.Held || e.SeatsTaken > e.Capacity)
            .OrderBy(e => e.Slug).Take(most).ToListAsync(ct);
        return [.. wrong.Select(e => $"{e.Slug} counts {e.SeatsTaken} seats taken of {e.Capacity}, {e.Held} people hold one")];
    }
}
