using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Programmes;

public static class ProgrammeSets
{
    extension(HubDbContext db)
    {
        public DbSet<ProgrammeDraft> ProgrammeDrafts => db.Set<ProgrammeDraft>();

        public DbSet<ProgrammeVersion> ProgrammeVersions => db.Set<ProgrammeVersion>();

        /// <summary>What is published; nobody has touched it when there is no draft.</summary>
        public async Task<ProgrammePlan> PublishedPlanAsync(Guid editionId, CancellationToken ct)
        {
            var rooms = await db.Rooms.AsNoTracking().Where(r => r.EditionId == editionId).OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(ct);
            var sessions = await db.Sessions.AsNoTracking().Where(s => s.EditionId == editionId).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync(ct);
            return ProgrammePlan.Of(rooms, sessions);
        }

        /// <summary>To read; <see cref="ProgrammeOffice"/> writes.</summary>
        public async Task<ProgrammeDraft> DraftOfAsync(Guid editionId, CancellationToken ct) =>
            await db.ProgrammeDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.EditionId == editionId, ct)
            ?? new(editionId, await db.PublishedPlanAsync(editionId, ct));

        /// <summary>The draft with everybody who has a turn on stage, to read.</summary>
        public async Task<ProgrammePlan> DraftWithPresentersAsync(Guid editionId, CancellationToken ct) =>
            (await db.DraftOfAsync(editionId, ct)).Plan.With(await db.RunningOrders.AsNoTracking().Where(o => o.EditionId == editionId).ToListAsync(ct));

        /// <summary>To write, in the operation under way.</summary>
        internal async Task<ProgrammeDraft> DraftToWriteAsync(Guid editionId, CancellationToken ct) =>
            await db.ProgrammeDrafts.SingleOrDefaultAsync(d => d.EditionId == editionId, ct)
            ?? db.Add(new ProgrammeDraft(editionId, await db.PublishedPlanAsync(editionId, ct))).Entity;
    }
}
