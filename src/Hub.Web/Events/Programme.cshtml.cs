using System.Globalization;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>The organisers' board: sessions are placed by mouse, by keyboard or by form, with the same rules.</summary>
public sealed class ProgrammeModel(HubDbContext db, ProgrammeOffice office, IStringLocalizer<EventTexts> texts) : EditedEditionPage(db)
{
    public const int MaxDoubts = 50;

    /// <summary>The script of the board says so, and is answered with what changed instead of a page.</summary>
    public const string ScriptHeader = "X-Board";

    /// <summary>Minutes between the times that a card can be dropped at.</summary>
    public static IReadOnlyList<int> Steps { get; } = [5, 15, 30];

    /// <summary>Wall date on the table; another word is passed over.</summary>
    [BindProperty(SupportsGet = true, Name = "jour")]
    public string? AskedDate { get; set; }

    /// <summary>Code of the session to look at.</summary>
    [BindProperty(SupportsGet = true, Name = "carte")]
    public string? Card { get; set; }

    /// <summary>The last revision of the draft that the script knows.</summary>
    [BindProperty(SupportsGet = true, Name = "depuis")]
    public int Since { get; set; } = int.MaxValue;

    [BindProperty]
    public MoveInput Move { get; set; } = new();

    [BindProperty]
    public NewSessionInput New { get; set; } = new();

    public ProgrammeDraft Draft { get; private set; } = null!;

    public ProgrammeBoard Board { get; private set; } = null!;

    /// <summary>Wall dates of the day and of its sessions.</summary>
    public IReadOnlyList<DateTime> Dates { get; private set; } = [];

    public DateTime Date { get; private set; }

    public int NextVersion { get; private set; }

    /// <summary>Sessions that the public would see anew.</summary>
    public int Unpublished { get; private set; }

    public PlannedSession? Chosen { get; private set; }

    /// <summary>The session that the request was about.</summary>
    public Guid? Asked { get; private set; }

    public ProgrammeOutcome? Outcome { get; private set; }

    public string? Message { get; private set; }

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    /// <summary>Those with a time, in its order, then in that of the rooms.</summary>
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public DraftReview Review { get; private set; } = null!;

    public IReadOnlyList<ProgrammeDoubt> Doubts => Review.Doubts;

    public Room? RoomOf(Session session) => Rooms.FirstOrDefault(r => r.Id == session.RoomId);

    /// <summary>Sessions the script has not seen as they stand.</summary>
    public IReadOnlySet<Guid> News { get; private set; } = new HashSet<Guid>();

