using Hub.Core.Audit;
using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Evaluations;

/// <summary>
/// What reviewers see and do. What they are recused from, what was never sent and what does not exist answer alike; what
/// others think of an application shows once they have sent what they think of it themselves.
/// </summary>
public sealed class ReviewRoom(HubDbContext db, TimeProvider clock)
{
    /// <summary>What waits for them, those that fewest have judged first; then what they have judged.</summary>
    public async Task<IReadOnlyList<QueueEntry>> QueueAsync(Guid reviewerId, CancellationToken ct)
    {
        if (await db.Reviewers.AsNoTracking().SingleOrDefaultAsync(r => r.Id == reviewerId && r.LeftAt == null, ct) is not { } reviewer)
        {
            return [];
        }

        var now = Now;
        var contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == reviewer.ContestId, ct);
        var sent = db.Applications.AsNoTracking().Where(a => a.ContestId == contest.Id && a.State == ApplicationState.Submitted);
        var applications = await sent.OrderBy(a => a.Number).Take(Contest.MostApplications).ToListAsync(ct);
        var authors = (await db.Authors.Where(a => sent.Any(s => s.Id == a.ApplicationId)).Select(a => new { a.ApplicationId, a.NormalizedEmail }).ToListAsync(ct))
            .ToLookup(a => a.ApplicationId, a => a.NormalizedEmail);
        var recused = (await db.Recusals.Where(r => r.ReviewerId == reviewerId).Select(r => r.ApplicationId).ToListAsync(ct)).ToHashSet();
        var own = await db.Reviews.AsNoTracking().Where(r => r.ReviewerId == reviewerId).ToDictionaryAsync(r => r.ApplicationId, ct);
        var judged = await db.Reviews.Where(r => r.State == ReviewState.Submitted && sent.Any(s => s.Id == r.ApplicationId))
            .GroupBy(r => r.ApplicationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return [.. applications.Where(a => a.IsJudged(contest, now) && !recused.Contains(a.Id) && !reviewer.IsTiedTo(a, authors[a.Id]))
            .Select(a => new QueueEntry(a, own.GetValueOrDefault(a.Id)))
            .OrderBy(e => e.Review?.State is ReviewState.Submitted).ThenBy(e => judged.GetValueOrDefault(e.Application.Id)).ThenBy(e => e.Application.Number)];
    }

