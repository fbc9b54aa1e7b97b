using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Pitches;
using Hub.Core.Programmes;
using Hub.Core.Votes;
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

    /// <summary>Of its own; null: the day's.</summary>
    public Theme? Theme { get; private set; }

    public IReadOnlyList<Speaker> Speakers { get; private set; } = [];

    /// <summary>Who comes on stage when, once that is announced.</summary>
    public IReadOnlyList<SlotTime> Turns { get; private set; } = [];

    /// <summary>What those who have a turn say of it, by turn.</summary>
    public IReadOnlyDictionary<Guid, StageWords> Words { get; private set; } = new Dictionary<Guid, StageWords>();

    /// <summary>Null while the audience was never asked.</summary>
    public AudienceVote? Vote { get; private set; }

    /// <summary>What the audience preferred; none while it votes.</summary>
    public IReadOnlyList<VoteLine> VoteLines { get; private set; } = [];

    /// <summary>What was shown, once it is over.</summary>
    public IReadOnlyList<SessionFileLine> Files { get; private set; } = [];

    /// <summary>What else takes place while it does.</summary>
    public IReadOnlyList<Session> Meanwhile { get; private set; } = [];

    public Session? Previous { get; private set; }

    public Session? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string code, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct))
        {
            return NotFound();
        }

        await ReadProgrammeAsync(ct);
        if (Sessions.FirstOrDefault(s => s.Code == code) is not { } session
            && (session = await Db.RemovedSessions.AsNoTracking().SingleOrDefaultAsync(s => s.EditionId == Edition.Id && s.Code == code, ct)) is null)
        {
            return NotFound();
        }

        Session = session;
        if (IsGone)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        Theme = session.ThemeCode is { } theme ? await Db.Themes.AsNoTracking().SingleOrDefaultAsync(t => t.Code == theme, ct) : null;
        Speakers = Speaker.Of([session], await Db.SpeakerProfilesAsync(Edition.Id, ct));
        await ReadTurnsAsync(ct);
        Files = Edition.IsPublic && session.EndsAt <= Now
            ? await Db.SessionFiles.Where(f => f.EditionId == Edition.Id && f.SessionId == session.Id && f.SlotId == null).LinesAsync(ct) : [];
        List<Session> readable = [.. Sessions.Where(s => !s.IsPause || s.Id == session.Id)];
        var place = readable.FindIndex(s => s.Id == session.Id);
        Previous = readable.ElementAtOrDefault(place - 1);
        Next = readable.ElementAtOrDefault(place + 1);
        Meanwhile = [.. readable.Where(s => s.Id != session.Id && s.StartsAt < session.EndsAt && session.StartsAt < s.EndsAt)];
        return Page();
    }

    private async Task ReadTurnsAsync(CancellationToken ct)
    {
        if (!Edition.IsPublic || await Db.RunningOrders.AsNoTracking().SingleOrDefaultAsync(o => o.SessionId == Session.Id && o.AnnouncedAt != null, ct) is not { } order)
        {
            return;
        }

        Turns = order.TimesFrom(Session.StartsAt, Now);
        Words = await Db.StageWordsAsync([.. Turns.Select(t => t.Slot.Id)], ct);
        Vote = await Db.AudienceVotes.AsNoTracking().SingleOrDefaultAsync(v => v.SessionId == Session.Id, ct);
        VoteLines = Vote is null ? [] : VoteLine.Of(Vote, order);
    }
}