    private bool IsScript => Request.Headers.ContainsKey(ScriptHeader);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Move = Chosen is null ? Move : MoveInput.From(Chosen, Date, Draft.Plan, Edition.TimeZone);
    }

    /// <summary>What colleagues did since; nothing is read when they did nothing.</summary>
    public async Task<IActionResult> OnGetChangesAsync()
    {
        if (!await Db.ProgrammeDrafts.AnyAsync(d => d.EditionId == Edition.Id && d.Revision > Since, Aborted))
        {
            return StatusCode(StatusCodes.Status204NoContent);
        }

        await LoadAsync();
        return Partial("_BoardChanges", this);
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid session)
    {
        LineReader lines = new(ModelState, texts, nameof(Move));
        var start = new WallTimeReader(ModelState, texts, Edition.TimeZone) { TakesFirst = true }.Read(Move.Start, $"{nameof(Move)}.{nameof(Move.Start)}", isRequired: true);
        var minutes = lines.Number(nameof(Move.Minutes), Move.Minutes, SessionReader.ShortestMinutes, SessionReader.LongestMinutes);
        if (!ModelState.IsValid)
        {
            return await RefuseAsync(session, ModelState.Values.SelectMany(v => v.Errors).First().ErrorMessage);
        }

        return await AnswerAsync(session, await office.MoveAsync(Edition.Id, session, Move.Revision, new(Move.RoomId, start!.Wall, minutes), User.AccountId, Aborted));
    }

    public async Task<IActionResult> OnPostUnplaceAsync(Guid session)
    {
        var plan = (await Db.DraftOfAsync(Edition.Id, Aborted)).Plan;
        return plan.Find(session) is not { } planned ? NotFound() : await AnswerAsync(
            session, await office.MoveAsync(Edition.Id, session, Move.Revision, planned.Facts.Placement with { LocalStart = null }, User.AccountId, Aborted));
    }

    public async Task<IActionResult> OnPostUndoAsync() => await AnswerAsync(null, await office.UndoAsync(Edition.Id, User.AccountId, Aborted));

    public async Task<IActionResult> OnPostRedoAsync() => await AnswerAsync(null, await office.RedoAsync(Edition.Id, User.AccountId, Aborted));

    public async Task<IActionResult> OnPostCopyAsync(Guid session) =>
        await AnswerAsync(session, await office.CopyToAllRoomsAsync(Edition.Id, session, User.AccountId, Aborted));

    public async Task<IActionResult> OnPostAddAsync()
    {
        LineReader lines = new(ModelState, texts, nameof(New));
        var title = lines.Line(nameof(New.Title), New.Title, EditionFacts.LineLength, isRequired: true);
        var minutes = lines.Number(nameof(New.Minutes), New.Minutes, SessionReader.ShortestMinutes, SessionReader.LongestMinutes);
        if (New.Kind is null)
        {
            lines.Refuse(nameof(New.Kind), texts["Missing.Kind"]);
        }

        if (!ModelState.IsValid)
        {
            return await RefuseAsync(null, ModelState.Values.SelectMany(v => v.Errors).First().ErrorMessage);
        }

        return await AnswerAsync(null, await office.WriteSessionAsync(
            Edition.Id, null, new(New.Kind!.Value, title!, null, null, minutes, null, null), User.AccountId, null, Aborted));
    }

    /// <summary>The script learns what became of it and what else changed; without it, a page says so.</summary>
    private async Task<IActionResult> AnswerAsync(Guid? asked, ProgrammeResult result)
    {
        (Asked, Outcome, Message) = (asked ?? result.Session?.Id, result.Outcome, Say(result));
        if (IsScript)
        {
            await LoadAsync(result.Draft);
            return Partial("_BoardChanges", this);
        }

        if (result.Outcome is ProgrammeOutcome.Missing)
        {
            return NotFound();
        }

        if (result.Outcome is not ProgrammeOutcome.Done)
        {
            return await RefuseAsync(asked, Message);
        }

        TempData["Notice"] = Message;
        return RedirectToPage("/Events/Programme", new { id = Edition.Id, carte = result.Session?.Code, jour = Machine(result.Session?.Facts.LocalStart) ?? AskedDate });
    }

    private async Task<IActionResult> RefuseAsync(Guid? asked, string message)
    {
        (Asked, Outcome, Message) = (asked, Outcome ?? ProgrammeOutcome.Missing, message);
        await LoadAsync();
        if (IsScript)
        {
            return Partial("_BoardChanges", this);
        }

        Chosen ??= asked is { } id ? Draft.Plan.Find(id) : null;
        if (Outcome is ProgrammeOutcome.Stale && Chosen is not null)
        {
            ModelState.Clear();
            Move = MoveInput.From(Chosen, Date, Draft.Plan, Edition.TimeZone);
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError("", message);
        }

        return Page();
    }

    private string Say(ProgrammeResult result) => result.Outcome switch
    {
        ProgrammeOutcome.Done when result.Session is { Facts.LocalStart: { } start } session =>
            texts["CardPlaced", session.Facts.Title, result.Draft?.Plan.RoomNameOf(session) ?? texts["AllRooms"], Spoken(start)],
        ProgrammeOutcome.Done => texts["CardInTray", result.Session?.Facts.Title ?? ""],
        ProgrammeOutcome.RoomTaken => texts["RoomTaken", result.Session!.Facts.Title],
        ProgrammeOutcome.Stale => texts["CardStale", result.Session?.Facts.Title ?? ""],
        ProgrammeOutcome.TooFar => texts["SessionTooFar", Hub.Core.Languages.Spoken.ShortDate(Edition.LocalStart)],
        ProgrammeOutcome.Full => texts["ProgrammeFull", ProgrammePlan.MaxSessions],
        _ => texts["CardMissing"],
    };

    private static string Spoken(DateTime wall) => Hub.Core.Languages.Spoken.DateAndHour(wall);

    private static string? Machine(DateTime? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="draft">As it is known to stand; null reads it.</param>
    private async Task LoadAsync(ProgrammeDraft? draft = null)
    {
        Draft = draft ?? await Db.DraftOfAsync(Edition.Id, Aborted);
        var last = await Db.ProgrammeVersions.AsNoTracking().Where(v => v.EditionId == Edition.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(Aborted);
        NextVersion = 1 + (last?.Number ?? 0);
        Unpublished = ProgrammeDifference.Between(last?.PlanFor(Edition) ?? await Db.PublishedPlanAsync(Edition.Id, Aborted), Draft.Plan).Changes.Count;
        Rooms = Draft.Plan.RoomsOf(Edition);
        Sessions = [.. Draft.Plan.SessionsOf(Edition).OrderBy(s => s.StartsAt).ThenBy(s => RoomOf(s)?.Position ?? -1).ThenBy(s => s.Id)];
        News = Draft.Plan.Sessions.Where(s => s.Revision > Since || s.Id == Asked).Select(s => s.Id).ToHashSet();
        Review = await DraftReview.ReadAsync(Db, Edition, Draft.Plan, Aborted);
        Chosen = Draft.Plan.Sessions.FirstOrDefault(s => s.Code == Card);
        var days = Enumerable.Range(0, (Edition.LocalEnd.Date - Edition.LocalStart.Date).Days + 1).Select(n => Edition.LocalStart.Date.AddDays(n));
        Dates = [.. days.Concat(Sessions.Select(s => s.LocalStart.Date)).Distinct().Order()];
        Date = Dates.FirstOrDefault(d => Machine(d) == AskedDate, Chosen?.Facts.LocalStart?.Date ?? Dates[0]);
        Board = ProgrammeBoard.Of(Edition, Draft.Plan, Date, Doubts.Select(d => d.Session.Id).ToHashSet(), Windows());
    }

    private Dictionary<string, IReadOnlyList<SpeakerWindow>> Windows() => Review.Invitations.Where(i => i.Windows.Count > 0).ToDictionary(i => i.Name, i => i.Windows);
}
