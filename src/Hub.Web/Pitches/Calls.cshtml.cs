using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Pitches;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Pitches;

/// <summary>The calls of a day.</summary>
public sealed class CallsModel(HubDbContext db, TimeProvider clock) : ManagedEditionPage(db)
{
    public IReadOnlyList<CallRow> Calls { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var sent = Db.Applications.Where(a => a.State == ApplicationState.Submitted);
        var rows = await (from call in Db.CallsForPitches.AsNoTracking()
                          join contest in Db.Contests.AsNoTracking() on call.Id equals contest.Id
                          where call.EditionId == Edition.Id
                          orderby contest.OpensAt, call.Id
                          select new { call, contest, Sent = sent.Count(a => a.ContestId == call.Id) }).ToListAsync(Aborted);
        Calls = [.. rows.Select(r => new CallRow(r.call, r.contest, r.call.PhaseAt(r.contest, now), r.Sent))];
    }
}

/// <param name="Sent">Proposals that count.</param>
public sealed record CallRow(CallForPitches Call, Contest Contest, CallPhase Phase, int Sent);
