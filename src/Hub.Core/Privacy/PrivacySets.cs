using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Privacy;

public static class PrivacySets
{
    extension(HubDbContext db)
    {
        public DbSet<Treatment> Treatments => db.Set<Treatment>();
    }
}
