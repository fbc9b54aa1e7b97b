using Hub.Core.Data;
using Hub.Core.Recurring;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Pitches;

/// <summary>What the clock does to places on stage: it says once that the time is nearly over, and ends those nobody confirmed.</summary>
public sealed class StageRounds(HubDbContext db, PitchStage stage, TimeProvider clock) : IRecurringTask
{
    /// <summary>Of one run; the others have their turn in the next.</summary>
    private const int Most = 200;

    /// <summary>Before the time is over; who has no more than that at all is not reminded.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromHours(48);

    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = db.StageOffers.AsNoTracking().Where(o => o.State == StageOfferState.Offered);
        foreach (var id in await open.Where(o => o.ConfirmBy <= now).OrderBy(o => o.ConfirmBy).Select(o => o.ApplicationId).Take(Most).ToListAsync(ct))
        {
            await stage.LapseAsync(id, ct);
        }

        var soon = now + Notice;
        var late = (await open.Where(o => o.ConfirmBy > now && o.ConfirmBy <= soon).OrderBy(o => o.ConfirmBy).Take(Most).ToListAsync(ct)).FindAll(o => o.ConfirmBy - o.OfferedAt > Notice);
        await db.WriteAsync(
            async ct =>
            {
                foreach (var offer in late)
                {
                    await db.TellAuthorsAsync(PitchMailKinds.ConfirmSoon, offer.ApplicationId, 1, now, ct);
                }
            },
            ct);
    }
}
