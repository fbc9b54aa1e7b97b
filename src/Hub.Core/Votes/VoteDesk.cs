using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Votes;

/// <summary>Opens a vote, takes the ballots and counts them.</summary>
public sealed class VoteDesk(HubDbContext db, TimeProvider clock)
{
    /// <summary>There is nothing to choose among fewer turns.</summary>
    public const int FewestTurns = 2;

    /// <summary>Opens it, or again when it was closed too early.</summary>
    /// <returns>False when it is open, or the audience has not been told of <see cref="FewestTurns"/> turns.</returns>
    public Task<bool> OpenAsync(Guid editionId, Guid sessionId, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var vote = await HoldAsync(sessionId, ct);
                if (!await db.Editions.AnyAsync(e => e.Id == editionId && e.State == EditionState.Announced, ct)
                    || await db.RunningOrders.AsNoTracking().SingleOrDefaultAsync(o => o.SessionId == sessionId && o.EditionId == editionId && o.AnnouncedAt != null, ct) is not { } order
                    || order.Electable.Count() < FewestTurns
                    || await db.Sessions.Where(s => s.Id == sessionId).Select(s => s.Title).SingleOrDefaultAsync(ct) is not { } title)
                {
                    return false;
                }

                if (vote is null)
                {
                    db.Add(new AudienceVote(editionId, sessionId, Now));
                    db.Log("OpenVote", editionId, by, Now, title);
                    return true;
                }

                if (!vote.Reopen())
                {
                    return false;
                }

                db.Log("ReopenVote", editionId, by, Now, title);
                return true;
            },
            ct);

    /// <summary>Counts, and shows everybody what was counted.</summary>
    /// <returns>False when it is not open.</returns>
    public Task<bool> CloseAsync(Guid editionId, Guid sessionId, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                if (await HoldAsync(sessionId, ct) is not { } vote || vote.EditionId != editionId)
                {
                    return false;
                }

                var votes = await db.Ballots.Where(b => b.SessionId == sessionId).GroupBy(b => b.SlotId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
                var order = await db.RunningOrders.AsNoTracking().SingleAsync(o => o.SessionId == sessionId, ct);
                if (!vote.Close([.. order.Electable.Select(s => new TurnVotes(s.Id, votes.GetValueOrDefault(s.Id))).OrderByDescending(t => t.Votes)], Now))
                {
                    return false;
                }

                db.Log("CloseVote", editionId, by, Now, await db.Sessions.Where(s => s.Id == sessionId).Select(s => s.Title).SingleOrDefaultAsync(ct));
                return true;
            },
            ct);

    /// <summary>One voice a device: who votes again has changed their mind.</summary>
    public Task<VoteOutcome> CastAsync(Guid sessionId, Guid voter, Guid slotId, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                if (await HoldAsync(sessionId, ct) is not { IsOpen: true })
                {
                    return VoteOutcome.Closed;
                }

                var order = await db.RunningOrders.AsNoTracking().SingleAsync(o => o.SessionId == sessionId, ct);
                if (!order.Electable.Any(s => s.Id == slotId))
                {
                    return VoteOutcome.Gone;
                }

                if (await db.Ballots.SingleOrDefaultAsync(b => b.SessionId == sessionId && b.Voter == voter, ct) is { } ballot)
                {
                    ballot.Change(slotId);
                }
                else
                {
                    db.Add(new Ballot(sessionId, voter, slotId));
                }

                return VoteOutcome.Cast;
            },
            ct);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Whoever votes or counts waits until the operation under way is over: no ballot comes behind the count.</summary>
    private async Task<AudienceVote?> HoldAsync(Guid sessionId, CancellationToken ct)
    {
        await db.AudienceVotes.Where(v => v.SessionId == sessionId).ExecuteUpdateAsync(s => s.SetProperty(v => v.OpenedAt, v => v.OpenedAt), ct);
        return await db.AudienceVotes.SingleOrDefaultAsync(v => v.SessionId == sessionId, ct);
    }
}

/// <remarks><see cref="Gone"/>: who had that turn does not come.</remarks>
public enum VoteOutcome { Cast, Closed, Gone }
