using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Events;

/// <summary>A badge for everybody who speaks, in the order somebody looks for them at a table.</summary>
public sealed class SpeakerBadgesModel(HubDbContext db) : EditedEditionPage(db)
{
    public IReadOnlyList<Speaker> Speakers { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var sessions = await Db.Sessions.AsNoTracking().Where(s => s.EditionId == Edition.Id).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync(Aborted);
        Speakers = [.. Speaker.Of(sessions).OrderBy(s => s.Order.Last, StringComparer.Ordinal).ThenBy(s => s.Order.All, StringComparer.Ordinal)];
    }
}
