using System.ComponentModel.DataAnnotations;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Pitches;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Pitches;

/// <summary>What the committee thinks, what the organisers decide, and the moment everybody is told.</summary>
public sealed class DecisionsModel(HubDbContext db, DecisionOffice office, PitchStage stage, IStringLocalizer<DecisionTexts> texts, TimeProvider clock) : ManagedCallPage(db, clock)
{
    public const int PageSize = 50;

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>What was typed, by the proposal.</summary>
    public IReadOnlyDictionary<Guid, DecisionInput> Input { get; private set; } = new Dictionary<Guid, DecisionInput>();

    [BindProperty, Display(Name = "DaysToConfirm")]
    public int? Days { get; set; }

    [BindProperty, Display(Name = "Stage")]
    public Guid? Session { get; set; }

    public IReadOnlyList<DecisionRow> Rows { get; private set; } = [];

    /// <summary>Proposals with a verdict, and in all.</summary>
    public IReadOnlyDictionary<Verdict, int> Verdicts { get; private set; } = new Dictionary<Verdict, int>();

    public int Count { get; private set; }

    /// <summary>Reviews the committee still owes.</summary>
    public int Missing { get; private set; }

    /// <summary>Proposals that had a place and gave it up: they stand in no ranking any more.</summary>
    public IReadOnlyList<(Application Application, string Heading)> GivenUp { get; private set; } = [];

    /// <summary>Of the draft, those made for pitches first.</summary>
    public IReadOnlyList<PlannedSession> Sessions { get; private set; } = [];

    public bool IsReleased => Contest.DecidedAt is not null;

    public bool IsEarly => Contest.ClosesAt > Now;

    public bool CanDecide => !IsReleased && !IsEarly;

    public async Task<IActionResult> OnGetAsync()
    {
        (Days, Session) = (Call.DaysToConfirm, Call.SessionId);
        return await ShowAsync();
    }

