using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Pitches;

/// <summary>What organisers do about a call.</summary>
public sealed class CallOffice(HubDbContext db, TimeProvider clock)
{
    /// <summary>Of one day.</summary>
    public const int MostCalls = 20;

    /// <returns>Null when the day has as many as it may.</returns>
    public Task<CallForPitches?> CreateAsync(Guid editionId, CallFacts facts, ContestTerms terms, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var taken = await db.CallsForPitches.Where(c => c.EditionId == editionId).Select(c => c.Slug).ToListAsync(ct);
                if (taken.Count >= MostCalls)
                {
                    return null;
                }

                CallForPitches call = new(editionId, FreeSlug(facts.Title, taken), facts);
                db.Add(new Contest(call.Id, terms));
                db.Log("CreateCall", editionId, by, Now, facts.Title);
                return db.Add(call).Entity;
            },
            ct);

    /// <summary>Its words, at any time; the rest while it has not opened.</summary>
    /// <param name="terms">Null: as they are.</param>
    /// <returns>False when the terms are fixed, and then nothing was written.</returns>
    public Task<bool> ReviseAsync(Guid callId, CallFacts facts, ContestTerms? terms, Guid? by, CancellationToken ct = default) =>
        ChangeAsync("ReviseCall", callId, by, (call, contest, now) =>
        {
            if (terms is not null && !Mend(call, contest, terms, now))
            {
                return false;
            }

            call.Revise(facts);
            return true;
        }, ct);

    /// <returns>False for a call without questions, and for one that would close before it is read.</returns>
    public Task<bool> PublishAsync(Guid callId, Guid? by, CancellationToken ct = default) =>
        ChangeAsync("PublishCall", callId, by, (call, contest, now) => contest.Form.Fields.Count > 0 && contest.ClosesAt > now && call.Publish(), ct);

    /// <summary>Everybody has more time, and those who write are told.</summary>
    /// <param name="closesAt">UTC.</param>
    /// <returns>False for a closing that is not later, or has passed.</returns>
    public Task<bool> ExtendAsync(Guid callId, DateTime closesAt, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var (call, contest, now) = await FindAsync(callId, ct);
                if (call.State is not CallState.Published || closesAt <= now || contest.DecidedAt is not null || !contest.Extend(closesAt))
                {
                    return false;
                }

                await db.PromiseOnceAsync(PitchMailKinds.Extended, await WritersAsync(callId, ct), contest.Version, now, ct);
                db.Log("ExtendCall", call.EditionId, by, now, call.Title);
                return true;
            },
            ct);

    /// <summary>There will be no choice: whoever wrote or was to judge is told.</summary>
    /// <param name="reason">In the organisers' words; null: none.</param>
    /// <returns>False for a call that nobody sees, or whose decisions are out.</returns>
    public Task<bool> CancelAsync(Guid callId, string? reason, Guid? by, CancellationToken ct = default) => EndAsync(callId, reason, by, c => c.DecidedAt is null, ct);

    /// <summary>The day does not take place: whoever still had something to hope for is told, after the release too.</summary>
    /// <inheritdoc cref="CancelAsync"/>
    public Task<bool> EndWithDayAsync(Guid callId, string? reason, CancellationToken ct = default) => EndAsync(callId, reason, null, _ => true, ct);

    /// <summary>One person has more time than the others.</summary>
    /// <param name="until">UTC; null: as everybody.</param>
    public Task<bool> AllowUntilAsync(Guid callId, Guid applicationId, DateTime? until, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var (call, contest, now) = await FindAsync(callId, ct);
                if (contest.DecidedAt is not null || until <= now
                    || await db.Applications.SingleOrDefaultAsync(a => a.Id == applicationId && a.ContestId == callId && a.State != ApplicationState.Withdrawn, ct) is not { } application)
                {
                    return false;
                }

                application.AllowUntil(until);
                if (until is not null)
                {
                    var authors = await db.Authors.Where(a => a.ApplicationId == applicationId).Select(a => a.Id).ToListAsync(ct);
                    await db.PromiseOnceAsync(PitchMailKinds.Extended, authors, until.Value.Ticks, now, ct);
                }

                db.Log("AllowLate", call.EditionId, by, now, $"{application.Number}");
                return true;
            },
            ct);

    /// <summary>Sorts a proposal for those who decide.</summary>
    /// <returns>False for one that is not there.</returns>
    public Task<bool> TagAsync(Guid callId, Guid applicationId, IReadOnlyList<string> tags, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                if (await db.Applications.SingleOrDefaultAsync(a => a.Id == applicationId && a.ContestId == callId && a.Versions > 0, ct) is not { } application)
                {
                    return false;
                }

                application.Tag(tags);
                db.Log("TagApplication", (await FindAsync(callId, ct)).Call.EditionId, by, Now, $"{application.Number}");
                return true;
            },
            ct);

    private Task<bool> EndAsync(Guid callId, string? reason, Guid? by, Func<Contest, bool> may, CancellationToken ct) =>
        db.WriteAsync(
            async ct =>
            {
                await db.HoldContestAsync(callId, ct);
                var (call, contest, now) = await FindAsync(callId, ct);
                if (!may(contest) || !call.Cancel())
                {
                    return false;
                }

                CallCancelledDetails details = new(reason);
                foreach (var author in await WritersAsync(callId, ct))
                {
                    db.Promise(PitchMailKinds.CallCancelled, author, 1, now, details);
                }

                var judges = db.Reviewers.Where(r => r.ContestId == callId && r.LeftAt == null && contest.DecidedAt == null);
                foreach (var reviewer in await judges.Select(r => r.Id).ToListAsync(ct))
                {
                    db.Promise(CommitteeMailKinds.CallCancelled, reviewer, 1, now, details);
                }

                db.Log("CancelCall", call.EditionId, by, now, call.Title);
                return true;
            },
            ct);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A draft is nobody's promise: its terms change even when the hour it names has come.</summary>
    private static bool Mend(CallForPitches call, Contest contest, ContestTerms terms, DateTime now) =>
        contest.Set(terms, call.State is CallState.Draft ? DateTime.MinValue : now);

    private static string FreeSlug(string title, List<string> taken)
    {
        var words = Slugs.Of(title, Slugs.Length - 4) is { Length: > 0 } slug ? slug : "appel";
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? words : $"{words}-{n}").First(s => !taken.Contains(s));
    }

    /// <returns>Authors of what has not been withdrawn, declined or lost its place.</returns>
    private async Task<IReadOnlyList<Guid>> WritersAsync(Guid callId, CancellationToken ct)
    {
        var declined = db.Decisions.Where(d => d.ContestId == callId && d.ReleasedAt != null && d.Verdict == Verdict.Declined).Select(d => d.ApplicationId);
        var lost = db.StageOffers.Where(o => o.CallId == callId && o.State == StageOfferState.Lapsed).Select(o => o.ApplicationId);
        var written = db.Applications.Where(a => a.ContestId == callId && a.State != ApplicationState.Withdrawn && !declined.Contains(a.Id) && !lost.Contains(a.Id)).Select(a => a.Id);
        return await db.Authors.Where(a => written.Contains(a.ApplicationId)).Select(a => a.Id).ToListAsync(ct);
    }

    private Task<bool> ChangeAsync(string command, Guid callId, Guid? by, Func<CallForPitches, Contest, DateTime, bool> change, CancellationToken ct) =>
        db.WriteAsync(
            async ct =>
            {
                var (call, contest, now) = await FindAsync(callId, ct);
                if (!change(call, contest, now))
                {
                    db.ChangeTracker.Clear();
                    return false;
                }

                db.Log(command, call.EditionId, by, now, call.Title);
                return true;
            },
            ct);

    private async Task<(CallForPitches Call, Contest Contest, DateTime Now)> FindAsync(Guid callId, CancellationToken ct) =>
        (await db.CallsForPitches.SingleAsync(c => c.Id == callId, ct), await db.Contests.SingleAsync(c => c.Id == callId, ct), Now);
}
