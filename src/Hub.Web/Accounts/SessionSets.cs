using Hub.Core.Accounts;
using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

public static class SessionSets
{
    extension(HubDbContext db)
    {
        public DbSet<AccountSession> AccountSessions => db.Set<AccountSession>();
    }

    extension(IQueryable<AccountSession> sessions)
    {
        /// <summary>Neither forgotten nor too old.</summary>
        public IQueryable<AccountSession> OpenAt(DateTime now)
        {
            var (seen, started) = (now - AccountSession.Idle, now - AccountSession.Longest);
            return sessions.Where(s => s.SeenAt > seen && s.StartedAt > started);
        }
    }
}
