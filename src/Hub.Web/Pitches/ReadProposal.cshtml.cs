using System.ComponentModel.DataAnnotations;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Pitches;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Pitches;

/// <summary>One proposal as it was sent. What is only being written stays with its authors.</summary>
public sealed class ReadProposalModel(HubDbContext db, CallOffice office, ReviewRoom room, ProposalFiles files, IStringLocalizer<PitchTexts> texts, TimeProvider clock) : ManagedCallPage(db, clock)
{
    /// <summary>Wall time of the call.</summary>
    [BindProperty, Display(Name = "LateUntil")]
    public string? LateUntil { get; set; }

    /// <summary>Between commas.</summary>
    [BindProperty, Display(Name = "Tags"), StringLength(Application.MostTags * (Application.TagLength + 2))]
    public string? Tags { get; set; }

    public Application Application { get; private set; } = null!;

    public IReadOnlyList<ApplicationVersion> Versions { get; private set; } = [];

    public IReadOnlyList<Author> Authors { get; private set; } = [];

    public IReadOnlyList<SentAnswer> Answers => Versions[0].Answers;

    /// <inheritdoc cref="AnswerView"/>
    public IReadOnlyDictionary<string, int> Sizes { get; private set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Sent, of those who may judge it.</summary>
    public IReadOnlyList<OtherReview> Reviews { get; private set; } = [];

    /// <summary>Names and reasons of those who stay away from it.</summary>
    public IReadOnlyList<(string Name, string? Reason)> Recusals { get; private set; } = [];

    public Decision? Decision { get; private set; }

    /// <summary>Null unless it was given a place.</summary>
    public StageOffer? Offer { get; private set; }

    /// <summary>Names of those the hub keeps away: they work for who proposes it.</summary>
    public IReadOnlyList<string> Tied { get; private set; } = [];

    /// <summary>Those of the committee who may read it.</summary>
    public IReadOnlyList<Reviewer> Judges { get; private set; } = [];

    [BindProperty, Display(Name = "Member")]
    public Guid? Member { get; set; }

    [BindProperty, Display(Name = "RecusalReason"), StringLength(Recusal.ReasonLength)]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetFileAsync(Guid proposal, string? hash) =>
        await FindAsync(proposal) ? await files.GiveAsync(this, proposal, Contest.Form, Answers, hash) : NotFound();

    public async Task<IActionResult> OnGetAsync(Guid proposal)
    {
        if (!await FindAsync(proposal))
        {
            return NotFound();
        }

        Tags = string.Join(", ", Application.Tags);
        return Page();
    }

    public async Task<IActionResult> OnPostTagsAsync(Guid proposal)
    {
        if (!await FindAsync(proposal))
        {
            return NotFound();
        }

        var tags = (Tags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (tags.Length <= Application.MostTags && tags.All(t => t.Length <= Application.TagLength))
        {
            await office.TagAsync(Call.Id, proposal, tags, User.AccountId, Aborted);
            return Back(proposal, "Tagged");
        }

        ModelState.AddModelError(nameof(Tags), texts["TagsWrong", Application.MostTags, Application.TagLength]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid proposal)
    {
        if (!await FindAsync(proposal))
        {
            return NotFound();
        }

        CallReader reader = new(ModelState, texts, new() { TimeZone = Call.TimeZone });
        var until = reader.Instant(nameof(LateUntil), LateUntil, w => w.Latest);
        if (ModelState.IsValid && await office.AllowUntilAsync(Call.Id, proposal, until, User.AccountId, Aborted))
        {
            return Back(proposal, "LateAllowed");
        }

        ModelState.AddModelError(nameof(LateUntil), texts["OnlyToCome"]);
        return Page();
    }

    /// <summary>Keeps somebody of the committee away from it.</summary>
    public async Task<IActionResult> OnPostRecuseAsync(Guid proposal)
    {
        if (!await FindAsync(proposal))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (!Judges.Any(j => j.Id == Member))
        {
            ModelState.AddModelError(nameof(Member), texts["ChooseMember"]);
        }
        else if (Reason?.Length > Recusal.ReasonLength)
        {
            ModelState.AddModelError(nameof(Reason), texts["RecusalReasonTooLong", Recusal.ReasonLength]);
        }
        else
        {
            await room.RecuseAsync(Member!.Value, proposal, RecusalKind.Imposed, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(), User.AccountId, Aborted);
            return Back(proposal, "MemberRecused");
        }

        return Page();
    }

    private RedirectToPageResult Back(Guid proposal, string notice)
    {
        TempData["Notice"] = texts[notice].Value;
        return RedirectToPage("/Pitches/ReadProposal", new { id = Edition.Id, call = Call.Id, proposal });
    }

    private async Task<bool> FindAsync(Guid id)
    {
        if (await Db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.ContestId == Call.Id && a.Versions > 0, Aborted) is not { } application)
        {
            return false;
        }

        Application = application;
        Versions = await Db.ApplicationVersions.AsNoTracking().Where(v => v.ApplicationId == id).OrderByDescending(v => v.Number).ToListAsync(Aborted);
        Sizes = await Db.FileSizesAsync(id, Aborted);
        Decision = await Db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.ApplicationId == id, Aborted);
        Offer = await Db.StageOffers.AsNoTracking().SingleOrDefaultAsync(o => o.ApplicationId == id, Aborted);
        Reviews = await Db.ReviewsOfAsync(application, Aborted);
        await ReadCommitteeAsync();
        Recusals = [.. (await (from recusal in Db.Recusals.AsNoTracking()
                               join reviewer in Db.Reviewers.AsNoTracking() on recusal.ReviewerId equals reviewer.Id
                               where recusal.ApplicationId == id
                               orderby recusal.At
                               select new { reviewer.Name, recusal.Reason }).ToListAsync(Aborted)).Select(r => (r.Name, r.Reason))];
        Authors = await Db.Authors.AsNoTracking().Where(a => a.ApplicationId == id).OrderBy(a => a.InvitedAt).ThenBy(a => a.Id).ToListAsync(Aborted);
        return true;
    }

    private async Task ReadCommitteeAsync()
    {
        var authors = await Db.Authors.Where(a => a.ApplicationId == Application.Id).Select(a => a.NormalizedEmail).ToListAsync(Aborted);
        var recused = Db.Recusals.Where(r => r.ApplicationId == Application.Id);
        var members = await Db.Reviewers.AsNoTracking().Where(r => r.ContestId == Call.Id && r.LeftAt == null && !recused.Any(x => x.ReviewerId == r.Id)).OrderBy(r => r.Name).ThenBy(r => r.Id).ToListAsync(Aborted);
        var tied = members.ToLookup(m => m.IsTiedTo(Application, authors));
        (Tied, Judges) = ([.. tied[true].Select(m => m.Name)], [.. tied[false]]);
    }
}
