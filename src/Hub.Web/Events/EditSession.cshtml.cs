using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Adds a session to the draft of the programme, or changes one.</summary>
public sealed class EditSessionModel(HubDbContext db, ProgrammeOffice office, IStringLocalizer<EventTexts> texts) : EditedEditionPage(db)
{
    /// <summary>Null adds one.</summary>
    [BindProperty(SupportsGet = true, Name = "session")]
    public Guid? SessionId { get; set; }

    [BindProperty]
    public SessionInput Input { get; set; } = new();

    public ProgrammePlan Plan { get; private set; } = ProgrammePlan.Empty;

    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        if (SessionId is null)
        {
            Input = SessionInput.After(Plan.SessionsOf(Edition).Select(s => (DateTime?)s.EndsAt).Max() ?? Edition.StartsAt, Edition.TimeZone);
            return Page();
        }

        if (Plan.Find(SessionId.Value) is not { } session)
        {
            return NotFound();
        }

        Input = SessionInput.From(session, Edition.TimeZone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (SessionId is { } id && Plan.Find(id) is null)
        {
            return NotFound();
        }

        if (Input.ThemeCode is not null && Themes.All(t => t.Code != Input.ThemeCode))
        {
            ModelState.AddModelError("Input.ThemeCode", texts["ChooseOne"]);
        }

        if (new SessionReader(ModelState, texts, Edition.TimeZone).Read(Input) is not { } facts)
        {
            return Page();
        }

        var result = await office.WriteSessionAsync(Edition.Id, SessionId, facts, User.AccountId, Input.Revision, Aborted);
        switch (result.Outcome)
        {
            case ProgrammeOutcome.Done:
                TempData["Notice"] = texts["SessionSaved"].Value;
                return RedirectToPage("/Events/Programme", new { id = Edition.Id });
            case ProgrammeOutcome.Missing:
                return NotFound();
            case ProgrammeOutcome.Stale:
                await LoadAsync();
                ModelState.Clear();
                ModelState.AddModelError("Input.Title", texts["SessionStale", result.Session!.Facts.Title]);
                Input.Revision = result.Session.Revision;
                return Page();
            case ProgrammeOutcome.TooFar:
                ModelState.AddModelError("Input.Start.Date", texts["SessionTooFar", Spoken.ShortDate(Edition.LocalStart)]);
                return Page();
            default:
                ModelState.AddModelError("Input.Start.Time", result.Session is { } other ? texts["RoomTaken", other.Facts.Title] : texts["ProgrammeFull", ProgrammePlan.MaxSessions]);
                return Page();
        }
    }

    private async Task LoadAsync()
    {
        Plan = (await Db.DraftOfAsync(Edition.Id, Aborted)).Plan;
        Themes = await Db.Themes.ForADayWith(SessionId is { } id ? Plan.Find(id)?.Facts.ThemeCode : null).ToListAsync(Aborted);
    }
}
