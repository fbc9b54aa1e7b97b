using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Evaluations;

public static class EvaluationSets
{
    extension(HubDbContext db)
    {
        public DbSet<Contest> Contests => db.Set<Contest>();

        public DbSet<Application> Applications => db.Set<Application>();

        public DbSet<ApplicationVersion> ApplicationVersions => db.Set<ApplicationVersion>();

        public DbSet<Attachment> Attachments => db.Set<Attachment>();

        public DbSet<Author> Authors => db.Set<Author>();

        public DbSet<Reviewer> Reviewers => db.Set<Reviewer>();

        public DbSet<Recusal> Recusals => db.Set<Recusal>();

        public DbSet<Review> Reviews => db.Set<Review>();

        public DbSet<Decision> Decisions => db.Set<Decision>();

        /// <summary>As they were sent last, by application.</summary>
        public async Task<IReadOnlyDictionary<Guid, ApplicationVersion>> LastVersionsAsync(IReadOnlyList<Guid> ids, CancellationToken ct) =>
            await (from application in db.Applications.Where(a => ids.Contains(a.Id))
                   join version in db.ApplicationVersions.AsNoTracking() on new { application.Id, Number = application.Versions } equals new { Id = version.ApplicationId, version.Number }
                   select version).ToDictionaryAsync(v => v.ApplicationId, ct);

        /// <summary>Bytes of each of its documents, by hash.</summary>
        public async Task<IReadOnlyDictionary<string, int>> FileSizesAsync(Guid applicationId, CancellationToken ct) =>
            await db.Attachments.Where(a => a.ApplicationId == applicationId).Select(a => new { a.Hash, a.Size }).ToDictionaryAsync(a => a.Hash, a => a.Size, StringComparer.Ordinal, ct);

        /// <summary>Whoever holds the same contest waits until the operation under way is over.</summary>
        public Task HoldContestAsync(Guid contestId, CancellationToken ct) =>
            db.Contests.Where(c => c.Id == contestId).ExecuteUpdateAsync(s => s.SetProperty(c => c.Submissions, c => c.Submissions), ct);
    }
}
