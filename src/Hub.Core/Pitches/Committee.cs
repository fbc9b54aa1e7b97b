using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Pitches;

/// <summary>Who reads the proposals of a call; organisers ask them in.</summary>
public sealed class Committee(HubDbContext db, PersonalLinks links, TimeProvider clock)
{
    /// <summary>Of one call.</summary>
    public const int Most = 100;

    /// <summary>Sends them a link to judge by; who had left is back.</summary>
    /// <param name="email">One that <see cref="MailAddresses"/> accepts.</param>
    /// <param name="language">They are written to in: fr or en.</param>
    /// <returns>False for who judges already, when there are enough, before the call and its day are public, and once it is decided.</returns>
    public Task<bool> InviteAsync(Guid callId, string name, string organisation, string email, string language, Guid? by, CancellationToken ct = default)
    {
        var link = links.New();
        return db.WriteAsync(
            async ct =>
            {
                var now = Now;
                await db.HoldContestAsync(callId, ct);
                if (!await IsPublicAsync(callId, ct))
                {
                    return false;
                }

                var members = await db.Reviewers.Where(r => r.ContestId == callId).ToListAsync(ct);
                var normalized = MailAddresses.Normalize(email);
                var reviewer = members.Find(r => r.NormalizedEmail == normalized);
                if (await db.Contests.AnyAsync(c => c.Id == callId && c.DecidedAt != null, ct) || (reviewer is null ? members.Count >= Most : !reviewer.Return()))
                {
                    db.ChangeTracker.Clear();
                    return false;
                }

                reviewer ??= db.Add(new Reviewer(callId, name, organisation, email, language, link, now)).Entity;
                db.Promise(CommitteeMailKinds.Invited, reviewer.Id, reviewer.Version, now);
                db.Log("InviteReviewer", reviewer.Id, by, now);
                return true;
            },
            ct);
    }

    /// <summary>They judge no more; what they have sent counts still.</summary>
    public Task<bool> DismissAsync(Guid callId, Guid reviewerId, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var isDone = await db.Reviewers.SingleOrDefaultAsync(r => r.Id == reviewerId && r.ContestId == callId, ct) is { } reviewer && reviewer.Leave(Now);
                if (isDone)
                {
                    db.Log("DismissReviewer", reviewerId, by, Now);
                }

                return isDone;
            },
            ct);

    /// <summary>One mail to each who has proposals left to judge; at the most one a day.</summary>
    /// <returns>How many people are reminded.</returns>
    public async Task<int> RemindAsync(Guid callId, Guid? by, CancellationToken ct = default)
    {
        var late = (await ProgressAsync(callId, ct)).Where(p => p is { Reviewer.LeftAt: null, IsDone: false }).Select(p => p.Reviewer.Id).ToList();
        return await db.WriteAsync(
            async ct =>
            {
                var now = Now;
                await db.PromiseOnceAsync(CommitteeMailKinds.Reminder, late, now.Ticks / TimeSpan.TicksPerDay, now, ct);
                var reminded = db.ChangeTracker.Entries<OutboxMessage>().Count();
                db.Log("RemindReviewers", callId, by, now, $"{reminded}");
                return reminded;
            },
            ct);
    }

    /// <summary>Says by when those who judge are asked to be done: in mails and on their page.</summary>
    /// <inheritdoc cref="Contest.AskReviewsBy"/>
    public Task<bool> AskReviewsByAsync(Guid callId, DateTime at, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var contest = await db.Contests.SingleAsync(c => c.Id == callId, ct);
                var isDone = contest.DecidedAt is null && at > Now && contest.AskReviewsBy(at);
                if (isDone)
                {
                    db.Log("AskReviewsBy", callId, by, Now);
                }

                return isDone;
            },
            ct);

    /// <summary>How far each has come, by name.</summary>
    public async Task<IReadOnlyList<ReviewerProgress>> ProgressAsync(Guid callId, CancellationToken ct)
    {
        var now = Now;
        var contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == callId, ct);
        var sent = db.Applications.AsNoTracking().Where(a => a.ContestId == callId && a.State == ApplicationState.Submitted);
        var judged = (await sent.ToListAsync(ct)).FindAll(a => a.IsJudged(contest, now));
        var authors = await db.AuthorsOfAsync(sent, ct);
        var reviewers = await db.Reviewers.AsNoTracking().Where(r => r.ContestId == callId).OrderBy(r => r.Name).ThenBy(r => r.Id).ToListAsync(ct);
        var recused = (await db.Recusals.Where(r => sent.Any(s => s.Id == r.ApplicationId)).Select(r => new { r.ReviewerId, r.ApplicationId }).ToListAsync(ct))
            .ToLookup(r => r.ReviewerId, r => r.ApplicationId);
        var done = (await db.Reviews.Where(r => r.State == ReviewState.Submitted && sent.Any(s => s.Id == r.ApplicationId)).Select(r => new { r.ReviewerId, r.ApplicationId }).ToListAsync(ct))
            .ToLookup(r => r.ReviewerId, r => r.ApplicationId);
        return [.. reviewers.Select(r =>
        {
            var theirs = judged.FindAll(a => !recused[r.Id].Contains(a.Id) && !r.IsTiedTo(a, authors[a.Id])).ConvertAll(a => a.Id);
            return new ReviewerProgress(r, done[r.Id].Count(theirs.Contains), theirs.Count);
        })];
    }

    private Task<bool> IsPublicAsync(Guid callId, CancellationToken ct) => db.CallsForPitches
        .AnyAsync(c => c.Id == callId && c.State == CallState.Published && db.Set<Edition>().Any(e => e.Id == c.EditionId && e.State != EditionState.Draft), ct);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

/// <param name="Done">Sent.</param>
/// <param name="All">That they may judge now.</param>
public sealed record ReviewerProgress(Reviewer Reviewer, int Done, int All)
{
    public bool IsDone => Done >= All;
}
