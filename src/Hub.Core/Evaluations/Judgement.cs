using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Evaluations;

/// <summary>What those who decide read: never shown to a reviewer or a candidate.</summary>
public static class Judgement
{
    extension(HubDbContext db)
    {
        /// <summary>What was sent of an application, by those who may judge it.</summary>
        public async Task<IReadOnlyList<OtherReview>> ReviewsOfAsync(Application application, CancellationToken ct)
        {
            var authors = await db.Authors.Where(a => a.ApplicationId == application.Id).Select(a => a.NormalizedEmail).ToListAsync(ct);
            var rows = await (from review in db.Reviews.AsNoTracking()
                              join reviewer in db.Reviewers.AsNoTracking() on review.ReviewerId equals reviewer.Id
                              where review.ApplicationId == application.Id && review.State == ReviewState.Submitted
                              orderby review.SubmittedAt, review.Id
                              select new { reviewer, review }).ToListAsync(ct);
            return [.. rows.Where(r => !r.reviewer.IsTiedTo(application, authors)).Select(r => new OtherReview(r.reviewer.Name, r.review))];
        }

        /// <summary>Normalised addresses of who writes each application.</summary>
        internal async Task<ILookup<Guid, string>> AuthorsOfAsync(IQueryable<Application> applications, CancellationToken ct) =>
            (await db.Authors.Where(a => applications.Any(x => x.Id == a.ApplicationId)).Select(a => new { a.ApplicationId, a.NormalizedEmail }).ToListAsync(ct))
                .ToLookup(a => a.ApplicationId, a => a.NormalizedEmail);

        /// <summary>How many may judge each application: who is in the committee, or left it a review, and neither tied nor recused.</summary>
        public async Task<IReadOnlyDictionary<Guid, int>> JudgesAsync(Guid contestId, CancellationToken ct)
        {
            var sent = db.Applications.AsNoTracking().Where(a => a.ContestId == contestId && a.State == ApplicationState.Submitted);
            var applications = await sent.ToListAsync(ct);
            var reviewers = await db.Reviewers.AsNoTracking().Where(r => r.ContestId == contestId).ToListAsync(ct);
            var authors = await db.AuthorsOfAsync(sent, ct);
            var recused = (await db.Recusals.Where(r => sent.Any(s => s.Id == r.ApplicationId)).Select(r => new { r.ApplicationId, r.ReviewerId }).ToListAsync(ct))
                .ToLookup(r => r.ApplicationId, r => r.ReviewerId);
            var reviewed = (await db.Reviews.Where(r => r.State == ReviewState.Submitted && sent.Any(s => s.Id == r.ApplicationId)).Select(r => new { r.ApplicationId, r.ReviewerId }).ToListAsync(ct))
                .ToLookup(r => r.ApplicationId, r => r.ReviewerId);
            return applications.ToDictionary(a => a.Id, a => reviewers.Count(r =>
                (r.LeftAt is null || reviewed[a.Id].Contains(r.Id)) && !recused[a.Id].Contains(r.Id) && !r.IsTiedTo(a, authors[a.Id])));
        }

        /// <summary>The applications of a contest by what reviewers think of them. Reviews of who is recused, or tied to the applicant since, do not count.</summary>
        public async Task<IReadOnlyList<Ranked>> RankAsync(Guid contestId, CancellationToken ct)
        {
            var grid = await db.Contests.Where(c => c.Id == contestId).Select(c => c.Grid).SingleAsync(ct);
            var sent = db.Applications.AsNoTracking().Where(a => a.ContestId == contestId && a.State == ApplicationState.Submitted);
            var applications = await sent.ToListAsync(ct);
            var reviewers = await db.Reviewers.AsNoTracking().Where(r => r.ContestId == contestId).ToDictionaryAsync(r => r.Id, ct);
            var authors = await db.AuthorsOfAsync(sent, ct);
            var reviews = (await db.Reviews.AsNoTracking().Where(r => r.State == ReviewState.Submitted && sent.Any(s => s.Id == r.ApplicationId)).ToListAsync(ct))
                .ToLookup(r => r.ApplicationId);
            return Ranking.Of(applications.Select(a => KeyValuePair.Create<Guid, IReadOnlyList<decimal>>(
                a.Id, [.. reviews[a.Id].Where(r => !reviewers[r.ReviewerId].IsTiedTo(a, authors[a.Id])).Select(r => r.Total(grid)).OfType<decimal>()])));
        }
    }
}
