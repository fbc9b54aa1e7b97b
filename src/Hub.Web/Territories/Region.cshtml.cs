using System.Globalization;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Territories;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Territories;

[AllowAnonymous]
public sealed class RegionModel(HubDbContext db, TimeProvider clock) : PageModel
{
    /// <summary>The agenda shows the rest.</summary>
    private const int MostAhead = 20;

    private const int PageSize = 20;

    public Region Region { get; private set; } = null!;

    public int AheadCount { get; private set; }

    public IReadOnlyList<RegionDay> Ahead { get; private set; } = [];

    /// <summary>A page of them, the latest first.</summary>
    public IReadOnlyList<RegionDay> Past { get; private set; } = [];

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public int Pages { get; private set; }

    public IReadOnlyList<Department> Departments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (Region.FindBySlug(slug) is not { } region)
        {
            return NotFound();
        }

        Region = region;
        Departments = [.. Gazetteer.France.Departments.Where(d => d.RegionCode == region.Code)];
        var now = clock.GetUtcNow().UtcDateTime;
        var days = db.Editions.AsNoTracking().Public.Where(e => e.RegionCode == region.Code);
        var (ahead, past) = (days.UpcomingAt(now), days.Where(e => e.EndsAt <= now).OrderByDescending(e => e.StartsAt).ThenBy(e => e.Id));
        AheadCount = await ahead.CountAsync(ct);
        Ahead = await ReadAsync(ahead.Take(MostAhead), now, ct);
        Pages = Math.Max((await past.CountAsync(ct) + PageSize - 1) / PageSize, 1);

        // Read by hand: « page » is also what routing calls this very page, and nonsense means the first.
        Number = Math.Clamp(int.TryParse(Request.Query["page"], CultureInfo.InvariantCulture, out var asked) ? asked : 1, 1, Pages);
        Past = await ReadAsync(past.Skip((Number - 1) * PageSize).Take(PageSize), now, ct);
        return Page();
    }

    private static async Task<IReadOnlyList<RegionDay>> ReadAsync(IQueryable<Edition> days, DateTime now, CancellationToken ct) =>
        (await days.ToListAsync(ct)).ConvertAll(e => new RegionDay(e, e.PhaseAt(now)));
}
