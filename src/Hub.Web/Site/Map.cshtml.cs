using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Site;

[AllowAnonymous]
public sealed class MapModel(HubDbContext db, TimeProvider clock) : PageModel
{
    /// <summary>The agenda holds the rest.</summary>
    private const int MostDays = 30;

    public IReadOnlyList<(string Slug, string Title, string? English)> Days { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var days = db.Editions.Public.UpcomingAt(clock.GetUtcNow().UtcDateTime).Take(MostDays);
        Days = [.. (await days.Select(e => new { e.Slug, e.Title, e.EnglishTitle }).ToListAsync(ct)).Select(e => (e.Slug, e.Title, e.EnglishTitle))];
    }
}
