using Hub.Core.Data;
using Hub.Core.Evaluations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Pitches;

public static class PitchSets
{
    extension(HubDbContext db)
    {
        public DbSet<CallForPitches> CallsForPitches => db.Set<CallForPitches>();

        /// <returns>Null when nobody writes anything by this link.</returns>
        public async Task<Author?> AuthorOfAsync(string token, CancellationToken ct)
        {
            var hash = Tokens.Hash(token);
            return token.Length == Tokens.Length ? await db.Authors.AsNoTracking().SingleOrDefaultAsync(a => a.TokenHash == hash, ct) : null;
        }
    }
}
