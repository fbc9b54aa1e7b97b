using System.Security.Cryptography;
using System.Text;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Events;

/// <summary>A public page about one day: finds it for whoever may see it.</summary>
public abstract class DayPage(HubDbContext db, TimeProvider clock) : PageModel
{
    /// <summary>Opens a draft to colleagues who have the link.</summary>
    [BindProperty(SupportsGet = true, Name = "apercu")]
    public string? Preview { get; set; }

    public Edition Edition { get; private set; } = null!;

    public EditionPhase Phase { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public string Organisation { get; private set; } = "";

    /// <summary>In the order of their columns.</summary>
    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    /// <summary>The whole programme, in the order it is read.</summary>
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    protected HubDbContext Db => db;

    /// <summary>What every link to a page of this day carries on: the key to a draft, and nothing else.</summary>
    public string? Key => Edition.IsPublic ? null : Preview;

    public Room? RoomOf(Session session) => Rooms.FirstOrDefault(r => r.Id == session.RoomId);

    /// <returns>Whether there is such a day, and the reader may see it.</returns>
    protected async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Editions.AsNoTracking().Include(e => e.Theme).SingleOrDefaultAsync(e => e.Slug == slug, ct) is not { } edition || !MaySee(edition))
        {
            return false;
        }

        if (!edition.IsPublic)
        {
            Response.Headers.CacheControl = "no-store";
            Response.Headers["Referrer-Policy"] = "no-referrer";
            Response.Headers["X-Robots-Tag"] = "noindex";
        }

        (Edition, Phase) = (edition, edition.PhaseAt(Now));
        return true;
    }

    protected async Task ReadProgrammeAsync(CancellationToken ct)
    {
        Organisation = await db.Organisations.Where(o => o.Id == Edition.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        var sessions = await ReadSessionsAsync(ct);
        Sessions = [.. ProgrammeGrid.Of(sessions, Rooms, Edition.TimeZone).SelectMany(d => d.Slots).Select(s => s.Session)];
    }

    /// <summary>What is published; the draft, as long as the day itself is one.</summary>
    private async Task<IReadOnlyList<Session>> ReadSessionsAsync(CancellationToken ct)
    {
        if (!Edition.IsPublic)
        {
            var plan = (await db.DraftOfAsync(Edition.Id, ct)).Plan;
            Rooms = plan.RoomsOf(Edition);
            return plan.SessionsOf(Edition);
        }

        Rooms = await db.Rooms.AsNoTracking().Where(r => r.EditionId == Edition.Id).OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(ct);
        return await db.Sessions.AsNoTracking().Where(s => s.EditionId == Edition.Id).ToListAsync(ct);
    }

    private bool MaySee(Edition edition) => edition.IsPublic
        || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(edition.PreviewToken), Encoding.UTF8.GetBytes(Preview ?? ""));
}
