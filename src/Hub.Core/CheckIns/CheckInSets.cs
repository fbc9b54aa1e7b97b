using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.CheckIns;

public static class CheckInSets
{
    extension(HubDbContext db)
    {
        public DbSet<StewardLink> StewardLinks => db.Set<StewardLink>();
    }

    extension(IQueryable<StewardLink> links)
    {
        /// <summary>Those of a day that nobody took back.</summary>
        public IQueryable<StewardLink> Of(Guid editionId) => links.Where(l => l.EditionId == editionId && l.RevokedAt == null);
    }
}
