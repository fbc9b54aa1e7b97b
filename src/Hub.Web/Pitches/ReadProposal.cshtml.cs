using System.ComponentModel.DataAnnotations;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Pitches;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Pitches;

/// <summary>One proposal as it was sent. What is only being written stays with its authors.</summary>
public sealed class ReadProposalModel(HubDbContext db, CallOffice office, IStringLocalizer<PitchTexts> texts, TimeProvider clock) : ManagedCallPage(db, clock)
{
    /// <summary>Wall time of the call.</summary>
    [BindProperty, Display(Name = "LateUntil")]
    public string? LateUntil { get; set; }

    public Application Application { get; private set; } = null!;

    public IReadOnlyList<ApplicationVersion> Versions { get; private set; } = [];

    public IReadOnlyList<Author> Authors { get; private set; } = [];

    public IReadOnlyList<SentAnswer> Answers => Versions[0].Answers;

    public async Task<IActionResult> OnGetAsync(Guid proposal) => await FindAsync(proposal) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid proposal)
    {
        if (!await FindAsync(proposal))
        {
            return NotFound();
        }

        CallReader reader = new(ModelState, texts, new() { TimeZone = Call.TimeZone });
        var until = reader.Instant(nameof(LateUntil), LateUntil, w => w.Latest);
        if (ModelState.IsValid && await office.AllowUntilAsync(Call.Id, proposal, until, User.AccountId, Aborted))
        {
            TempData["Notice"] = texts["LateAllowed"].Value;
            return RedirectToPage("/Pitches/ReadProposal", new { id = Edition.Id, call = Call.Id, proposal });
        }

        ModelState.AddModelError(nameof(LateUntil), texts["OnlyToCome"]);
        return Page();
    }

    private async Task<bool> FindAsync(Guid id)
    {
        if (await Db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.ContestId == Call.Id && a.Versions > 0, Aborted) is not { } application)
        {
            return false;
        }

        Application = application;
        Versions = await Db.ApplicationVersions.AsNoTracking().Where(v => v.ApplicationId == id).OrderByDescending(v => v.Number).ToListAsync(Aborted);
        Authors = await Db.Authors.AsNoTracking().Where(a => a.ApplicationId == id).OrderBy(a => a.InvitedAt).ThenBy(a => a.Id).ToListAsync(Aborted);
        return true;
    }
}
