using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Pitches;

public static class PitchSets
{
    extension(HubDbContext db)
    {
        public DbSet<CallForPitches> CallsForPitches => db.Set<CallForPitches>();

        public DbSet<StageOffer> StageOffers => db.Set<StageOffer>();

        /// <summary>What everybody may read of those who confirmed, by their turn.</summary>
        public async Task<IReadOnlyDictionary<Guid, StageWords>> StageWordsAsync(IReadOnlyList<Guid> turns, CancellationToken ct) =>
            await (from offer in db.StageOffers.Where(o => turns.Contains(o.ApplicationId) && o.State == StageOfferState.Confirmed)
                   join application in db.Applications on offer.ApplicationId equals application.Id
                   select new { application.Id, application.Organisation, offer.Summary }).ToDictionaryAsync(o => o.Id, o => new StageWords(o.Organisation, o.Summary), ct);

        /// <summary>What those who confirmed need on stage, by their turn: for organisers alone.</summary>
        public async Task<IReadOnlyDictionary<Guid, string>> StageNeedsAsync(IReadOnlyList<Guid> turns, CancellationToken ct) => await db.StageOffers
            .Where(o => turns.Contains(o.ApplicationId) && o.State == StageOfferState.Confirmed && o.Needs != null).ToDictionaryAsync(o => o.ApplicationId, o => o.Needs!, ct);

        /// <returns>Null when nobody judges anything by this link, or not any more.</returns>
        public async Task<Reviewer?> ReviewerOfAsync(string token, CancellationToken ct)
        {
            var hash = Tokens.Hash(token);
            return token.Length == Tokens.Length ? await db.Reviewers.AsNoTracking().SingleOrDefaultAsync(r => r.TokenHash == hash && r.LeftAt == null, ct) : null;
        }

        /// <summary>One mail to each who writes the proposal, once for each version.</summary>
        internal async Task TellAuthorsAsync(string kind, Guid applicationId, long version, DateTime now, CancellationToken ct) =>
            await db.PromiseOnceAsync(kind, await db.Authors.Where(a => a.ApplicationId == applicationId).Select(a => a.Id).ToListAsync(ct), version, now, ct);

        /// <returns>Null when nobody writes anything by this link.</returns>
        public async Task<Author?> AuthorOfAsync(string token, CancellationToken ct)
        {
            var hash = Tokens.Hash(token);
            return token.Length == Tokens.Length ? await db.Authors.AsNoTracking().SingleOrDefaultAsync(a => a.TokenHash == hash, ct) : null;
        }
    }
}
