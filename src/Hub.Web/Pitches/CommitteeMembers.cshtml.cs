using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Pitches;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Pitches;

/// <summary>Who judges the proposals of a call, and how far each has come.</summary>
public sealed class CommitteeMembersModel(HubDbContext db, Committee committee, IStringLocalizer<ReviewTexts> texts, IStringLocalizer<PitchTexts> moments, TimeProvider clock) : ManagedCallPage(db, clock)
{
    [BindProperty]
    public ReviewerInput Input { get; set; } = new();

    public IReadOnlyList<ReviewerProgress> Members { get; private set; } = [];

    /// <summary>Nobody is asked to judge what the public does not see.</summary>
    public bool IsPublic => Call.State is CallState.Published && Edition.IsPublic;

    public bool IsOver => Contest.DecidedAt is not null;

    /// <summary>Wall time of the call.</summary>
    [BindProperty, Display(Name = "DueAt")]
    public string? DueAt { get; set; }

    public async Task OnGetAsync() => await ReadAsync();

    public async Task<IActionResult> OnPostDueAsync()
    {
        ModelState.Clear();
        var at = new CallReader(ModelState, moments, new() { TimeZone = Call.TimeZone }).Instant(nameof(DueAt), DueAt, w => w.Latest);
        if (ModelState.IsValid && await committee.AskReviewsByAsync(Call.Id, at, User.AccountId, Aborted))
        {
            return Back(texts["DueSaved"]);
        }

        ModelState.Clear();
        ModelState.AddModelError(nameof(DueAt), texts["DueWrong"]);
        await ReadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (TryValidateModel(Input, nameof(Input)))
        {
            var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
            if (await committee.InviteAsync(Call.Id, Input.Name!.Trim(), Input.Organisation!.Trim(), Input.Email!.Trim(), language, User.AccountId, Aborted))
            {
                return Back(texts["Invited"]);
            }

            ModelState.AddModelError("", texts["NotInvited"]);
        }

        await ReadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRemindAsync()
    {
        var reminded = await committee.RemindAsync(Call.Id, User.AccountId, Aborted);
        return Back(reminded switch { 0 => texts["RemindedNone"], 1 => texts["RemindedOne"], _ => texts["Reminded", reminded] });
    }

    public async Task<IActionResult> OnPostDismissAsync(Guid member)
    {
        await committee.DismissAsync(Call.Id, member, User.AccountId, Aborted);
        return Back(texts["Dismissed"]);
    }

    private async Task ReadAsync()
    {
        Members = await committee.ProgressAsync(Call.Id, Aborted);
        DueAt ??= Contest.ReviewsDueAt is { } due ? WallClock.ToWall(due, Call.TimeZone).ToString(CallForms.Wall, CultureInfo.InvariantCulture) : null;
    }

    private RedirectToPageResult Back(string notice)
    {
        TempData["Notice"] = notice;
        return RedirectToPage("/Pitches/CommitteeMembers", new { id = Edition.Id, call = Call.Id });
    }
}
