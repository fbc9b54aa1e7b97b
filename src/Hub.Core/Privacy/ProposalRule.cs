using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Pitches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Core.Privacy;

/// <summary>What was proposed for a day goes some time after it, with its authors and what reviewers said. What came on stage is in the programme.</summary>
public sealed class ProposalRule(HubDbContext db, Anonymiser anonymiser, IOptions<RetentionOptions> options, TimeProvider clock) : IRetentionRule
{
    public string Name => "proposals";

    public Task<int> CountAsync(CancellationToken ct) => Old.CountAsync(ct);

    public Task<int> RunAsync(CancellationToken ct) => db.WriteAsync(
        async ct =>
        {
            var gone = await Old.CountAsync(ct);
            await anonymiser.EraseApplicationsAsync(Old, ct);
            await anonymiser.EraseReviewersAsync(db.Reviewers.Where(r => OldCalls.Contains(r.ContestId)), ct);
            return gone;
        },
        ct);

    private IQueryable<Application> Old => db.Applications.Where(a => OldCalls.Contains(a.ContestId));

    private IQueryable<Guid> OldCalls
    {
        get
        {
            var before = clock.GetUtcNow().UtcDateTime.AddMonths(-options.Value.ParticipantMonths);
            var over = db.Editions.Where(e => e.EndsAt < before && e.State != EditionState.Postponed).Select(e => e.Id);
            return db.CallsForPitches.Where(c => over.Contains(c.EditionId)).Select(c => c.Id);
        }
    }
}