    /// <returns>Null for what they may not read, and for what is not there.</returns>
    public async Task<OpenFile?> OpenAsync(Guid reviewerId, Guid applicationId, CancellationToken ct)
    {
        if (await FindAsync(reviewerId, applicationId, ct) is not var (contest, application))
        {
            return null;
        }

        var version = await db.ApplicationVersions.AsNoTracking().SingleAsync(v => v.ApplicationId == applicationId && v.Number == application.Versions, ct);
        var own = await db.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.ReviewerId == reviewerId && r.ApplicationId == applicationId, ct);
        var others = own?.State is ReviewState.Submitted
            ? await (from review in db.Reviews.AsNoTracking()
                     join reviewer in db.Reviewers on review.ReviewerId equals reviewer.Id
                     where review.ApplicationId == applicationId && review.ReviewerId != reviewerId && review.State == ReviewState.Submitted
                     orderby review.SubmittedAt, review.Id
                     select new OtherReview(reviewer.Name, review)).ToListAsync(ct)
            : [];
        return new(contest, application, version, own, others);
    }

    /// <inheritdoc cref="Review.Save"/>
    public Task<SaveOutcome> SaveAsync(Guid reviewerId, Guid applicationId, ReviewSheet sheet, int seen, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                if (await FindAsync(reviewerId, applicationId, ct) is not var (contest, _))
                {
                    return SaveOutcome.Refused;
                }

                var found = await OwnAsync(reviewerId, applicationId, ct);
                var review = found ?? new(reviewerId, applicationId);
                var outcome = review.Save(contest.Grid, sheet, seen, Now);
                if (found is null && review.Revision > 0)
                {
                    db.Add(review);
                }

                return outcome;
            },
            ct);

    /// <returns>False while a criterion has no mark, and for what they may not judge.</returns>
    public Task<bool> SubmitAsync(Guid reviewerId, Guid applicationId, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var isDone = await FindAsync(reviewerId, applicationId, ct) is var (contest, _)
                    && await OwnAsync(reviewerId, applicationId, ct) is { } review && review.Submit(contest.Grid, Now);
                if (isDone)
                {
                    db.Log("SubmitReview", reviewerId, null, Now);
                }

                return isDone;
            },
            ct);

    /// <summary>They stay away from it from now on, and what they said of it is discarded.</summary>
    /// <returns>False for what they do not see.</returns>
    public Task<bool> RecuseAsync(Guid reviewerId, Guid applicationId, RecusalKind kind, string? reason, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                if (kind is RecusalKind.Declared ? await FindAsync(reviewerId, applicationId, ct) is null : !await CanKeepAwayAsync(reviewerId, applicationId, ct))
                {
                    return false;
                }

                db.Add(new Recusal { ReviewerId = reviewerId, ApplicationId = applicationId, Kind = kind, Reason = reason, At = Now });
                (await OwnAsync(reviewerId, applicationId, ct))?.Discard();
                db.Log("RecuseReviewer", reviewerId, by, Now);
                return true;
            },
            ct);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Organisers do so before the closing too, when nobody sees anything yet.</summary>
    private async Task<bool> CanKeepAwayAsync(Guid reviewerId, Guid applicationId, CancellationToken ct) =>
        await (from reviewer in db.Reviewers
               join application in db.Applications on reviewer.ContestId equals application.ContestId
               where reviewer.Id == reviewerId && application.Id == applicationId
               select reviewer.Id).AnyAsync(ct)
        && !await db.Recusals.AnyAsync(r => r.ReviewerId == reviewerId && r.ApplicationId == applicationId, ct);

    private Task<Review?> OwnAsync(Guid reviewerId, Guid applicationId, CancellationToken ct) =>
        db.Reviews.SingleOrDefaultAsync(r => r.ReviewerId == reviewerId && r.ApplicationId == applicationId, ct);

    /// <summary>The one door to an application for a reviewer.</summary>
    private async Task<(Contest Contest, Application Application)?> FindAsync(Guid reviewerId, Guid applicationId, CancellationToken ct)
    {
        var found = await (from reviewer in db.Reviewers.AsNoTracking()
                           join contest in db.Contests.AsNoTracking() on reviewer.ContestId equals contest.Id
                           join application in db.Applications.AsNoTracking() on contest.Id equals application.ContestId
                           where reviewer.Id == reviewerId && reviewer.LeftAt == null && application.Id == applicationId
                           select new { reviewer, contest, application }).SingleOrDefaultAsync(ct);
        if (found is null || !found.application.IsJudged(found.contest, Now))
        {
            return null;
        }

        var authors = await db.Authors.Where(a => a.ApplicationId == applicationId).Select(a => a.NormalizedEmail).ToListAsync(ct);
        return found.reviewer.IsTiedTo(found.application, authors) || await db.Recusals.AnyAsync(r => r.ReviewerId == reviewerId && r.ApplicationId == applicationId, ct)
            ? null
            : (found.contest, found.application);
    }
}

/// <param name="Review">Their own; null before the first word.</param>
public sealed record QueueEntry(Application Application, Review? Review);

/// <param name="Version">What is judged.</param>
/// <param name="Own">Null before the first word.</param>
/// <param name="Others">Sent by others; empty until their own is sent.</param>
public sealed record OpenFile(Contest Contest, Application Application, ApplicationVersion Version, Review? Own, IReadOnlyList<OtherReview> Others);

/// <param name="Name">Of the reviewer.</param>
public sealed record OtherReview(string Name, Review Review);
