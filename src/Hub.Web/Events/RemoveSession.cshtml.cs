using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Asks before a session leaves the programme.</summary>
public sealed class RemoveSessionModel(HubDbContext db, ProgrammeOffice office, IStringLocalizer<EventTexts> texts) : EditedEditionPage(db)
{
    public PlannedSession Session { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid session) => await FindAsync(session) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid session)
    {
        if (!await FindAsync(session))
        {
            return NotFound();
        }

        await office.RemoveSessionAsync(Edition.Id, session, User.AccountId, Aborted);
        TempData["Notice"] = texts["SessionRemoved"].Value;
        return RedirectToPage("/Events/Programme", new { id = Edition.Id });
    }

    private async Task<bool> FindAsync(Guid id)
    {
        if ((await Db.DraftOfAsync(Edition.Id, Aborted)).Plan.Find(id) is not { } session)
        {
            return false;
        }

        Session = session;
        return true;
    }
}
