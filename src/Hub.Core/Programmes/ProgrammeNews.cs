using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Programmes;

/// <summary>A publication, and what it changed.</summary>
/// <param name="Difference">Null for the first one.</param>
public sealed record ProgrammeNews(ProgrammeVersion Version, ProgrammeDifference? Difference)
{
    /// <returns>The last one first.</returns>
    public static async Task<IReadOnlyList<ProgrammeNews>> ReadAsync(HubDbContext db, Edition edition, int skip, int take, CancellationToken ct)
    {
        var versions = await db.ProgrammeVersions.AsNoTracking().Where(v => v.EditionId == edition.Id)
            .OrderByDescending(v => v.Number).Skip(skip).Take(take + 1).ToListAsync(ct);
        return [.. versions.Take(take).Select((version, index) => new ProgrammeNews(version, versions.ElementAtOrDefault(index + 1) is { } before
            ? ProgrammeDifference.Between(before.PlanFor(edition), version.PlanFor(edition)) : null))];
    }
}
