using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Pitches;
using Hub.Core.Programmes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Events;

/// <summary>One turn on stage, once the running order is announced: who, when, and afterwards what they showed.</summary>
[AllowAnonymous]
public sealed class TurnModel(HubDbContext db, TimeProvider clock) : DayPage(db, clock)
{
    public Session Session { get; private set; } = null!;

    public Room? Room { get; private set; }

    public SlotTime Turn { get; private set; } = null!;

    public Slot? Previous { get; private set; }

    public Slot? Next { get; private set; }

    /// <summary>Null when it came without a call.</summary>
    public StageWords? Words { get; private set; }

    /// <summary>What was shown, once the session is over.</summary>
    public IReadOnlyList<SessionFileLine> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, string code, Guid turn, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct) || !Edition.IsPublic
            || await Db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.EditionId == Edition.Id && s.Code == code, ct) is not { } session
            || await Db.RunningOrders.AsNoTracking().SingleOrDefaultAsync(o => o.SessionId == session.Id && o.AnnouncedAt != null, ct) is not { } order
            || order.TimesFrom(session.StartsAt, Now).FirstOrDefault(t => t.Slot.Id == turn) is not { } time)
        {
            return NotFound();
        }

        (Session, Turn) = (session, time);
        (Previous, Next) = (order.Slots.ElementAtOrDefault(time.Number - 2), order.Slots.ElementAtOrDefault(time.Number));
        Room = await Db.Rooms.AsNoTracking().SingleOrDefaultAsync(r => r.Id == session.RoomId, ct);
        Words = (await Db.StageWordsAsync([turn], ct)).GetValueOrDefault(turn);
        Files = session.EndsAt <= Now ? await Db.SessionFiles.Where(f => f.SessionId == session.Id && f.SlotId == turn).LinesAsync(ct) : [];
        return Page();
    }
}
