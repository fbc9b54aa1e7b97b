using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Notifications;
using Hub.Core.Recurring;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Pitches;

/// <summary>When a call closes, those who were asked to judge before are told, once, that they can read.</summary>
public sealed class CommitteeRounds(HubDbContext db, TimeProvider clock) : IRecurringTask
{
    /// <summary>A hub that was down for longer says it no more.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromDays(3);

    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public Task RunAsync(CancellationToken ct) => db.WriteAsync(
        async ct =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var earliest = now - Latest;
            var published = db.CallsForPitches.Where(c => c.State == CallState.Published).Select(c => c.Id);
            var waiting = from contest in db.Contests
                          where contest.ClosesAt <= now && contest.ClosesAt > earliest && contest.DecidedAt == null && published.Contains(contest.Id)
                          join reviewer in db.Reviewers on contest.Id equals reviewer.ContestId
                          where reviewer.LeftAt == null && reviewer.InvitedAt < contest.ClosesAt
                          select reviewer.Id;
            await db.PromiseOnceAsync(CommitteeMailKinds.Reading, await waiting.ToListAsync(ct), 1, now, ct);
        },
        ct);
}
