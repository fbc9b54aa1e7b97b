using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Asks before a draft is forgotten.</summary>
public sealed class DiscardModel(HubDbContext db, EditionOffice office, IStringLocalizer<EventTexts> texts) : ManagedEditionPage(db)
{
    public IActionResult OnGet() => Edition.State is EditionState.Draft ? Page() : Refuse();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await office.DiscardAsync(Edition.Id, User.AccountId, Aborted) is not EditionOutcome.Done)
        {
            return Refuse();
        }

        TempData["Notice"] = texts["Discarded"].Value;
        return RedirectToPage("/Organisations/Desk");
    }

    private RedirectToPageResult Refuse()
    {
        TempData["Notice"] = texts["Refused"].Value;
        return RedirectToPage("/Events/Manage", new { id = Edition.Id });
    }
}
