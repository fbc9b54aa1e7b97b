using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Votes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Where the audience of a session says which turn it prefers, and reads afterwards what was counted.</summary>
[AllowAnonymous, PrivatePage, EnableRateLimiting(RateLimitNames.Vote)]
public sealed class VoteModel(HubDbContext db, VoteDesk desk, VotingPapers papers, IStringLocalizer<VoteTexts> texts, TimeProvider clock) : DayPage(db, clock)
{
    public Session Session { get; private set; } = null!;

    public AudienceVote Vote { get; private set; } = null!;

    public RunningOrder Order { get; private set; } = null!;

    /// <summary>Null for whoever has not read the code.</summary>
    public Guid? Voter { get; private set; }

    /// <summary>The turn they voted for.</summary>
    public Guid? Chosen { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string code, CancellationToken ct)
    {
        if (!await LoadAsync(slug, code, ct))
        {
            return NotFound();
        }

        return Vote.IsOpen && Voter is null ? RedirectToPage("/Events/EnterVote") : Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string code, Guid choice, CancellationToken ct)
    {
        if (!await LoadAsync(slug, code, ct))
        {
            return NotFound();
        }

        if (Voter is { } voter)
        {
            TempData["Notice"] = texts[$"Outcome.{await desk.CastAsync(Session.Id, voter, choice, ct)}"].Value;
        }

        return RedirectToPage("/Events/Vote", new { slug, code });
    }

    private async Task<bool> LoadAsync(string slug, string code, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct) || !Edition.IsPublic
            || await Db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.EditionId == Edition.Id && s.Code == code, ct) is not { } session
            || await Db.AudienceVotes.AsNoTracking().SingleOrDefaultAsync(v => v.SessionId == session.Id, ct) is not { } vote)
        {
            return false;
        }

        await ReadProgrammeAsync(ct);
        (Session, Vote) = (session, vote);
        Order = await Db.RunningOrders.AsNoTracking().SingleAsync(o => o.SessionId == session.Id, ct);
        Voter = papers.Read(session.Id, VotingCookie.Read(Request, session));
        Chosen = await Db.Ballots.Where(b => b.SessionId == session.Id && b.Voter == Voter).Select(b => (Guid?)b.SlotId).SingleOrDefaultAsync(ct);
        return true;
    }
}
