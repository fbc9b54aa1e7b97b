using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Notifications;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Everybody the draft of a programme names: asked, answered, missing.</summary>
public sealed class SpeakersModel(HubDbContext db, SpeakerOffice office, IStringLocalizer<EventTexts> fields, IStringLocalizer<SpeakerTexts> texts, TimeProvider clock) : EditedEditionPage(db)
{
    /// <summary>Whose form was sent.</summary>
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? NewName { get; set; }

    [BindProperty]
    public string? NewFunction { get; set; }

    /// <summary>As lists of names go.</summary>
    public IReadOnlyList<SpeakerRow> Rows { get; private set; } = [];

    public IReadOnlyList<SpeakerGap> Gaps { get; private set; } = [];

    public int Awaited => Rows.Count(r => r.Invitation?.CanBeReminded(clock.GetUtcNow().UtcDateTime, Edition.TimeZone) is true);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostInviteAsync()
    {
        var email = new LineReader(ModelState, fields, "").Address(nameof(Email), Email, MailAddresses.Length);
        if (!ModelState.IsValid)
        {
            return await AgainAsync();
        }

        var outcome = await office.InviteAsync(Edition.Id, Name ?? "", email!, User.AccountId, Aborted);
        return Back(outcome switch
        {
            SpeakerOutcome.Done => texts["Invited", Name!],
            SpeakerOutcome.Same => texts["InvitedAlready", Name!],
            _ => texts["NobodyOfThisName"],
        });
    }

    public async Task<IActionResult> OnPostRemindAsync()
    {
        var reminded = await office.RemindAsync(Edition.Id, User.AccountId, Aborted);
        return Back(reminded switch { 0 => texts["RemindedNobody"], 1 => texts["RemindedOne"], _ => texts["Reminded", Spoken.Number(reminded)] });
    }

    public async Task<IActionResult> OnPostTimeAsync(bool agreed)
    {
        var outcome = await office.AnswerTimeAsync(Edition.Id, Name ?? "", agreed, User.AccountId, Aborted);
        return Back(outcome is SpeakerOutcome.Done ? texts[agreed ? "TimeAgreed" : "TimeRefused", Name!] : texts["TimeAnsweredAlready"]);
    }

    public async Task<IActionResult> OnPostReplaceAsync()
    {
        LineReader lines = new(ModelState, fields, "");
        var newName = lines.Line(nameof(NewName), NewName, SpeakerInvitation.LineLength, isRequired: true);
        var newFunction = lines.Line(nameof(NewFunction), NewFunction, SpeakerInvitation.LineLength, isRequired: false);
        if (newName?.Contains(',', StringComparison.Ordinal) is true)
        {
            lines.Refuse(nameof(NewName), texts["NoComma"]);
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync();
        }

        var outcome = await office.ReplaceAsync(Edition.Id, Name ?? "", newName!, string.IsNullOrEmpty(newFunction) ? null : newFunction, User.AccountId, Aborted);
        return Back(outcome is SpeakerOutcome.Done ? texts["Replaced", Name!, newName!] : texts["NobodyOfThisName"]);
    }

    private async Task<IActionResult> AgainAsync()
    {
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        var people = (await Db.DraftWithPresentersAsync(Edition.Id, Aborted)).People;
        var invitations = await Db.SpeakerInvitations.AsNoTracking().Where(i => i.EditionId == Edition.Id).ToDictionaryAsync(i => i.Name, StringComparer.Ordinal, Aborted);
        var ids = Db.SpeakerInvitations.Where(i => i.EditionId == Edition.Id).Select(i => i.Id);
        var photos = await Db.SpeakerPhotos.Where(p => ids.Contains(p.InvitationId)).Select(p => p.InvitationId).ToListAsync(Aborted);
        Rows = [.. people.OrderBy(p => new Speaker(p.Name, null, []).Order.Last, StringComparer.Ordinal).ThenBy(p => Folding.Fold(p.Name), StringComparer.Ordinal)
            .Select((p, index) => (Person: p, Number: index + 1, Invitation: invitations.GetValueOrDefault(p.Name)))
            .Select(p => new SpeakerRow(p.Number, p.Person, p.Invitation, p.Invitation is { } known && photos.Contains(known.Id)))];
        var published = Edition.IsPublic ? (await Db.PublishedPlanAsync(Edition.Id, Aborted)).People : [];
        Gaps = [.. invitations.Values.Where(i => !i.IsActive).OrderBy(i => i.Name, StringComparer.Ordinal)
            .Select(i => new SpeakerGap(i.Name, i.State, Count(people, i.Name), Count(published, i.Name))).Where(g => g.Planned + g.Published > 0)];
    }

    private static int Count(IEnumerable<PlannedPerson> people, string name) => people.FirstOrDefault(p => p.Name == name)?.Sessions.Count ?? 0;

    private RedirectToPageResult Back(LocalizedString notice)
    {
        TempData["Notice"] = notice.Value;
        return RedirectToPage("/Events/Speakers", new { id = Edition.Id });
    }
}
