using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Pitches;

/// <summary>Those whose proposal was accepted, and who confirmed.</summary>
internal sealed class PitchHolders(HubDbContext db) : ITurnHolders
{
    public async Task<IReadOnlyList<TurnHolder>> OfAsync(IReadOnlyList<Guid> turnIds, CancellationToken ct) =>
        await (from offer in db.StageOffers
               where offer.State == StageOfferState.Confirmed && turnIds.Contains(offer.ApplicationId)
               join author in db.Authors on offer.ApplicationId equals author.ApplicationId
               select new TurnHolder(offer.ApplicationId, PitchMailKinds.Turn, author.Id, author.NormalizedEmail)).ToListAsync(ct);
}
