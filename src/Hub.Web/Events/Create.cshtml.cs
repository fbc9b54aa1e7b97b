using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

public sealed class CreateModel(HubDbContext db, EditionOffice office, IStringLocalizer<EventTexts> texts) : PageModel, IEditionForm
{
    [BindProperty]
    public EditionInput Input { get; set; } = new();

    public bool IsNew => true;

    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var organisation = Input.OrganisationId ?? (Organisations is [var only] ? only.Id : null);
        if (organisation is null)
        {
            ModelState.AddModelError("Input.OrganisationId", texts["ChooseOne"]);
        }
        else if (Organisations.All(o => o.Id != organisation))
        {
            return NotFound();
        }

        if (new EditionReader(ModelState, texts, Themes).Read(Input, isNew: true) is not { } draft)
        {
            return Page();
        }

        var edition = await office.DraftAsync(organisation!.Value, draft.Facts, draft.Times, draft.Window, draft.Capacity, User.AccountId, ct);
        TempData["Notice"] = texts["Drafted"].Value;
        return RedirectToPage("/Events/Manage", new { id = edition.Id });
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Organisations = await db.OrganisationsManagedBy(User.AccountId).AsNoTracking().OrderBy(o => o.Name).ToListAsync(ct);
        Themes = await db.Themes.ForADayWith(null).ToListAsync(ct);
        return Organisations.Count > 0;
    }
}
