using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Events;

/// <summary>A badge for everybody who comes on stage, to speak, to moderate or for a turn of some minutes, in the order somebody looks for them at a table.</summary>
public sealed class SpeakerBadgesModel(HubDbContext db) : EditedEditionPage(db)
{
    public IReadOnlyList<Speaker> Speakers { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var orders = await Db.RunningOrders.AsNoTracking().Where(o => o.EditionId == Edition.Id).ToListAsync(Aborted);
        var people = (await Db.PublishedPlanAsync(Edition.Id, Aborted)).With(orders).People;
        Speakers = [.. people.Select(p => new Speaker(p.Name, p.Function, [])).OrderBy(s => s.Order.Last, StringComparer.Ordinal).ThenBy(s => s.Order.All, StringComparer.Ordinal)];
    }
}
