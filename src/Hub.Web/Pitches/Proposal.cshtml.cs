using System.Text;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Pitches;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Pitches;

/// <summary>Where a proposal is written, sent, shared with colleagues and withdrawn, by the link of one author.</summary>
[AllowAnonymous, PrivatePage]
public sealed class ProposalModel(
    HubDbContext db, PitchDesk desk, PitchStage stage, ApplicationDesk applications, SpeakerLinks speakers,
    IStringLocalizer<PitchTexts> texts, IStringLocalizer<DecisionTexts> decisions, TimeProvider clock) : PageModel
{
    /// <summary>When the request came: to wait for others makes nobody late.</summary>
    private readonly DateTime now = clock.GetUtcNow().UtcDateTime;

    [BindProperty]
    public ProposalInput Input { get; set; } = new();

    [BindProperty]
    public ColleagueInput Colleague { get; set; } = new();

    [BindProperty]
    public StageInput OnStage { get; set; } = new();

    /// <summary>Null before the release.</summary>
    public ProposalStand? Stand { get; private set; }

    /// <summary>Of the author as a speaker; null when they are none.</summary>
    public string? SpeakerPage => Stand?.Speaker is { } speaker ? speakers.For(speaker).PathAndQuery : null;

    public Author Author { get; private set; } = null!;

    public Application Application { get; private set; } = null!;

    public Contest Contest { get; private set; } = null!;

    public CallForPitches Call { get; private set; } = null!;

    public Edition Edition { get; private set; } = null!;

    public IReadOnlyList<Author> Authors { get; private set; } = [];

    /// <summary>Sent so far, the last first.</summary>
    public IReadOnlyList<ApplicationVersion> Versions { get; private set; } = [];

    /// <summary>The questions as they stand, with what was typed.</summary>
    public IReadOnlyList<ProposalField> Fields { get; private set; } = [];

    public bool IsOpen => Call.State is CallState.Published && Application.IsOpen(Contest, now);

    public DateTime ClosesAt => Application.ClosesAt(Contest);

    public string Secret => RouteData.Values["secret"] as string ?? "";

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public Task<IActionResult> OnGetAsync() => IfMineAsync(() => ShowAsync());

    /// <summary>The bytes whose hash the receipt tells.</summary>
    public Task<IActionResult> OnGetVersionAsync(int number) => IfMineAsync(async () =>
        await db.ApplicationVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ApplicationId == Application.Id && v.Number == number, Aborted) is { } version
            ? File(Encoding.UTF8.GetBytes(version.Content), "application/json", $"proposition-{Application.Number}-v{number}.json")
            : NotFound());

    /// <summary>One answer, while it is being typed.</summary>
    public Task<IActionResult> OnPostKeepAsync(string key, string? text, int seen) => IfMineAsync(async () =>
    {
        var outcome = await applications.SaveAsync(Application.Id, key, text ?? "", seen, Aborted);
        var kept = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == Application.Id, Aborted);
        var answer = kept.Answers.GetValueOrDefault(key) ?? Answer.None;
        return new JsonResult(new { Outcome = outcome.ToString(), answer.Revision, Theirs = outcome is SaveOutcome.Conflict ? answer.Text : null, At = Spoken.Hour(Spoken.WallTime(now, Call.TimeZone)) });
    });

    public Task<IActionResult> OnPostAsync() => IfMineAsync(async () =>
    {
        if (!await KeepAsync())
        {
            return await ShowAsync();
        }

        TempData["Notice"] = texts[IsOpen ? "Saved" : "Refused.Late"].Value;
        return Back();
    });

    public Task<IActionResult> OnPostSendAsync() => IfMineAsync(async () =>
    {
        if (!await KeepAsync())
        {
            return await ShowAsync();
        }

        var sent = await desk.SubmitAsync(Author, now, Aborted);
        if (sent.Outcome is SubmitOutcome.Done)
        {
            TempData["Notice"] = texts["Sent"].Value;
            return Back();
        }

        if (sent.Outcome is SubmitOutcome.Incomplete)
        {
            return await ShowAsync(checks: true);
        }

        ModelState.AddModelError("", texts[$"Refused.{sent.Outcome}", Contest.MostPerOrganisation ?? 0]);
        return await ShowAsync();
    });

    public Task<IActionResult> OnPostInviteAsync() => IfMineAsync(async () =>
    {
        if (!TryValidateModel(Colleague, nameof(Colleague)) || Application.State is ApplicationState.Withdrawn)
        {
            return await ShowAsync();
        }

        TempData["Notice"] = texts[await desk.InviteAsync(Author, Colleague.Name!.Trim(), Colleague.Email!.Trim(), Aborted) ? "Invited" : "NotInvited"].Value;
        return Back();
    });

    /// <summary>Takes the place on stage, or says anew who comes.</summary>
    public Task<IActionResult> OnPostConfirmAsync() => IfMineAsync(async () =>
    {
        if (!TryValidateModel(OnStage, nameof(OnStage)))
        {
            return await ShowAsync();
        }

        if (await stage.ConfirmAsync(Author, OnStage.Facts, now, Aborted))
        {
            TempData["Notice"] = decisions["ConfirmedNow"].Value;
            return Back();
        }

        ModelState.AddModelError("", decisions["TooLate"]);
        return await ShowAsync();
    });

    public Task<IActionResult> OnPostWithdrawAsync() => IfMineAsync(async () =>
    {
        TempData["Notice"] = await desk.WithdrawAsync(Author, Aborted) ? texts["Withdrawn"].Value : null;
        return Back();
    });

    private RedirectToPageResult Back() => RedirectToPage("/Pitches/Proposal", new { secret = Secret });

    /// <summary>Keeps all that was typed.</summary>
    /// <returns>False when a colleague changed the same answer meanwhile: then both are shown.</returns>
    private async Task<bool> KeepAsync()
    {
        var isKept = true;
        foreach (var field in Contest.Form.Fields)
        {
            if (Input.Answers.TryGetValue(field.Key, out var text))
            {
                var outcome = await applications.SaveAsync(Application.Id, field.Key, text ?? "", Input.Seen.TryGetValue(field.Key, out var seen) ? seen : 0, Aborted);
                Refuse(field, outcome);
                isKept &= outcome is SaveOutcome.Saved;
            }
        }

        return isKept;
    }

    private void Refuse(FormField field, SaveOutcome outcome)
    {
        if (outcome is not SaveOutcome.Saved)
        {
            ModelState.AddModelError(ProposalField.NameOf(field), texts[$"Answer.{outcome}", Spoken.Number(Application.MostKept), Bilingual.Say(field.Label, field.EnglishLabel)]);
        }
    }

    private async Task<IActionResult> IfMineAsync(Func<Task<IActionResult>> then)
    {
        if (await db.AuthorOfAsync(Secret, Aborted) is not { } author)
        {
            return NotFound();
        }

        Author = author;
        Application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == author.ApplicationId, Aborted);
        Contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == Application.ContestId, Aborted);
        Call = await db.CallsForPitches.AsNoTracking().SingleAsync(c => c.Id == Contest.Id, Aborted);
        Edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == Call.EditionId, Aborted);

        // Of several forms on the page, one was sent: each handler looks at its own.
        ModelState.Clear();
        return await then();
    }

    /// <param name="checks">Says beside each answer what is wrong with it.</param>
    private async Task<IActionResult> ShowAsync(bool checks = false)
    {
        Application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == Application.Id, Aborted);
        Authors = await db.Authors.AsNoTracking().Where(a => a.ApplicationId == Application.Id).OrderBy(a => a.InvitedAt).ThenBy(a => a.Id).ToListAsync(Aborted);
        Versions = await db.ApplicationVersions.AsNoTracking().Where(v => v.ApplicationId == Application.Id).OrderByDescending(v => v.Number).ToListAsync(Aborted);
        Stand = await ProposalStand.ReadAsync(db, Call, Author, now, Aborted);
        if (Stand?.Offer is { } offer && OnStage.Presenters is null && !ModelState.ContainsKey($"{nameof(OnStage)}.{nameof(OnStage.Presenters)}"))
        {
            OnStage = StageInput.Of(offer, Author.Name);
        }

        if (checks)
        {
            foreach (var problem in Contest.Form.ProblemsOf(Application.TextOf))
            {
                ModelState.AddModelError(ProposalField.NameOf(problem.Field), texts[$"Problem.{problem.Kind}", Spoken.Number(problem.Field.MaxLength), Bilingual.Say(problem.Field.Label, problem.Field.EnglishLabel)]);
            }
        }

        Fields = [.. Contest.Form.Fields.Select(f => ProposalField.Of(f, Application, Input, ModelState))];
        return Page();
    }
}
