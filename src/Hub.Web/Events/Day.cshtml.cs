using System.Security.Cryptography;
using System.Text;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Events;

[AllowAnonymous]
public sealed class DayModel(HubDbContext db, TimeProvider clock) : PageModel
{
    /// <summary>Opens a draft to colleagues who have the link.</summary>
    [BindProperty(SupportsGet = true, Name = "apercu")]
    public string? Preview { get; set; }

    public Edition Edition { get; private set; } = null!;

    public EditionPhase Phase { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public string Organisation { get; private set; } = "";

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    public IReadOnlyList<ProgrammeGrid> Programme { get; private set; } = [];

    /// <summary>Who speaks, each once, in the order of the programme: name, then function.</summary>
    public IReadOnlyList<(string Name, string? Function)> Speakers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.Editions.AsNoTracking().Include(e => e.Theme).SingleOrDefaultAsync(e => e.Slug == slug, ct) is not { } edition || !MaySee(edition))
        {
            return NotFound();
        }

        if (!edition.IsPublic)
        {
            Response.Headers.CacheControl = "no-store";
            Response.Headers["Referrer-Policy"] = "no-referrer";
            Response.Headers["X-Robots-Tag"] = "noindex";
        }

        (Edition, Phase) = (edition, edition.PhaseAt(Now));
        Organisation = await db.Organisations.Where(o => o.Id == edition.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        Rooms = await db.Rooms.AsNoTracking().Where(r => r.EditionId == edition.Id).OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(ct);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.EditionId == edition.Id).ToListAsync(ct);
        Programme = ProgrammeGrid.Of(sessions, Rooms, edition.TimeZone);
        Speakers = [.. Programme.SelectMany(d => d.Slots).SelectMany(s => Lines(s.Session.Speakers)).Select(Split).DistinctBy(s => s.Name)];
        return Page();
    }

    public static IEnumerable<string> Lines(string? speakers) =>
        (speakers ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private bool MaySee(Edition edition) => edition.IsPublic
        || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(edition.PreviewToken), Encoding.UTF8.GetBytes(Preview ?? ""));

    private static (string Name, string? Function) Split(string line) =>
        line.Split(',', 2, StringSplitOptions.TrimEntries) is [var name, var function] ? (name, function) : (line, null);
}
