using System.ComponentModel.DataAnnotations;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Asks why a day is postponed or cancelled, and says who will hear of it.</summary>
public abstract class EndingPage(HubDbContext db, IStringLocalizer<EventTexts> texts) : ManagedEditionPage(db)
{
    [BindProperty, Display(Name = "Field.Reason")]
    public string? Reason { get; set; }

    public int Recipients { get; private set; }

    protected abstract bool IsAllowed { get; }

    /// <summary>Key of the notice that says it is done.</summary>
    protected abstract string Done { get; }

    public async Task<IActionResult> OnGetAsync() => IsAllowed ? await ShowAsync() : Back("Refused");

    public async Task<IActionResult> OnPostAsync()
    {
        if (new LineReader(ModelState, texts, "").Text(nameof(Reason), Reason, EditionFacts.TextLength) is not { } reason)
        {
            if (ModelState.IsValid)
            {
                ModelState.AddModelError(nameof(Reason), texts["Missing.Reason"]);
            }

            return await ShowAsync();
        }

        return Back(await EndAsync(reason) is EditionOutcome.Done ? Done : "Refused");
    }

    protected abstract Task<EditionOutcome> EndAsync(string reason);

    private async Task<IActionResult> ShowAsync()
    {
        Recipients = await Db.Registrations.For(Edition.Id).Active.CountAsync(Aborted) + await Db.SpeakersBeside(Edition.Id).CountAsync(Aborted);
        return Page();
    }

    private RedirectToPageResult Back(string notice)
    {
        TempData["Notice"] = texts[notice].Value;
        return RedirectToPage("/Events/Manage", new { id = Edition.Id });
    }
}
