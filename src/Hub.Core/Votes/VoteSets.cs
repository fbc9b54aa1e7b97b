using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Votes;

public static class VoteSets
{
    extension(HubDbContext db)
    {
        public DbSet<AudienceVote> AudienceVotes => db.Set<AudienceVote>();

        public DbSet<Ballot> Ballots => db.Set<Ballot>();
    }
}
