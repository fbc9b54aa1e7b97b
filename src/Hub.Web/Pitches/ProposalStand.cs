using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Pitches;
using Hub.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Pitches;

/// <summary>What was decided of a proposal, as its authors may know it.</summary>
/// <param name="Offer">Null unless it was given a place.</param>
/// <param name="Session">Published, in which it has its turn; null while there is none.</param>
/// <param name="TurnAt">When its turn is announced for, UTC.</param>
/// <param name="Speaker">Of the author; null when they do not come on stage.</param>
public sealed record ProposalStand(Decision Decision, StageOffer? Offer, Session? Session, DateTime? TurnAt, SpeakerInvitation? Speaker)
{
    /// <returns>Null before the release.</returns>
    public static async Task<ProposalStand?> ReadAsync(HubDbContext db, CallForPitches call, Author author, DateTime now, CancellationToken ct)
    {
        if (await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.ApplicationId == author.ApplicationId && d.ReleasedAt != null, ct) is not { } decision)
        {
            return null;
        }

        var offer = await db.StageOffers.AsNoTracking().SingleOrDefaultAsync(o => o.ApplicationId == author.ApplicationId, ct);
        if (offer?.State is not StageOfferState.Confirmed)
        {
            return new(decision, offer, null, null, null);
        }

        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == call.SessionId, ct);
        var order = await db.RunningOrders.AsNoTracking().SingleOrDefaultAsync(o => o.SessionId == call.SessionId && o.AnnouncedAt != null, ct);
        var turn = session is null ? null : order?.TimesFrom(session.StartsAt, now).FirstOrDefault(t => t.Slot.Id == author.ApplicationId);
        var speaker = await db.SpeakerInvitations.AsNoTracking()
            .SingleOrDefaultAsync(i => i.EditionId == call.EditionId && i.Name == author.Name && i.NormalizedEmail == author.NormalizedEmail && i.State == SpeakerState.Accepted, ct);
        return new(decision, offer, session, turn?.StartsAt, speaker);
    }
}
