using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Evaluations;

public static class EvaluationSets
{
    extension(HubDbContext db)
    {
        public DbSet<Contest> Contests => db.Set<Contest>();

        public DbSet<Application> Applications => db.Set<Application>();

        public DbSet<ApplicationVersion> ApplicationVersions => db.Set<ApplicationVersion>();

        public DbSet<Author> Authors => db.Set<Author>();

        public DbSet<Reviewer> Reviewers => db.Set<Reviewer>();

        public DbSet<Recusal> Recusals => db.Set<Recusal>();

        public DbSet<Review> Reviews => db.Set<Review>();

        public DbSet<Decision> Decisions => db.Set<Decision>();
    }
}
