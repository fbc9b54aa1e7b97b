using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Organisations;

public static class OrganisationSets
{
    extension(HubDbContext db)
    {
        public DbSet<Organisation> Organisations => db.Set<Organisation>();

        public DbSet<OrganiserGrant> OrganiserGrants => db.Set<OrganiserGrant>();

        /// <summary>Organisations for which the account may act, as the database has it now.</summary>
        public IQueryable<Organisation> OrganisationsManagedBy(Guid accountId) =>
            db.OrganisationsOf(accountId, db.OrganiserGrants.Where(g => g.Role == OrganisationRole.Organiser));

        /// <summary>Organisations whose programmes the account may write, as the database has it now.</summary>
        public IQueryable<Organisation> OrganisationsEditedBy(Guid accountId) => db.OrganisationsOf(accountId, db.OrganiserGrants);

        private IQueryable<Organisation> OrganisationsOf(Guid accountId, IQueryable<OrganiserGrant> grants)
        {
            var administrators = db.Users.Where(u => u.Id == accountId && u.IsAdministrator);
            return db.Organisations.Where(o => administrators.Any() || grants.Any(g => g.AccountId == accountId && g.OrganisationId == o.Id));
        }
    }
}
