using System.Globalization;
using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Events;

[AllowAnonymous]
public sealed class AgendaModel(HubDbContext db, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>« 1 » shows the days that are over.</summary>
    [BindProperty(SupportsGet = true, Name = "passees")]
    public string? Past { get; set; }

    public bool IsHome => Request.Path == "/" && !IsPast;

    public bool IsPast => Past == "1";

    public int Count { get; private set; }

    public int Regions { get; private set; }

    public int Pages => Math.Max((Count + PageSize - 1) / PageSize, 1);

    /// <summary>The next day that takes place, on the first page of the agenda only.</summary>
    public AgendaDay? Next { get; private set; }

    /// <summary>By month of their wall date.</summary>
    public IReadOnlyList<IGrouping<DateTime, AgendaDay>> Months { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var days = db.Editions.AsNoTracking().Include(e => e.Theme).Public;
        days = IsPast ? days.Where(e => e.EndsAt <= now).OrderByDescending(e => e.StartsAt).ThenBy(e => e.Id) : days.UpcomingAt(now);
        Count = await days.CountAsync(ct);
        Regions = IsHome ? await days.GroupBy(e => e.RegionCode).CountAsync(ct) : 0;

        // Read by hand: « page » is also what routing calls this very page, and nonsense means the first.
        Number = Math.Clamp(int.TryParse(Request.Query["page"], CultureInfo.InvariantCulture, out var asked) ? asked : 1, 1, Pages);
        var shown = await days.Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var list = shown.ConvertAll(e => new AgendaDay(e, now));
        Months = [.. list.GroupBy(d => new DateTime(d.Edition.LocalStart.Year, d.Edition.LocalStart.Month, 1, 0, 0, 0, DateTimeKind.Unspecified))];
        Next = IsPast || Number > 1 ? null : list.Find(d => d.Phase is not (EditionPhase.Postponed or EditionPhase.Cancelled));
    }
}
