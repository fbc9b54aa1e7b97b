using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Recurring;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Pitches;

/// <summary>A day that is cancelled takes its calls along: whoever proposed, was chosen or judges is told why.</summary>
public sealed class CallRounds(HubDbContext db, CallOffice office) : IRecurringTask
{
    /// <summary>Of one run; the others have their turn in the next.</summary>
    private const int Most = 50;

    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken ct)
    {
        var open = await (from call in db.CallsForPitches
                          join edition in db.Editions on call.EditionId equals edition.Id
                          where call.State == CallState.Published && edition.State == EditionState.Cancelled
                          orderby call.Id
                          select new { call.Id, edition.Reason }).Take(Most).ToListAsync(ct);
        foreach (var call in open)
        {
            await office.EndWithDayAsync(call.Id, call.Reason, ct);
        }
    }
}
