using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Votes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Web.Events;

/// <summary>What the screen of a room shows while people come on stage one after the other: who, for how long still, who is next.</summary>
[AllowAnonymous]
public sealed class StageScreenModel(HubDbContext db, IOptions<HubOptions> hub, TimeProvider clock) : DayPage(db, clock)
{
    /// <summary>Shows the code of the vote too: for the screen in the room, not for everybody.</summary>
    [BindProperty(SupportsGet = true, Name = "cle")]
    public string? ScreenKey { get; set; }

    public Session Session { get; private set; } = null!;

    public Room? Room => RoomOf(Session);

    public RunningOrder Order { get; private set; } = null!;

    public IReadOnlyList<SlotTime> Times { get; private set; } = [];

    /// <summary>Under way, or just counted; null when the stage is what there is to see.</summary>
    public AudienceVote? ShownVote { get; private set; }

    public string? VoteCode { get; private set; }

    /// <summary>Where the code is read by a camera; null on a screen that does not show it.</summary>
    public Uri? EnterAddress => VoteCode is null ? null : Feed.Address(HttpContext, hub.Value, $"/vote?code={VoteCode}");

    public int Ballots { get; private set; }

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
        (Session, Order, Times) = (session, order, order.TimesFrom(session.StartsAt, Now));
        await ReadVoteAsync(ct);
        return Page();
    }

    /// <summary>What was counted stays on the screen until somebody is called on stage again.</summary>
    private async Task ReadVoteAsync(CancellationToken ct)
    {
        if (await Db.AudienceVotes.AsNoTracking().SingleOrDefaultAsync(v => v.SessionId == Session.Id, ct) is not { } vote || Order.Slots.Any(s => s.StartedAt > vote.ClosedAt))
        {
            return;
        }

        ShownVote = vote;
        Ballots = await Db.Ballots.CountAsync(b => b.SessionId == Session.Id, ct);
        VoteCode = vote.IsOpen && vote.IsScreen(ScreenKey) ? vote.CodeAt(Now) : null;
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
