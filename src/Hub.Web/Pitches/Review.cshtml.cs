using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Languages;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Pitches;

/// <summary>One proposal and the sheet of one member of the committee, side by side. What they may not judge is not there.</summary>
public sealed class ReviewModel(HubDbContext db, ReviewRoom room, ProposalFiles files, IStringLocalizer<ReviewTexts> texts, TimeProvider clock) : ReviewerPage(db)
{
    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    public OpenFile Opened { get; private set; } = null!;

    /// <summary>What is kept, where it is not what was typed; null otherwise.</summary>
    public Review? Kept { get; private set; }

    public string Heading => Opened.Version.HeadingBy(Contest.Form) ?? Opened.Application.Organisation;

    /// <inheritdoc cref="AnswerView"/>
    public IReadOnlyDictionary<string, int> Sizes { get; private set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public bool IsSent => Opened.Own?.State is ReviewState.Submitted;

    public IEnumerable<decimal> Scale
    {
        get
        {
            for (var mark = Contest.Grid.Minimum; mark <= Contest.Grid.Maximum; mark += Contest.Grid.Step)
            {
                yield return mark;
            }
        }
    }

    public Task<IActionResult> OnGetAsync(Guid proposal) => IfOpenAsync(proposal, () =>
    {
        Input = ReviewInput.Of(Contest.Grid, Opened.Own);
        return Task.FromResult<IActionResult>(Page());
    });

    public Task<IActionResult> OnGetFileAsync(Guid proposal, string? hash) => IfOpenAsync(proposal, () => files.GiveAsync(this, proposal, Contest.Form, Opened.Version.Answers, hash));

    /// <summary>The sheet, while it is being filled in.</summary>
    public Task<IActionResult> OnPostKeepAsync(Guid proposal) => IfOpenAsync(proposal, async () =>
    {
        var outcome = await room.SaveAsync(Reviewer.Id, proposal, Input.Sheet(Contest.Grid), Input.Seen, Aborted);
        var kept = (await room.OpenAsync(Reviewer.Id, proposal, Aborted))?.Own;
        return new JsonResult(new { Outcome = outcome.ToString(), Revision = kept?.Revision ?? 0, At = Spoken.Hour(Spoken.WallTime(clock.GetUtcNow().UtcDateTime, Call.TimeZone)) });
    });

    public Task<IActionResult> OnPostAsync(Guid proposal) => IfOpenAsync(proposal, async () => await KeepAsync(proposal) ? Back(proposal, "Kept") : Page());

    public Task<IActionResult> OnPostSendAsync(Guid proposal) => IfOpenAsync(proposal, async () =>
    {
        if (!await KeepAsync(proposal))
        {
            return Page();
        }

        if (await room.SubmitAsync(Reviewer.Id, proposal, Aborted))
        {
            return Back(proposal, "Sent");
        }

        foreach (var criterion in Contest.Grid.Criteria.Where(c => string.IsNullOrEmpty(Input.Marks.TryGetValue(c.Key, out var mark) ? mark : null)))
        {
            ModelState.AddModelError($"Input.Marks[{criterion.Key}]", texts["MarkMissing", Bilingual.Say(criterion.Name, criterion.EnglishName)]);
        }

        return Page();
    });

    public Task<IActionResult> OnPostRecuseAsync(Guid proposal, string? reason) => IfOpenAsync(proposal, async () =>
    {
        var words = reason?.ReplaceLineEndings("\n").Trim();
        await room.RecuseAsync(Reviewer.Id, proposal, RecusalKind.Declared, words?.Length > Recusal.ReasonLength ? words[..Recusal.ReasonLength] : words, null, Aborted);
        TempData["Notice"] = texts["Recused"].Value;
        return RedirectToPage("/Pitches/Reviews", new { secret = Secret });
    });

    private RedirectToPageResult Back(Guid proposal, string notice)
    {
        TempData["Notice"] = texts[notice].Value;
        return RedirectToPage("/Pitches/Review", new { secret = Secret, proposal });
    }

    /// <returns>False when it was changed elsewhere meanwhile, or can not be: then what was typed is shown beside what is kept.</returns>
    private async Task<bool> KeepAsync(Guid proposal)
    {
        var outcome = await room.SaveAsync(Reviewer.Id, proposal, Input.Sheet(Contest.Grid), Input.Seen, Aborted);
        if (await room.OpenAsync(Reviewer.Id, proposal, Aborted) is { } opened)
        {
            (Opened, Input.Seen) = (opened, opened.Own?.Revision ?? 0);
        }

        if (outcome is SaveOutcome.Saved)
        {
            return true;
        }

        Kept = outcome is SaveOutcome.Conflict ? Opened.Own : null;
        ModelState.AddModelError("", texts[$"Refused.{outcome}"]);
        return false;
    }

    private async Task<IActionResult> IfOpenAsync(Guid proposal, Func<Task<IActionResult>> then)
    {
        if (await room.OpenAsync(Reviewer.Id, proposal, Aborted) is not { } opened)
        {
            return NotFound();
        }

        (Opened, Sizes) = (opened, await Db.FileSizesAsync(proposal, Aborted));
        ModelState.Clear();
        return await then();
    }
}
