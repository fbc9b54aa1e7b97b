using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Pitches;

/// <summary>Organisers decide between themselves for as long as they need, and release everything at once.</summary>
public sealed class DecisionOffice(HubDbContext db, TimeProvider clock)
{
    /// <summary>Writes down what becomes of proposals; nobody else learns of it before the release.</summary>
    /// <returns>Those that a colleague changed meanwhile, or that can not be decided: nothing was written of them.</returns>
    public Task<IReadOnlyList<Guid>> DecideAsync(Guid callId, IReadOnlyList<Decided> decisions, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync<IReadOnlyList<Guid>>(
            async ct =>
            {
                var now = Now;
                await db.HoldContestAsync(callId, ct);
                var contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == callId, ct);
                var editionId = await db.CallsForPitches.Where(c => c.Id == callId).Select(c => c.EditionId).SingleAsync(ct);
                var ids = decisions.Select(d => d.ApplicationId).ToList();
                var applications = await db.Applications.AsNoTracking().Where(a => a.ContestId == callId && ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
                var before = await db.Decisions.Where(d => d.ContestId == callId && ids.Contains(d.ApplicationId)).ToDictionaryAsync(d => d.ApplicationId, ct);
                List<Guid> refused = [];
                foreach (var decided in decisions)
                {
                    var decision = before.GetValueOrDefault(decided.ApplicationId);
                    if (IsSame(decision, decided))
                    {
                        continue;
                    }

                    if (!applications.TryGetValue(decided.ApplicationId, out var application) || !application.IsJudged(contest, now) || (decision?.Version ?? 0) != decided.Seen)
                    {
                        refused.Add(decided.ApplicationId);
                        continue;
                    }

                    Write(callId, decision, decided, now);
                    db.Log("DecideApplication", editionId, by, now, $"{application.Number}");
                }

                return refused;
            },
            ct);

    /// <summary>Tells everybody what was decided, one mail each; those accepted are given a place to confirm.</summary>
    /// <param name="days">To confirm in; from 1 to <see cref="CallForPitches.MostDaysToConfirm"/>.</param>
    public Task<ReleaseOutcome> ReleaseAsync(Guid callId, int days, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = Now;
                await db.HoldContestAsync(callId, ct);
                var contest = await db.Contests.SingleAsync(c => c.Id == callId, ct);
                var call = await db.CallsForPitches.SingleAsync(c => c.Id == callId, ct);
                var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == call.EditionId, ct);
                var applications = await db.Applications.AsNoTracking().Where(a => a.ContestId == callId && a.State != ApplicationState.Withdrawn).ToListAsync(ct);
                var sent = applications.FindAll(a => a.State is ApplicationState.Submitted).ConvertAll(a => a.Id).ToHashSet();
                var decisions = (await db.Decisions.Where(d => d.ContestId == callId && d.ReleasedAt == null).ToListAsync(ct)).FindAll(d => sent.Contains(d.ApplicationId));
                var outcome = Check(call, contest, edition, applications, decisions, now);
                if (outcome is not ReleaseOutcome.Done)
                {
                    return outcome;
                }

                contest.Decide(now);
                call.GiveDays(days);
                await LineUpAsync(callId, decisions, now, ct);
                foreach (var decision in decisions)
                {
                    decision.Release(now);
                    if (decision.Verdict is Verdict.Accepted)
                    {
                        db.Add(new StageOffer(decision.ApplicationId, callId, call.ConfirmBy(edition, now), now));
                    }

                    await db.TellAuthorsAsync(KindOf(decision.Verdict), decision.ApplicationId, 1, now, ct);
                }

                db.Log("ReleaseDecisions", call.EditionId, by, now, call.Title);
                return outcome;
            },
            ct);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static bool IsSame(Decision? decision, Decided decided) =>
        (decision?.Verdict, decision?.Position, decision?.Reason) == (decided.Verdict, decided.Verdict is Verdict.Reserve ? decided.Position : null, decided.Verdict is null ? null : decided.Reason);

    private static string KindOf(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => PitchMailKinds.Accepted,
        Verdict.Reserve => PitchMailKinds.Reserve,
        _ => PitchMailKinds.Declined,
    };

    private static ReleaseOutcome Check(CallForPitches call, Contest contest, Edition edition, List<Application> applications, List<Decision> decisions, DateTime now) =>
        contest.DecidedAt is not null ? ReleaseOutcome.Released
        : call.State is not CallState.Published || edition.StartsAt <= now || edition.State is not EditionState.Announced ? ReleaseOutcome.Closed
        : contest.ClosesAt > now || applications.Exists(a => a.ClosesAt(contest) > now) ? ReleaseOutcome.StillOpen
        : decisions.Count == 0 ? ReleaseOutcome.Nothing
        : applications.Exists(a => a.State is ApplicationState.Submitted && !decisions.Exists(d => d.ApplicationId == a.Id)) ? ReleaseOutcome.Undecided
        : ReleaseOutcome.Done;

    private void Write(Guid callId, Decision? decision, Decided decided, DateTime now)
    {
        if (decided.Verdict is not { } verdict)
        {
            db.Remove(decision!);
            return;
        }

        decision ??= db.Add(new Decision(decided.ApplicationId, callId)).Entity;
        decision.Decide(verdict, decided.Position, decided.Reason, now);
    }

    /// <summary>Who waits has a number from 1: as it was given, and by rank where none was.</summary>
    private async Task LineUpAsync(Guid callId, List<Decision> decisions, DateTime now, CancellationToken ct)
    {
        var ranks = (await db.RankAsync(callId, ct)).Index().ToDictionary(r => r.Item.ApplicationId, r => r.Index);
        var reserve = decisions.Where(d => d.Verdict is Verdict.Reserve).OrderBy(d => d.Position ?? int.MaxValue).ThenBy(d => ranks[d.ApplicationId]);
        foreach (var (index, decision) in reserve.Index().ToList())
        {
            decision.Decide(Verdict.Reserve, index + 1, decision.Reason, now);
        }
    }
}

/// <param name="Verdict">Null: not decided, or not any more.</param>
/// <param name="Seen">Version of the decision that the person wrote over; 0 for none.</param>
/// <inheritdoc cref="Decision"/>
public sealed record Decided(Guid ApplicationId, Verdict? Verdict, int? Position, string? Reason, int Seen);

/// <remarks><see cref="StillOpen"/>: somebody may still send something. <see cref="Closed"/>: the day has begun, or is not to be.</remarks>
public enum ReleaseOutcome { Done, StillOpen, Undecided, Nothing, Released, Closed }
