using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Pitches;

internal static class DayInMail
{
    extension(HubDbContext db)
    {
        /// <summary>The day of a call, and what mails say of it to those who need not come.</summary>
        public async Task<(Edition Edition, EditionInMail Facts)> DayInMailAsync(Guid editionId, Uri origin, CancellationToken ct)
        {
            var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == editionId, ct);
            var organiser = await db.Organisations.Where(o => o.Id == edition.OrganisationId).Select(o => o.Name).SingleAsync(ct);
            return (edition, new(
                edition.Title, edition.LocalStart, edition.LocalEnd, edition.TimeZone, edition.Place, edition.Access, null, organiser, edition.Contact,
                new(origin, $"/journees/{edition.Slug}")));
        }
    }
}
