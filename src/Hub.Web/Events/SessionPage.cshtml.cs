using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Events;

/// <summary>One session of a day.</summary>
[AllowAnonymous]
public sealed class SessionPageModel(HubDbContext db, TimeProvider clock) : DayPage(db, clock)
{
    public Session Session { get; private set; } = null!;

    public bool IsGone => Session.RemovedAt is not null;

    public Room? Room => RoomOf(Session);

    public IReadOnlyList<Speaker> Speakers { get; private set; } = [];

    /// <summary>What else takes place while it does.</summary>
    public IReadOnlyList<Session> Meanwhile { get; private set; } = [];

    public Session? Previous { get; private set; }

    public Session? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string code, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct)
            || await Db.Set<Session>().AsNoTracking().SingleOrDefaultAsync(s => s.EditionId == Edition.Id && s.Code == code, ct) is not { } session)
        {
            return NotFound();
        }

        Session = session;
        if (IsGone)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        await ReadProgrammeAsync(ct);
        Speakers = Speaker.Of([session]);
        List<Session> readable = [.. Sessions.Where(s => !s.IsPause || s.Id == session.Id)];
        var place = readable.FindIndex(s => s.Id == session.Id);
        Previous = readable.ElementAtOrDefault(place - 1);
        Next = readable.ElementAtOrDefault(place + 1);
        Meanwhile = [.. readable.Where(s => s.Id != session.Id && s.StartsAt < session.EndsAt && session.StartsAt < s.EndsAt)];
        return Page();
    }
}
