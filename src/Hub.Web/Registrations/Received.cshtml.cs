using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Registrations;

/// <summary>What happens next. Ticket, rank and link go by mail only: this page is the same for a stranger.</summary>
[AllowAnonymous]
public sealed class ReceivedModel(HubDbContext db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? List { get; set; }

    public Edition Edition { get; private set; } = null!;

    public bool IsWaiting => List == "attente";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var edition = await db.Editions.AsNoTracking().Public.SingleOrDefaultAsync(e => e.Slug == slug, ct);
        Edition = edition!;
        return edition is null ? NotFound() : Page();
    }
}