    /// <param name="input">Of this form alone: of a form without it, every field would be taken for a proposal.</param>
    public async Task<IActionResult> OnPostAsync(IDictionary<string, DecisionInput?> input)
    {
        Input = input.Where(i => i.Value is not null && Guid.TryParse(i.Key, out _)).ToDictionary(i => Guid.Parse(i.Key), i => i.Value!);
        foreach (var (id, _) in Input.Where(i => i.Value.Reason?.Length > Decision.ReasonLength))
        {
            ModelState.AddModelError($"Input[{id}].Reason", texts["ReasonTooLong", Spoken.Number(Decision.ReasonLength)]);
        }

        foreach (var (id, _) in Input.Where(i => i.Value.IsPositionWrong))
        {
            ModelState.AddModelError($"Input[{id}].Position", texts["PositionWrong"]);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var refused = await office.DecideAsync(Call.Id, [.. Input.Take(PageSize).Select(i => i.Value.For(i.Key))], User.AccountId, Aborted);
        if (refused.Count == 0)
        {
            return Back("Decided");
        }

        ModelState.Clear();
        ModelState.AddModelError("", texts["DecidedMeanwhile", Spoken.Number(refused.Count)]);
        return await ShowAsync(refused);
    }

    public async Task<IActionResult> OnPostReleaseAsync()
    {
        if (Days is < 1 or > CallForPitches.MostDaysToConfirm or null)
        {
            ModelState.AddModelError(nameof(Days), texts["DaysWrong", CallForPitches.MostDaysToConfirm]);
            return await ShowAsync();
        }

        var outcome = await office.ReleaseAsync(Call.Id, Days.Value, User.AccountId, Aborted);
        if (outcome is ReleaseOutcome.Done)
        {
            return Back("Released");
        }

        ModelState.AddModelError("", texts[$"NotReleased.{outcome}"]);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostStageAsync()
    {
        if (await stage.PlayInAsync(Call.Id, Session, User.AccountId, Aborted))
        {
            return Back("StageChosen");
        }

        ModelState.AddModelError(nameof(Session), texts["StageGone"]);
        return await ShowAsync();
    }

    private RedirectToPageResult Back(string notice)
    {
        TempData["Notice"] = texts[notice].Value;
        return RedirectToPage("/Pitches/Decisions", new { id = Edition.Id, call = Call.Id, p = Number > 1 ? Number : (int?)null });
    }

    /// <param name="refused">What a colleague changed meanwhile: that is said beside what was typed, which then stands if it is sent again.</param>
    private async Task<IActionResult> ShowAsync(IReadOnlyList<Guid>? refused = null)
    {
        var ranking = await Db.RankAsync(Call.Id, Aborted);
        var counts = await (from decision in Db.Decisions
                            join application in Db.Applications on decision.ApplicationId equals application.Id
                            where decision.ContestId == Call.Id && application.State == ApplicationState.Submitted
                            group decision by decision.Verdict into verdict
                            select new { verdict.Key, Count = verdict.Count() }).ToListAsync(Aborted);
        var judges = await Db.JudgesAsync(Call.Id, Aborted);
        Missing = ranking.Sum(r => Math.Max(0, judges[r.ApplicationId] - r.Reviews));
        (Count, Verdicts) = (ranking.Count, counts.ToDictionary(c => c.Key, c => c.Count));
        var shown = ranking.Skip((Math.Clamp(Number, 1, 1 + (Count / PageSize)) - 1) * PageSize).Take(PageSize).ToList();
        var ids = shown.ConvertAll(r => r.ApplicationId);
        var applications = await Db.Applications.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, Aborted);
        var versions = await Db.LastVersionsAsync(ids, Aborted);
        var decisions = await Db.Decisions.AsNoTracking().Where(d => ids.Contains(d.ApplicationId)).ToDictionaryAsync(d => d.ApplicationId, Aborted);
        var offers = await Db.StageOffers.AsNoTracking().Where(o => ids.Contains(o.ApplicationId)).ToDictionaryAsync(o => o.ApplicationId, Aborted);
        Rows = [.. shown.Select(r => new DecisionRow(
            r, judges[r.ApplicationId], applications[r.ApplicationId], versions[r.ApplicationId].HeadingBy(Contest.Form) ?? applications[r.ApplicationId].Organisation,
            decisions.GetValueOrDefault(r.ApplicationId), offers.GetValueOrDefault(r.ApplicationId),
            Input.TryGetValue(r.ApplicationId, out var typed) ? typed : DecisionInput.Of(decisions.GetValueOrDefault(r.ApplicationId)), refused?.Contains(r.ApplicationId) is true))];
        await ReadGivenUpAsync();
        Sessions = [.. (await Db.DraftOfAsync(Edition.Id, Aborted)).Plan.Sessions.OrderByDescending(s => s.Facts.Kind is SessionKind.PitchSession).ThenBy(s => s.Facts.LocalStart)];
        return Page();
    }

    private async Task ReadGivenUpAsync()
    {
        var offers = Db.StageOffers.Where(o => o.CallId == Call.Id && o.State == StageOfferState.GivenUp);
        var applications = await Db.Applications.AsNoTracking().Where(a => offers.Any(o => o.ApplicationId == a.Id)).OrderBy(a => a.Number).Take(PageSize).ToListAsync(Aborted);
        var versions = await Db.LastVersionsAsync([.. applications.Select(a => a.Id)], Aborted);
        GivenUp = [.. applications.Select(a => (a, versions[a.Id].HeadingBy(Contest.Form) ?? a.Organisation))];
    }
}

/// <param name="Judges">How many may judge it.</param>
/// <param name="Heading">What it is called, as it was sent.</param>
/// <param name="Offer">Null unless it was given a place.</param>
/// <param name="IsRefused">A colleague decided otherwise meanwhile.</param>
public sealed record DecisionRow(Ranked Ranked, int Judges, Application Application, string Heading, Decision? Decision, StageOffer? Offer, DecisionInput Input, bool IsRefused);
