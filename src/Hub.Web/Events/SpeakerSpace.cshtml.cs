using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>What somebody who is asked to speak sees, answers and says of themselves, by their link alone.</summary>
[AllowAnonymous, PrivatePage]
public sealed class SpeakerSpaceModel(
    HubDbContext db,
    SpeakerAnswers answers, SessionFileOffice files, IStringLocalizer<EventTexts> fields, IStringLocalizer<SpeakerTexts> texts, IStringLocalizer<FileTexts> documents, TimeProvider clock) : PageModel
{
    private string? planned;

    [BindProperty]
    public SpeakerSpaceInput Input { get; set; } = new();

    [BindProperty]
    public DocumentInput Document { get; set; } = new();

    public SpeakerInvitation Invitation { get; private set; } = null!;

    public Edition Edition { get; private set; } = null!;

    public EditionPhase Phase { get; private set; }

    public IReadOnlyList<SpeakerSlot> Slots { get; private set; } = [];

    /// <summary>Sessions in which they have a turn that is announced.</summary>
    public IReadOnlyList<StageCall> Calls { get; private set; } = [];

    /// <summary>Titles of the sessions they have a part in and of their turns on stage, by id.</summary>
    public IReadOnlyDictionary<Guid, string> Places { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>What they sent to take home.</summary>
    public IReadOnlyList<SessionFileLine> Files { get; private set; } = [];

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Name of their photo in addresses; null when there is none.</summary>
    public string? PhotoHash { get; private set; }

    /// <summary>In the address of the page.</summary>
    public string Secret => RouteData.Values["secret"] as string ?? "";

    /// <summary>In the address of the calendar.</summary>
    public string FeedSecret => SpeakerLinks.FeedToken(Secret);

    public bool CanChange => Invitation.IsActive && Phase is not (EditionPhase.Cancelled or EditionPhase.Completed);

    /// <summary>After the day too: most people send their slides then.</summary>
    public bool CanSend => Invitation.State is SpeakerState.Accepted && Phase is not EditionPhase.Cancelled && Places.Count > 0;

    public IReadOnlyList<DateTime> Days =>
        [.. Enumerable.Range(0, Math.Max(1, (Edition.LocalEnd.Date - Edition.LocalStart.Date).Days + 1)).Select(n => Edition.LocalStart.Date.AddDays(n))];

    public Task<IActionResult> OnGetAsync() => IfMineAsync(() =>
    {
        Input = SpeakerSpaceInput.From(Invitation, planned);
        return ShowAsync();
    });

    public Task<IActionResult> OnPostAcceptAsync() => ActAsync("Thanks", () => answers.AcceptAsync(Invitation.Id, Aborted));

    public Task<IActionResult> OnPostDeclineAsync() => ActAsync("Noted", () => Reason() is { IsRight: true } said ? answers.DeclineAsync(Invitation.Id, said.Text, Aborted) : Wrong);

    public Task<IActionResult> OnPostWithdrawAsync() => ActAsync("Noted", () => Reason() is { IsRight: true } said ? answers.WithdrawAsync(Invitation.Id, said.Text, Aborted) : Wrong);

    public Task<IActionResult> OnPostProposeAsync() => ActAsync("Noted", () =>
    {
        var time = Lines.Text(nameof(Input.ProposedTime), Input.ProposedTime, SpeakerInvitation.NoteLength);
        return ModelState.IsValid ? answers.ProposeAsync(Invitation.Id, time, Aborted) : Wrong;
    });

    public Task<IActionResult> OnPostDetailsAsync() => ActAsync("Saved", () =>
        new SpeakerReader(ModelState, fields, texts, Days).Read(Input) is { } details ? answers.DescribeAsync(Invitation.Id, details, Aborted) : Wrong);

    public Task<IActionResult> OnPostPhotoAsync() => ActAsync("PhotoSaved", async () =>
        await new SpeakerReader(ModelState, fields, texts, Days).ReadPhotoAsync(Input, Aborted) is { } file && await answers.SetPhotoAsync(Invitation.Id, file, Aborted));

    public Task<IActionResult> OnPostRemovePhotoAsync() => ActAsync("PhotoRemoved", () => answers.RemovePhotoAsync(Invitation.Id, Aborted));

    public Task<IActionResult> OnPostDocumentAsync() => ActAsync("DocumentSent", SendAsync, () => CanSend);

    public Task<IActionResult> OnPostRemoveDocumentAsync(Guid file) =>
        ActAsync("DocumentRemoved", () => files.RemoveAsync(Edition.Id, file, Invitation.Id, null, Aborted), () => CanSend);

    private static Task<bool> Wrong => Task.FromResult(false);

    private CancellationToken Aborted => HttpContext.RequestAborted;

    private LineReader Lines => new(ModelState, fields, nameof(Input));

    private (bool IsRight, string? Text) Reason()
    {
        var reason = Lines.Text(nameof(Input.Reason), Input.Reason, SpeakerInvitation.NoteLength);
        return (ModelState.IsValid, reason);
    }

    /// <summary>What was wrong comes back with what was typed; what came too late shows how things stand.</summary>
    /// <param name="may">Null: as long as they may change anything.</param>
    private Task<IActionResult> ActAsync(string notice, Func<Task<bool>> act, Func<bool>? may = null) => IfMineAsync(async () =>
    {
        var isDone = (may?.Invoke() ?? CanChange) && await act();
        if (!ModelState.IsValid)
        {
            KeepTheRest();
            return await ShowAsync();
        }

        TempData["Notice"] = isDone ? texts[notice].Value : null;
        return RedirectToPage("/Events/SpeakerSpace", new { secret = Secret });
    });

    private async Task<bool> SendAsync()
    {
        var chosen = Places.Count == 1 ? Places.Keys.Single() : Document.Session.GetValueOrDefault();
        if (!Places.ContainsKey(chosen))
        {
            ModelState.AddModelError("Document.Session", documents["ChooseSession"]);
        }

        if (await new DocumentReader(ModelState, fields, documents, nameof(Document)).ReadAsync(Document, Aborted) is not var (file, words))
        {
            return false;
        }

        FilePlace place = Calls.FirstOrDefault(c => c.Order.Find(chosen) is not null) is { } call ? new(Edition.Id, call.Session.Id, chosen) : new(Edition.Id, chosen);
        var isDone = await files.AddAsync(place, file, words, Invitation.Id, null, Aborted) is SessionFileOutcome.Done;
        if (!isDone)
        {
            ModelState.AddModelError("Document.File", documents["Full", SessionFile.MostOfOne, SessionFile.MostOfDay]);
        }

        return isDone;
    }

    /// <summary>One form was sent: the others show what is stored.</summary>
    private void KeepTheRest()
    {
        if (HttpContext.Request.Query["handler"] != "Details")
        {
            var (proposed, reason) = (Input.ProposedTime, Input.Reason);
            Input = SpeakerSpaceInput.From(Invitation, planned);
            (Input.ProposedTime, Input.Reason) = (proposed ?? Input.ProposedTime, reason);
        }
    }

    private async Task<IActionResult> IfMineAsync(Func<Task<IActionResult>> then)
    {
        if (await db.InvitationOfAsync(Secret, Aborted) is not { } invitation)
        {
            return NotFound();
        }

        Invitation = invitation;
        Edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == invitation.EditionId, Aborted);
        Phase = Edition.PhaseAt(Now);
        var published = Edition.IsPublic ? await db.PublishedPlanAsync(Edition.Id, Aborted) : ProgrammePlan.Empty;
        Slots = SpeakerSlot.Of(Invitation.Name, published, (await db.DraftOfAsync(Edition.Id, Aborted)).Plan);
        planned = (await db.DraftWithPresentersAsync(Edition.Id, Aborted)).People.FirstOrDefault(p => p.Name == Invitation.Name)?.Function;
        Calls = Invitation.IsActive ? await StageCall.ReadAsync(db, Edition, Invitation.Name, Aborted) : [];
        Places = Slots.Select(s => (s.Id, s.Title)).Concat(Calls.SelectMany(c => c.TurnsOf(Invitation.Name, Now)).Select(t => (t.Slot.Id, t.Slot.Title))).ToDictionary(s => s.Id, s => s.Title);
        return await then();
    }

    private async Task<IActionResult> ShowAsync()
    {
        Files = await db.SessionFiles.Where(f => f.EditionId == Edition.Id && f.SentBy == Invitation.Id).LinesAsync(Aborted);
        PhotoHash = await db.SpeakerPhotos.Where(p => p.InvitationId == Invitation.Id).Select(p => p.Hash).SingleOrDefaultAsync(Aborted);
        return Page();
    }
}
