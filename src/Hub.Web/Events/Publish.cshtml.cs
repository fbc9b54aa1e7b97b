using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Shows what the public would see anew, and makes it so.</summary>
public sealed class PublishModel(HubDbContext db, ProgrammePublisher publisher, IStringLocalizer<ProgrammeTexts> texts, TimeProvider clock) : EditedEditionPage(db)
{
    /// <summary>Of the version to come.</summary>
    public int Number { get; private set; }

    public ProgrammeDraft Draft { get; private set; } = null!;

    public ProgrammeDifference Difference { get; private set; } = null!;

    public ProgrammeAudience Audience { get; private set; } = ProgrammeAudience.Nobody;

    public bool IsFirst => Number == 1;

    /// <summary>What somebody should look at before.</summary>
    public IReadOnlyList<ProgrammeDoubt> Doubts { get; private set; } = [];

    public int Unplaced => Draft.Plan.Sessions.Count(s => !s.IsPlaced);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(int revision)
    {
        if (await publisher.PublishAsync(Edition.Id, revision, User.AccountId, Aborted) is not { } number)
        {
            await LoadAsync();
            ModelState.Clear();
            ModelState.AddModelError("", texts["PublishStale"]);
            return Page();
        }

        TempData["Notice"] = texts["PublishedVersion", number].Value;
        return RedirectToPage("/Events/Programme", new { id = Edition.Id });
    }

    private async Task LoadAsync()
    {
        Draft = await Db.DraftOfAsync(Edition.Id, Aborted);
        Doubts = (await DraftReview.ReadAsync(Db, Edition, Draft.Plan, Aborted)).Doubts;
        Difference = ProgrammeDifference.Between(await Db.PublishedPlanAsync(Edition.Id, Aborted), Draft.Plan);
        Audience = await publisher.AudienceAsync(Edition, Difference, clock.GetUtcNow().UtcDateTime, Aborted);
        Number = 1 + (await Db.ProgrammeVersions.Where(v => v.EditionId == Edition.Id).MaxAsync(v => (int?)v.Number, Aborted) ?? 0);
    }
}
