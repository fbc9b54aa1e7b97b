using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Programmes;

/// <summary>Holds files against what the hub knows.</summary>
public sealed class ProgrammeImports(HubDbContext db)
{
    /// <summary>Reads and compares; writes nothing.</summary>
    /// <param name="kinds">What the organiser said of unknown types, by <see cref="ImportedKinds.KeyOf"/>.</param>
    /// <param name="shifts">The first date of the file becomes the first of the day.</param>
    public async Task<(ImportOutcome Outcome, ProgrammeDraft Draft)> HoldAsync(
        Edition edition, ImportedProgramme file, IReadOnlyDictionary<string, SessionKind> kinds, bool shifts, CancellationToken ct = default)
    {
        var draft = await db.DraftOfAsync(edition.Id, ct);
        var published = await db.PublishedPlanAsync(edition.Id, ct);
        var codes = await db.Set<Session>().AsNoTracking().Where(s => s.EditionId == edition.Id).ToDictionaryAsync(s => s.Id, s => s.Code, ct);
        var themes = await db.Themes.AsNoTracking().OrderBy(t => t.Position).ThenBy(t => t.Code).ToListAsync(ct);
        ImportGround ground = new(edition, draft.Plan, published, codes, await ElsewhereAsync(edition.Id, file, ct), themes, kinds) { Shifts = shifts };
        return (ProgrammeImport.Build(ground, file), draft);
    }

    /// <summary>Ids of the file that sessions of other days have, published or drafted.</summary>
    private async Task<HashSet<Guid>> ElsewhereAsync(Guid editionId, ImportedProgramme file, CancellationToken ct)
    {
        var ids = file.Talks.Select(t => Guid.TryParse(t.Id, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToHashSet();
        HashSet<Guid> taken = [];
        foreach (var some in ids.Chunk(200))
        {
            taken.UnionWith(await db.Set<Session>().AsNoTracking().Where(s => s.EditionId != editionId && some.Contains(s.Id)).Select(s => s.Id).ToListAsync(ct));
        }

        if (ids.Count > taken.Count)
        {
            await foreach (var plan in db.ProgrammeDrafts.AsNoTracking().Where(d => d.EditionId != editionId).Select(d => d.Plan).AsAsyncEnumerable().WithCancellation(ct))
            {
                taken.UnionWith(plan.Sessions.Select(s => s.Id).Where(ids.Contains));
            }
        }

        return taken;
    }
}
