using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Territories;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Territories;

[AllowAnonymous]
public sealed class RegionsModel(HubDbContext db, TimeProvider clock) : PageModel
{
    /// <summary>With the number of days ahead.</summary>
    public IReadOnlyList<(Region Region, int Ahead)> Regions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ahead = await db.Editions.Public.Where(e => e.EndsAt > now).GroupBy(e => e.RegionCode).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        Regions = [.. Region.All.Select(r => (r, ahead.GetValueOrDefault(r.Code)))];
    }
}
