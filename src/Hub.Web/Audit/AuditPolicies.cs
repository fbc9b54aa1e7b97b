using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Programmes;
using Hub.Core.Registrations;

namespace Hub.Web.Audit;

/// <summary>Who may read what of the audit log.</summary>
internal static class AuditPolicies
{
    extension(HubDbContext db)
    {
        /// <summary>What concerns the account's own organisations, days, registered and invited people, and itself.</summary>
        public IQueryable<AuditEntry> AuditVisibleTo(Guid accountId)
        {
            var (organisations, editions) = (db.OrganisationsManagedBy(accountId), db.EditionsManagedBy(accountId));
            var people = db.Registrations.Where(r => editions.Any(e => e.Id == r.EditionId));
            var speakers = db.SpeakerInvitations.Where(i => editions.Any(e => e.Id == i.EditionId));
            return db.Audit.Where(a => a.SubjectId == accountId
                || organisations.Any(o => o.Id == a.SubjectId) || editions.Any(e => e.Id == a.SubjectId) || people.Any(r => r.Id == a.SubjectId) || speakers.Any(i => i.Id == a.SubjectId));
        }
    }
}
