using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Events;

/// <summary>What days may be about, and how many are.</summary>
public sealed class ThemesModel(HubDbContext db) : AdministratorPage(db)
{
    public IReadOnlyList<(Theme Theme, int Days)> Themes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var days = Db.Editions;
        var rows = Db.Themes.AsNoTracking().OrderBy(t => t.Position).ThenBy(t => t.Code).Select(t => new { Theme = t, Days = days.Count(e => e.ThemeCode == t.Code) });
        Themes = [.. (await rows.ToListAsync(Aborted)).Select(r => (r.Theme, r.Days))];
    }
}
