using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Organisations;

/// <summary>Says what a merge moves, and asks once.</summary>
public sealed class MergeModel(HubDbContext db, OrganisationMerger merger, IStringLocalizer<OrganisationTexts> texts) : AdministratorPage(db)
{
    /// <summary>As the administrator saw it.</summary>
    [BindProperty]
    public int Days { get; set; }

    /// <inheritdoc cref="Days"/>
    [BindProperty]
    public int People { get; set; }

    public Organisation Going { get; private set; } = null!;

    public Organisation Staying { get; private set; } = null!;

    public OrganisationFigures Moves { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid goes, Guid stays) => await LoadAsync(goes, stays) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid goes, Guid stays)
    {
        if (!await LoadAsync(goes, stays))
        {
            return NotFound();
        }

        switch (await merger.MergeAsync(goes, stays, new(Days, People), User.AccountId, Aborted))
        {
            case MergeOutcome.Done:
                TempData["Notice"] = texts["Merged", Going.Name, Staying.Name].Value;
                return RedirectToPage("/Organisations/Organisations", new { q = "", fusion = (Guid?)null });

            case MergeOutcome.Stale:
                ModelState.Clear();
                ModelState.AddModelError("", texts["MergeStale"]);
                await LoadAsync(goes, stays);
                return Page();

            default:
                return NotFound();
        }
    }

    private async Task<bool> LoadAsync(Guid goes, Guid stays)
    {
        var two = await Db.Organisations.AsNoTracking().Where(o => o.Id == goes || o.Id == stays).ToListAsync(Aborted);
        if (two.Count < 2)
        {
            return false;
        }

        (Going, Staying) = (two.Single(o => o.Id == goes), two.Single(o => o.Id == stays));
        Moves = await merger.CountAsync(goes, Aborted);
        return true;
    }
}
