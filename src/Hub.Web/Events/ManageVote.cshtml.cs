using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Core.Votes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Where the host of a session opens the vote of its audience, and closes it.</summary>
public sealed class ManageVoteModel(HubDbContext db, VoteDesk desk, IStringLocalizer<VoteTexts> texts, TimeProvider clock) : EditedEditionPage(db)
{
    [BindProperty(SupportsGet = true, Name = "session")]
    public Guid SessionId { get; set; }

    public Session Session { get; private set; } = null!;

    /// <summary>As everybody sees it; null until it is announced.</summary>
    public RunningOrder? Order { get; private set; }

    /// <summary>Null until it was opened once.</summary>
    public AudienceVote? Vote { get; private set; }

    public int Ballots { get; private set; }

    /// <summary>Who is expected at the day: more ballots than people would say that something is wrong.</summary>
    public int Registered { get; private set; }

    public string Code => Vote!.CodeAt(clock.GetUtcNow().UtcDateTime);

    public bool CanOpen => Order is not null && Order.Electable.Count() >= VoteDesk.FewestTurns && Edition.State is EditionState.Announced;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostOpenAsync() => await LoadAsync() ? Back(await desk.OpenAsync(Edition.Id, SessionId, User.AccountId, Aborted) ? "Opened" : "NothingDone") : NotFound();

    public async Task<IActionResult> OnPostCloseAsync() => await LoadAsync() ? Back(await desk.CloseAsync(Edition.Id, SessionId, User.AccountId, Aborted) ? "ClosedNow" : "NothingDone") : NotFound();

    private RedirectToPageResult Back(string notice)
    {
        TempData["Notice"] = texts[notice].Value;
        return RedirectToPage("/Events/ManageVote", new { id = Edition.Id, session = SessionId });
    }

    private async Task<bool> LoadAsync()
    {
        Response.Headers.CacheControl = "no-store";
        if (!Edition.IsPublic || await Db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == SessionId && s.EditionId == Edition.Id, Aborted) is not { } session)
        {
            return false;
        }

        Session = session;
        Order = await Db.RunningOrders.AsNoTracking().SingleOrDefaultAsync(o => o.SessionId == SessionId && o.AnnouncedAt != null, Aborted);
        Vote = await Db.AudienceVotes.AsNoTracking().SingleOrDefaultAsync(v => v.SessionId == SessionId, Aborted);
        Ballots = await Db.Ballots.CountAsync(b => b.SessionId == SessionId, Aborted);
        Registered = await Db.Registrations.For(Edition.Id).CountAsync(r => r.State == RegistrationState.Confirmed, Aborted);
        return true;
    }
}
