using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Pitches;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Pitches;

/// <summary>The words, the window, the questions and the criteria of a call.</summary>
public sealed class EditCallModel(HubDbContext db, CallOffice office, IStringLocalizer<PitchTexts> texts, TimeProvider clock) : ManagedEditionPage(db)
{
    /// <summary>0 to 5, whole marks.</summary>
    private static readonly ScoringGrid Scale = new([], Minimum: 0, Maximum: 5, Step: 1);

    [BindProperty]
    public EditCallInput Input { get; set; } = new();

    /// <summary>Null: a new one.</summary>
    public CallForPitches? Call { get; private set; }

    public Contest? Contest { get; private set; }

    /// <summary>Who applies was told the questions and the criteria.</summary>
    public bool IsFixed => Call is { IsPublic: true } && Contest!.HasOpened(Now);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<IActionResult> OnGetAsync(Guid? call) => IfFoundAsync(call, () =>
    {
        Input = Call is null ? CallForms.New(texts, Edition.TimeZone, Now) : CallForms.Of(Call, Contest!);
        return Task.FromResult<IActionResult>(Page());
    });

    public Task<IActionResult> OnPostAsync(Guid? call) => IfFoundAsync(call, async () =>
    {
        CallReader reader = new(ModelState, texts, Input);
        if (IsFixed)
        {
            Input.TimeZone = Call!.TimeZone;
        }

        var terms = IsFixed ? null : reader.Terms(Scale);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Call is not null)
        {
            if (!await office.ReviseAsync(Call.Id, reader.Facts, terms, User.AccountId, Aborted))
            {
                ModelState.AddModelError("", texts["OpenedMeanwhile"]);
                return Page();
            }

            TempData["Notice"] = texts["CallSaved"].Value;
            return RedirectToPage("/Pitches/ManageCall", new { id = Edition.Id, call = Call.Id });
        }

        if (await office.CreateAsync(Edition.Id, reader.Facts, terms!, User.AccountId, Aborted) is not { } created)
        {
            ModelState.AddModelError("", texts["TooManyCalls", CallOffice.MostCalls]);
            return Page();
        }

        TempData["Notice"] = texts["CallSaved"].Value;
        return RedirectToPage("/Pitches/ManageCall", new { id = Edition.Id, call = created.Id });
    });

    private async Task<IActionResult> IfFoundAsync(Guid? id, Func<Task<IActionResult>> then)
    {
        if (id is not null)
        {
            Call = await Db.CallsForPitches.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.EditionId == Edition.Id, Aborted);
            if (Call is null)
            {
                return NotFound();
            }

            Contest = await Db.Contests.AsNoTracking().SingleAsync(c => c.Id == id, Aborted);
        }

        return await then();
    }
}
