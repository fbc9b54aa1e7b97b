using System.Globalization;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Web.Search;

[AllowAnonymous, EnableRateLimiting(RateLimitNames.Search)]
public sealed class SearchModel(HubDbContext db, TimeProvider clock) : PageModel
{
    /// <summary>Of each shelf, while all of them are shown.</summary>
    private const int Glance = 5;

    private const int PageSize = 20;

    private static readonly Dictionary<string, Shelf> Names = new(StringComparer.Ordinal)
    {
        ["journees"] = Shelf.Days,
        ["sessions"] = Shelf.Sessions,
        ["organisations"] = Shelf.Organisations,
        ["regions"] = Shelf.Regions,
    };

    /// <summary>What was typed.</summary>
    [BindProperty(SupportsGet = true, Name = "texte")]
    public string? Text { get; set; }

    /// <summary>One shelf, by its name in addresses; anything else means all of them.</summary>
    [BindProperty(SupportsGet = true, Name = "dans")]
    public string? In { get; set; }

    /// <summary>Longer than anybody searches for; nothing was looked up.</summary>
    public bool IsTooLong => Text?.Length > AgendaFilter.TextLength;

    public bool HasAsked => !string.IsNullOrWhiteSpace(Text) && !IsTooLong;

    /// <summary>Null while all shelves are shown.</summary>
    public Shelf? Only => Names.TryGetValue(In ?? "", out var shelf) ? shelf : null;

    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public int Total => Shelves.Sum(s => s.Total);

    /// <summary>Those that hold something.</summary>
    public IReadOnlyList<ShelfFindings> Shelves { get; private set; } = [];

    public static string NameOf(Shelf shelf) => Names.First(n => n.Value == shelf).Key;

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (!HasAsked)
        {
            return;
        }

        Catalogue catalogue = new(db, [.. Folding.Words(string.Concat(Text!.Select(c => char.IsControl(c) || c is '\uFFFE' or '\uFFFF' ? ' ' : c)))], clock.GetUtcNow().UtcDateTime);
        if (Only is { } shelf)
        {
            // Read by hand: « page » is also what routing calls this very page.
            Number = Math.Clamp(int.TryParse(Request.Query["page"], CultureInfo.InvariantCulture, out var asked) ? asked : 1, 1, int.MaxValue / PageSize);
            var found = await catalogue.SearchAsync(shelf, (Number - 1) * PageSize, PageSize, ct);
            Pages = Math.Max((found.Total + PageSize - 1) / PageSize, 1);
            Shelves = found.Total > 0 ? [found] : [];
            return;
        }

        List<ShelfFindings> all = [];
        foreach (var each in Enum.GetValues<Shelf>())
        {
            all.Add(await catalogue.SearchAsync(each, 0, Glance, ct));
        }

        Shelves = all.FindAll(s => s.Total > 0);
    }
}
