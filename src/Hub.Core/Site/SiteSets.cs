using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Site;

public static class SiteSets
{
    extension(HubDbContext db)
    {
        public DbSet<SiteText> SiteTexts => db.Set<SiteText>();
    }
}
