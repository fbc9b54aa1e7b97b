using System.ComponentModel.DataAnnotations;
using Hub.Core.CheckIns;
using Hub.Core.Data;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.CheckIns;

/// <summary>The door of a day for its organisers, and the links they make for stewards.</summary>
[PrivatePage]
public sealed class ReceptionModel(
    HubDbContext db, StewardLinkOffice office, CheckInDesk desk, CheckInBoard board, TimeProvider clock, IStringLocalizer<CheckInTexts> texts) : ManagedEditionPage(db)
{
    [BindProperty]
    public StewardLinkInput Input { get; set; } = new();

    public CheckInBoard Board => board;

    public IReadOnlyList<StewardLink> Links { get; private set; } = [];

    /// <summary>Shown once, in the answer that made it.</summary>
    public MadeLink? Made { get; private set; }

    /// <summary>There are people to receive, or will be.</summary>
    public bool TakesStewards => Edition.TakesStewardsAt(clock.GetUtcNow().UtcDateTime);

    public Task OnGetAsync([FromQuery(Name = "q")] string? search, [FromQuery(Name = "vu")] Guid? seen) => LoadAsync(search, seen);

    public async Task<IActionResult> OnPostMakeAsync()
    {
        if (ModelState.IsValid)
        {
            var label = Input.Label!.Trim();
            if (await office.MakeAsync(Edition.Id, label, User.AccountId, Aborted) is { } address)
            {
                Made = new(label, address);
                ModelState.Clear();
                Input = new(); // for the next one
            }
            else
            {
                ModelState.AddModelError("", TakesStewards ? texts["LinksEnough", StewardLinkOffice.Most] : texts["LinksOver"]);
            }
        }

        await LoadAsync(null, null);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid link)
    {
        if (await office.RevokeAsync(Edition.Id, link, User.AccountId, Aborted) is not { } label)
        {
            return NotFound();
        }

        TempData["Notice"] = texts["Revoked", label].Value;
        return RedirectToPage(new { id = Edition.Id });
    }

    public async Task<IActionResult> OnPostCheckInAsync(Guid person) =>
        Leave(person, await desk.CheckInAsync(Edition.Id, person, CheckInActor.Organiser(User.AccountId), Aborted), undone: false);

    public async Task<IActionResult> OnPostUndoAsync(Guid person) =>
        Leave(person, await desk.UndoAsync(Edition.Id, person, CheckInActor.Organiser(User.AccountId), Aborted), undone: true);

    private async Task LoadAsync(string? search, Guid? seen)
    {
        await board.LoadAsync(Edition, search, seen, Aborted);
        Links = await Db.StewardLinks.AsNoTracking().Of(Edition.Id).OrderBy(l => l.MadeAt).ThenBy(l => l.Id).ToListAsync(Aborted);
    }

    private IActionResult Leave(Guid person, CheckInAnswer answer, bool undone)
    {
        if (answer.Outcome is CheckInOutcome.Unknown)
        {
            return NotFound();
        }

        CheckInNotices.Leave(TempData, board.Say(answer, Edition, undone));
        return RedirectToPage(new { id = Edition.Id, vu = person });
    }
}

/// <param name="Label">Whom it is for.</param>
public sealed record MadeLink(string Label, Uri Address);

public sealed class StewardLinkInput
{
    /// <summary>One line of text: neither line breaks nor other control characters.</summary>
    private const string OneLine = @"[^\p{Cc}\p{Zl}\p{Zp}]*";

    [Display(Name = "Label"), Required, StringLength(StewardLink.LabelLength), RegularExpression(OneLine, ErrorMessage = "ErrorOneLine")]
    public string? Label { get; set; }
}
