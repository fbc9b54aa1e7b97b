using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Pitches;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Pitches;

/// <summary>How a call stands, and what was proposed.</summary>
public sealed class ManageCallModel(HubDbContext db, CallOffice office, IStringLocalizer<PitchTexts> texts, TimeProvider clock) : ManagedCallPage(db, clock)
{
    public const int PageSize = 50;

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>Wall time of the call.</summary>
    [BindProperty, Display(Name = "NewClosing")]
    public string? NewClosing { get; set; }

    /// <summary>For those who learn that it is cancelled.</summary>
    [BindProperty, StringLength(CallForPitches.ReasonLength), Display(Name = "CancelReason")]
    public string? CancelReason { get; set; }

    /// <summary>Sent or withdrawn; of what is only being written nothing shows.</summary>
    public IReadOnlyList<SentProposal> Proposals { get; private set; } = [];

    public int Count { get; private set; }

    public int Drafts { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostPublishAsync() => Back(await office.PublishAsync(Call.Id, User.AccountId, Aborted) ? "CallPublished" : "CallNotPublished");

    public async Task<IActionResult> OnPostExtendAsync()
    {
        CallReader reader = new(ModelState, texts, new() { TimeZone = Call.TimeZone });
        var closes = reader.Instant(nameof(NewClosing), NewClosing, w => w.Latest);
        if (ModelState.IsValid && await office.ExtendAsync(Call.Id, closes, User.AccountId, Aborted))
        {
            return Back("CallExtended");
        }

        ModelState.AddModelError(nameof(NewClosing), texts["OnlyLater"]);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var reason = string.IsNullOrWhiteSpace(CancelReason) ? null : CancelReason.Trim();
        return Back(await office.CancelAsync(Call.Id, reason, User.AccountId, Aborted) ? "CallIsCancelled" : "CallNotCancelled");
    }

    private RedirectToPageResult Back(string notice)
    {
        TempData["Notice"] = texts[notice].Value;
        return RedirectToPage("/Pitches/ManageCall", new { id = Edition.Id, call = Call.Id });
    }

    private async Task<IActionResult> ShowAsync()
    {
        NewClosing ??= WallClock.ToWall(Contest.ClosesAt, Call.TimeZone).ToString(CallForms.Wall, CultureInfo.InvariantCulture);
        var all = Db.Applications.AsNoTracking().Where(a => a.ContestId == Call.Id);
        Count = await all.CountAsync(a => a.Versions > 0, Aborted);
        Drafts = await all.CountAsync(a => a.State == ApplicationState.Draft, Aborted);
        var rows = await (from application in all
                          join version in Db.ApplicationVersions.AsNoTracking() on new { Id = application.Id, Number = application.Versions } equals new { Id = version.ApplicationId, version.Number }
                          orderby application.Number
                          select new { application, version }).Skip((Math.Clamp(Number, 1, 1 + (Count / PageSize)) - 1) * PageSize).Take(PageSize).ToListAsync(Aborted);
        var ids = rows.ConvertAll(r => r.application.Id);
        var decisions = await Db.Decisions.AsNoTracking().Where(d => ids.Contains(d.ApplicationId)).ToDictionaryAsync(d => d.ApplicationId, Aborted);
        var offers = await Db.StageOffers.AsNoTracking().Where(o => ids.Contains(o.ApplicationId)).ToDictionaryAsync(o => o.ApplicationId, Aborted);
        Proposals = [.. rows.Select(r => new SentProposal(
            r.application, r.version.HeadingBy(Contest.Form) ?? r.application.Organisation, decisions.GetValueOrDefault(r.application.Id), offers.GetValueOrDefault(r.application.Id)))];
        return Page();
    }
}

/// <param name="Heading">What it is called, as it was sent.</param>
/// <param name="Offer">Null unless it was given a place.</param>
public sealed record SentProposal(Application Application, string Heading, Decision? Decision, StageOffer? Offer);
