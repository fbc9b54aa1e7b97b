using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Events;

/// <summary>What the screen of a room shows while people come on stage one after the other: who, for how long still, who is next.</summary>
[AllowAnonymous]
public sealed class StageScreenModel(HubDbContext db, TimeProvider clock) : DayPage(db, clock)
{
    public Session Session { get; private set; } = null!;

    public Room? Room => RoomOf(Session);

    public IReadOnlyList<SlotTime> Times { get; private set; } = [];

    public SlotTime? Current => Times.FirstOrDefault(t => t.IsNow);

    public SlotTime? Next => Times.FirstOrDefault(t => !t.IsNow && !t.IsOver);

    /// <summary>Whole minutes until somebody may be expected on stage; 0: any moment.</summary>
    public int MinutesTo(SlotTime time) => Math.Max(0, (int)Math.Ceiling((time.StartsAt - Now).TotalMinutes));

    public DateTime Wall(DateTime utc) => WallClock.ToWall(utc, Edition.TimeZone);

    public async Task<IActionResult> OnGetAsync(string slug, string code, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct) || !Edition.IsPublic
            || await Db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.EditionId == Edition.Id && s.Code == code, ct) is not { } session
            || await Db.RunningOrders.AsNoTracking().SingleOrDefaultAsync(o => o.SessionId == session.Id && o.AnnouncedAt != null, ct) is not { } order)
        {
            return NotFound();
        }

        await ReadProgrammeAsync(ct);
        (Session, Times) = (session, order.TimesFrom(session.StartsAt, Now));
        return Page();
    }
}
