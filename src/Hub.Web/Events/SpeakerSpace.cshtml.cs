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
public sealed class SpeakerSpaceModel(HubDbContext db, SpeakerAnswers answers, IStringLocalizer<EventTexts> fields, IStringLocalizer<SpeakerTexts> texts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public SpeakerSpaceInput Input { get; set; } = new();

    public SpeakerInvitation Invitation { get; private set; } = null!;

    public Edition Edition { get; private set; } = null!;

    public EditionPhase Phase { get; private set; }

    public IReadOnlyList<SpeakerSlot> Slots { get; private set; } = [];

    /// <summary>Sessions in which they have a turn that is announced.</summary>
    public IReadOnlyList<StageCall> Calls { get; private set; } = [];

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Name of their photo in addresses; null when there is none.</summary>
    public string? PhotoHash { get; private set; }

    /// <summary>In the address of the page.</summary>
    public string Secret => RouteData.Values["secret"] as string ?? "";

    /// <summary>In the address of the calendar.</summary>
    public string FeedSecret => SpeakerLinks.FeedToken(Secret);

    public bool CanChange => Invitation.IsActive && Phase is not (EditionPhase.Cancelled or EditionPhase.Completed);

    public IReadOnlyList<DateTime> Days =>
        [.. Enumerable.Range(0, Math.Max(1, (Edition.LocalEnd.Date - Edition.LocalStart.Date).Days + 1)).Select(n => Edition.LocalStart.Date.AddDays(n))];

    public Task<IActionResult> OnGetAsync() => IfMineAsync(() =>
    {
        Input = SpeakerSpaceInput.From(Invitation);
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

    private static Task<bool> Wrong => Task.FromResult(false);

    private CancellationToken Aborted => HttpContext.RequestAborted;

    private LineReader Lines => new(ModelState, fields, nameof(Input));

    private (bool IsRight, string? Text) Reason()
    {
        var reason = Lines.Text(nameof(Input.Reason), Input.Reason, SpeakerInvitation.NoteLength);
        return (ModelState.IsValid, reason);
    }

    /// <summary>What was wrong comes back with what was typed; what came too late shows how things stand.</summary>
    private Task<IActionResult> ActAsync(string notice, Func<Task<bool>> act) => IfMineAsync(async () =>
    {
        var isDone = CanChange && await act();
        if (!ModelState.IsValid)
        {
            KeepTheRest();
            return await ShowAsync();
        }

        TempData["Notice"] = isDone ? texts[notice].Value : null;
        return RedirectToPage("/Events/SpeakerSpace", new { secret = Secret });
    });

    /// <summary>One form was sent: the others show what is stored.</summary>
    private void KeepTheRest()
    {
        if (HttpContext.Request.Query["handler"] != "Details")
        {
            var (proposed, reason) = (Input.ProposedTime, Input.Reason);
            Input = SpeakerSpaceInput.From(Invitation);
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
        return await then();
    }

    private async Task<IActionResult> ShowAsync()
    {
        var published = Edition.IsPublic ? await db.PublishedPlanAsync(Edition.Id, Aborted) : ProgrammePlan.Empty;
        Slots = SpeakerSlot.Of(Invitation.Name, published, (await db.DraftOfAsync(Edition.Id, Aborted)).Plan);
        Calls = Invitation.IsActive ? await StageCall.ReadAsync(db, Edition, Invitation.Name, Aborted) : [];
        PhotoHash = await db.SpeakerPhotos.Where(p => p.InvitationId == Invitation.Id).Select(p => p.Hash).SingleOrDefaultAsync(Aborted);
        return Page();
    }
}
