using System.ComponentModel.DataAnnotations;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Votes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Lets in whoever read the code on the screen of a room: their browser has one voice from then on.</summary>
[AllowAnonymous, PrivatePage, EnableRateLimiting(RateLimitNames.Vote)]
public sealed class EnterVoteModel(HubDbContext db, VotingPapers papers, IStringLocalizer<VoteTexts> texts, TimeProvider clock) : PageModel
{
    /// <summary>Votes that nobody has closed, of which the oldest have been forgotten.</summary>
    private const int MostOpenVotes = 500;

    /// <summary>As typed, or as a camera read it.</summary>
    [BindProperty(SupportsGet = true, Name = "code"), Display(Name = "Field.Code")]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            return Page();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var open = await db.AudienceVotes.AsNoTracking().Where(v => v.ClosedAt == null).OrderByDescending(v => v.OpenedAt).Take(MostOpenVotes).ToListAsync(ct);
        if (open.FirstOrDefault(v => v.Accepts(Code, now)) is not { } vote
            || await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == vote.SessionId, ct) is not { } session)
        {
            ModelState.AddModelError(nameof(Code), texts["WrongCode"]);
            return Page();
        }

        if (papers.Read(session.Id, VotingCookie.Read(Request, session)) is null)
        {
            VotingCookie.Write(HttpContext, session, papers.New(session.Id));
        }

        var slug = await db.Editions.Where(e => e.Id == session.EditionId).Select(e => e.Slug).SingleAsync(ct);
        return RedirectToPage("/Events/Vote", new { slug, code = session.Code });
    }
}
