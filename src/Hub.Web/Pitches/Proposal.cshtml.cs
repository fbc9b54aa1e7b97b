using System.Text;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Languages;
using Hub.Core.Pitches;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Pitches;

/// <summary>Where a proposal is written, sent, shared with colleagues and withdrawn, by the link of one author.</summary>
public sealed class ProposalModel(
    HubDbContext db, PitchDesk desk, PitchStage stage, ApplicationDesk applications, AttachmentDesk attachments, ProposalFiles files, SpeakerLinks speakers,
    IStringLocalizer<PitchTexts> texts, IStringLocalizer<DecisionTexts> decisions, TimeProvider clock) : AuthorPage(db, clock)
{
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

    public IReadOnlyList<Author> Authors { get; private set; } = [];

    /// <summary>Sent so far, the last first.</summary>
    public IReadOnlyList<ApplicationVersion> Versions { get; private set; } = [];

    /// <summary>The questions as they stand, with what was typed.</summary>
    public IReadOnlyList<ProposalField> Fields { get; private set; } = [];

    /// <summary>Bytes of the documents it has, by hash.</summary>
    public IReadOnlyDictionary<string, int> Sizes { get; private set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The bytes whose hash the receipt tells.</summary>
    public async Task<IActionResult> OnGetVersionAsync(int number) =>
        await Db.ApplicationVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ApplicationId == Application.Id && v.Number == number, Aborted) is { } version
            ? File(Encoding.UTF8.GetBytes(version.Content), "application/json", $"proposition-{Application.Number}-v{number}.json")
            : NotFound();

    /// <summary>One answer, while it is being typed.</summary>
    public async Task<IActionResult> OnPostKeepAsync(string key, string? text, int seen)
    {
        var outcome = await applications.SaveAsync(Application.Id, key, text ?? "", seen, Aborted);
        var kept = await Db.Applications.AsNoTracking().SingleAsync(a => a.Id == Application.Id, Aborted);
        var answer = kept.Answers.GetValueOrDefault(key) ?? Answer.None;
        return new JsonResult(new { Outcome = outcome.ToString(), answer.Revision, Theirs = outcome is SaveOutcome.Conflict ? answer.Text : null, At = Spoken.Hour(Spoken.WallTime(Now, Call.TimeZone)) });
    }

    public async Task<IActionResult> OnGetFileAsync(string? hash) =>
        await files.GiveAsync(this, Application.Id, Contest.Form, [.. Application.Answers.Select(a => new SentAnswer(a.Key, "", a.Value.Text)), .. await SentAsync()], hash);

    /// <summary>One document, as soon as it is chosen.</summary>
    /// <returns>The documents of the question as they now are, and what was wrong with this one.</returns>
    public async Task<IActionResult> OnPostAttachAsync(string key)
    {
        if (Contest.Form.Find(key) is not { Kind: FieldKind.Files } field)
        {
            return NotFound();
        }

        await TakeAsync(field);
        await ShowAsync();
        return Partial("_ProposalFiles", Fields.Single(f => f.Field.Key == key));
    }

    public async Task<IActionResult> OnPostDetachAsync(string key, string name)
    {
        if (!await KeepAsync())
        {
            return await ShowAsync();
        }

        TempData["Notice"] = IsOpen && await attachments.DetachAsync(Application.Id, key, name, Now, Aborted) ? texts["Detached", name].Value : null;
        return Back();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await KeepAsync())
        {
            return await ShowAsync();
        }

        TempData["Notice"] = texts[IsOpen ? "Saved" : "Refused.Late"].Value;
        return Back();
    }

    public async Task<IActionResult> OnPostSendAsync()
    {
        if (!await KeepAsync())
        {
            return await ShowAsync();
        }

        var sent = await desk.SubmitAsync(Author, Now, Aborted);
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
    }

    public async Task<IActionResult> OnPostInviteAsync()
    {
        if (!TryValidateModel(Colleague, nameof(Colleague)) || Application.State is ApplicationState.Withdrawn)
        {
            return await ShowAsync();
        }

        TempData["Notice"] = texts[await desk.InviteAsync(Author, Colleague.Name!.Trim(), Colleague.Email!.Trim(), Aborted) ? "Invited" : "NotInvited"].Value;
        return Back();
    }

    /// <summary>Takes the place on stage, or says anew who comes.</summary>
    public async Task<IActionResult> OnPostConfirmAsync()
    {
        if (!TryValidateModel(OnStage, nameof(OnStage)))
        {
            return await ShowAsync();
        }

        if (await stage.ConfirmAsync(Author, OnStage.Facts, Now, Aborted))
        {
            TempData["Notice"] = decisions["ConfirmedNow"].Value;
            return Back();
        }

        ModelState.AddModelError("", decisions["TooLate"]);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        TempData["Notice"] = await desk.WithdrawAsync(Author, Aborted) ? texts["Withdrawn"].Value : null;
        return Back();
    }

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

        foreach (var field in Contest.Form.Fields.Where(f => f.Kind is FieldKind.Files))
        {
            isKept &= await TakeAsync(field);
        }

        return isKept;
    }

    /// <returns>False when something was wrong with a document.</returns>
    private async Task<bool> TakeAsync(FormField field)
    {
        var sent = Request.HasFormContentType ? Request.Form.Files.GetFiles(ProposalFiles.NameOf(field)).Where(f => f.Length > 0 || f.FileName.Length > 0) : [];
        var problems = await files.TakeAsync(Application, field, sent, IsOpen ? Now : ClosesAt, Aborted);
        foreach (var problem in problems)
        {
            ModelState.AddModelError(ProposalField.NameOf(field), problem);
        }

        return problems.Count == 0;
    }

    /// <summary>What the version that counts says.</summary>
    private async Task<IReadOnlyList<SentAnswer>> SentAsync() =>
        await Db.ApplicationVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ApplicationId == Application.Id && v.Number == Application.Versions, Aborted) is { } sent ? sent.Answers : [];

    private void Refuse(FormField field, SaveOutcome outcome)
    {
        if (outcome is not SaveOutcome.Saved)
        {
            ModelState.AddModelError(ProposalField.NameOf(field), texts[$"Answer.{outcome}", Spoken.Number(Application.MostKept), Bilingual.Say(field.Label, field.EnglishLabel)]);
        }
    }

    /// <param name="checks">Says beside each answer what is wrong with it.</param>
    private async Task<IActionResult> ShowAsync(bool checks = false)
    {
        Application = await Db.Applications.AsNoTracking().SingleAsync(a => a.Id == Application.Id, Aborted);
        Authors = await Db.Authors.AsNoTracking().Where(a => a.ApplicationId == Application.Id).OrderBy(a => a.InvitedAt).ThenBy(a => a.Id).ToListAsync(Aborted);
        Versions = await Db.ApplicationVersions.AsNoTracking().Where(v => v.ApplicationId == Application.Id).OrderByDescending(v => v.Number).ToListAsync(Aborted);
        Stand = await ProposalStand.ReadAsync(Db, Call, Author, Now, Aborted);
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

        Sizes = await Db.FileSizesAsync(Application.Id, Aborted);
        Fields = [.. Contest.Form.Fields.Select(f => ProposalField.Of(f, Application, Input, ModelState, Sizes))];
        return Page();
    }
}
