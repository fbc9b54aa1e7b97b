using System.Globalization;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Pitches;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Pitches;

/// <summary>What is asked, until when, how it is judged; and where a proposal begins.</summary>
[AllowAnonymous]
public sealed class CallModel(HubDbContext db, PitchDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public BeginInput Input { get; set; } = new();

    [BindProperty]
    public RecoverInput Lost { get; set; } = new();

    /// <summary>What has just been mailed, if anything: « lien » or « liens ».</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sent { get; set; }

    public Edition Edition { get; private set; } = null!;

    public CallForPitches Call { get; private set; } = null!;

    public Contest Contest { get; private set; } = null!;

    public string Organiser { get; private set; } = "";

    public CallPhase Phase { get; private set; }

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public Task<IActionResult> OnGetAsync(string slug, string call) => IfPublicAsync(slug, call, () => Task.FromResult<IActionResult>(Page()));

    public Task<IActionResult> OnPostAsync(string slug, string call) => IfPublicAsync(slug, call, async () =>
    {
        if (!IsRight(Input, nameof(Input)))
        {
            return Page();
        }

        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return await desk.BeginAsync(Call.Id, Input.Organisation!.Trim(), Input.Name!.Trim(), Input.Email!.Trim(), language, Aborted)
            ? RedirectToPage(new { slug, call, sent = "lien" })
            : RedirectToPage(new { slug, call });
    });

    public Task<IActionResult> OnPostRecoverAsync(string slug, string call) => IfPublicAsync(slug, call, async () =>
    {
        if (!IsRight(Lost, nameof(Lost)))
        {
            return Page();
        }

        await desk.RecoverAsync(Call.Id, Lost.Email!, Aborted);
        return RedirectToPage(new { slug, call, sent = "liens" });
    });

    /// <summary>Of two forms on the page, one was sent.</summary>
    private bool IsRight(object form, string name)
    {
        ModelState.Clear();
        return TryValidateModel(form, name);
    }

    private async Task<IActionResult> IfPublicAsync(string slug, string name, Func<Task<IActionResult>> then)
    {
        var found = await (from edition in db.Editions.AsNoTracking().Public
                           join call in db.CallsForPitches.AsNoTracking() on edition.Id equals call.EditionId
                           join contest in db.Contests.AsNoTracking() on call.Id equals contest.Id
                           where edition.Slug == slug && call.Slug == name && call.State != CallState.Draft
                           select new { edition, call, contest }).SingleOrDefaultAsync(Aborted);
        if (found is null)
        {
            return NotFound();
        }

        (Edition, Call, Contest) = (found.edition, found.call, found.contest);
        Phase = Call.PhaseAt(Contest, clock.GetUtcNow().UtcDateTime);
        Organiser = await db.Organisations.Where(o => o.Id == Edition.OrganisationId).Select(o => o.Name).SingleAsync(Aborted);
        return await then();
    }
}
