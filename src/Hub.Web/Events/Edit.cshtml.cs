using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Organisations;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

public sealed class EditModel(HubDbContext db, EditionChanges changes, IStringLocalizer<EventTexts> texts) : ManagedEditionPage(db), IEditionForm
{
    [BindProperty]
    public EditionInput Input { get; set; } = new();

    /// <summary>The version this form began with.</summary>
    [BindProperty]
    public int Version { get; set; }

    public bool IsNew => false;

    public IReadOnlyList<Organisation> Organisations => [];

    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    /// <summary>A colleague saved while this form was open.</summary>
    public bool IsStale { get; private set; }

    /// <summary>How many people a new time or place would be mailed to.</summary>
    public int Recipients { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Edition.State is EditionState.Cancelled)
        {
            return RedirectToPage("/Events/Manage", new { id = Edition.Id });
        }

        Themes = await Db.Themes.ForADayWith(Edition.ThemeCode).ToListAsync(Aborted);
        (Input, Version) = (EditionInput.From(Edition), Edition.Version);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Themes = await Db.Themes.ForADayWith(Edition.ThemeCode).ToListAsync(Aborted);
        if (new EditionReader(ModelState, texts, Themes).Read(Input, isNew: false) is not { } draft)
        {
            return await ShowAsync();
        }

        switch (await changes.ReviseAsync(Edition.Id, Version, draft.Facts, draft.Times, draft.Window, User.AccountId, Aborted))
        {
            case EditionOutcome.Done:
                TempData["Notice"] = await DoneAsync(draft);
                return RedirectToPage("/Events/Manage", new { id = Edition.Id });
            case EditionOutcome.Stale:
                await OfferAgainAsync();
                break;
            default:
                ModelState.AddModelError("", texts["Refused"]);
                break;
        }

        return await ShowAsync();
    }

    /// <summary>What followed from it: mails under way, a programme that moved along.</summary>
    private async Task<string> DoneAsync(EditionDraft draft)
    {
        var isMoved = draft.Times != Edition.Times || draft.Facts.Place != Edition.Facts.Place || Edition.State is EditionState.Postponed;
        var told = isMoved && Edition.IsPublic ? await Db.Registrations.For(Edition.Id).Active.CountAsync(Aborted) : 0;
        var saved = told switch { 0 => texts["Saved"], 1 => texts["SavedAndToldOne"], _ => texts["SavedAndTold", Spoken.Number(told)] };
        var hasMoved = draft.Times.LocalStart != Edition.LocalStart && await Db.Sessions.AnyAsync(s => s.EditionId == Edition.Id, Aborted);
        return hasMoved ? $"{saved} {texts["ProgrammeMoved"]}" : saved.Value;
    }

    /// <summary>Keeps what was typed and lets the organiser save it knowingly.</summary>
    private async Task OfferAgainAsync()
    {
        IsStale = true;
        Version = await Db.Editions.Where(e => e.Id == Edition.Id).Select(e => e.Version).SingleAsync(Aborted);
        ModelState.Remove(nameof(Version));
    }

    private async Task<IActionResult> ShowAsync()
    {
        Recipients = (Edition.IsPublic ? await Db.Registrations.For(Edition.Id).Active.CountAsync(Aborted) : 0) + await Db.SpeakersBeside(Edition.Id).CountAsync(Aborted);
        return Page();
    }
}
