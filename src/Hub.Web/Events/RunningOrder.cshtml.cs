using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Pitches;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Who comes on stage one after the other in a session: written beforehand, followed on the day.</summary>
public sealed class RunningOrderModel(
    HubDbContext db, RunningOrderOffice office, StageAnnouncer announcer, IStringLocalizer<EventTexts> fields, IStringLocalizer<RunningOrderTexts> texts, TimeProvider clock) : EditedEditionPage(db)
{
    private static readonly TimeSpan AtHand = TimeSpan.FromHours(12);

    [BindProperty(SupportsGet = true, Name = "session")]
    public Guid SessionId { get; set; }

    /// <summary>The turn a form is about; null adds one.</summary>
    [BindProperty(SupportsGet = true, Name = "passage")]
    public Guid? SlotId { get; set; }

    [BindProperty]
    public SlotInput Input { get; set; } = new();

    [BindProperty, Display(Name = "Field.SlotMinutes")]
    public string? SlotMinutes { get; set; }

    [BindProperty, Display(Name = "Field.ChangeoverMinutes")]
    public string? ChangeoverMinutes { get; set; }

    /// <summary>Turns that registered people may take themselves.</summary>
    [BindProperty, Display(Name = "Field.Bookable")]
    public string? Bookable { get; set; }

    /// <summary>As published; else as the draft has it.</summary>
    public PlannedSession Session { get; private set; } = null!;

    /// <summary>What everybody sees of it; null while nobody does.</summary>
    public Session? Published { get; private set; }

    public RunningOrder Order { get; private set; } = null!;

    public IReadOnlyList<SlotTime> Times { get; private set; } = [];

    /// <summary>Of those who come by a call, by their turn.</summary>
    public IReadOnlyDictionary<Guid, StageWords> Words { get; private set; } = new Dictionary<Guid, StageWords>();

    /// <summary>What they need on stage.</summary>
    public IReadOnlyDictionary<Guid, string> Needs { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>How many people an announcement would write to.</summary>
    public int ToTell { get; private set; }

    /// <summary>How many people registered a mail would reach; 0 when it is too late, or too early.</summary>
    public int ToMail { get; private set; }

    public Slot? Chosen => SlotId is { } id ? Order.Find(id) : null;

    public DateTime? StartsAt { get; private set; }

    public bool IsAtHand => Published is { } session && Now > session.StartsAt - AtHand;

    /// <summary>Everybody was told what stands here.</summary>
    public bool IsTold => Order.AnnouncedAt is not null && StartsAt is { } starts && Order.ToTell(starts).Count == 0;

    public bool IsTooLong => Order.Minutes > Session.Facts.Minutes;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        (SlotMinutes, ChangeoverMinutes, Bookable) = (Digits(Order.SlotMinutes), Digits(Order.ChangeoverMinutes), Digits(Order.Bookable));
        Input = new() { Title = Chosen?.Title, Presenters = Chosen?.Presenters };
        return Page();
    }

    public async Task<IActionResult> OnPostPaceAsync()
    {
        LineReader lines = new(ModelState, fields, "");
        var minutes = lines.Number(nameof(SlotMinutes), SlotMinutes, 1, RunningOrder.LongestMinutes);
        var changeover = lines.Number(nameof(ChangeoverMinutes), ChangeoverMinutes, 0, RunningOrder.LongestMinutes);
        return ModelState.IsValid
            ? await ActAsync("ChangeRunningOrder", (order, _) => order.Pace(minutes, changeover), "Saved")
            : await AgainAsync();
    }

    public async Task<IActionResult> OnPostOpenAsync()
    {
        var turns = new LineReader(ModelState, fields, "").Number(nameof(Bookable), Bookable, 0, RunningOrder.MaxSlots);
        return ModelState.IsValid ? await ActAsync("ChangeRunningOrder", (order, _) => order.Open(turns), "Saved") : await AgainAsync();
    }

    public async Task<IActionResult> OnPostWriteAsync()
    {
        LineReader lines = new(ModelState, fields, nameof(Input));
        var title = lines.Line(nameof(Input.Title), Input.Title, EditionFacts.LineLength, isRequired: true);
        var presenters = lines.Text(nameof(Input.Presenters), Input.Presenters, EditionFacts.TextLength);
        if (!ModelState.IsValid)
        {
            return await AgainAsync();
        }

        return SlotId is { } id
            ? await ActAsync("ChangeRunningOrder", (order, _) => order.Revise(id, title!, presenters), "Saved")
            : await ActAsync("ChangeRunningOrder", (order, _) => order.Add(title!, presenters), "Added");
    }

    public Task<IActionResult> OnPostMoveAsync(int? position) =>
        ActAsync("ChangeRunningOrder", (order, _) => SlotId is { } id && position is { } to && order.Move(id, to), "Moved", staysAtSlot: true);

    public Task<IActionResult> OnPostRemoveAsync() => ActAsync("ChangeRunningOrder", (order, _) => SlotId is { } id && order.Remove(id), "Removed");

    public Task<IActionResult> OnPostStartAsync() => SteerAsync((order, id, now) => order.Start(id, now));

    public Task<IActionResult> OnPostFinishAsync() => SteerAsync((order, id, now) => order.Finish(id, now));

    public Task<IActionResult> OnPostMissAsync() => SteerAsync((order, id, _) => order.Miss(id));

    public Task<IActionResult> OnPostResetAsync() => SteerAsync((order, id, _) => order.Reset(id));

    public async Task<IActionResult> OnPostAnnounceAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var told = await office.AnnounceAsync(Edition.Id, SessionId, User.AccountId, Aborted);
        return Back(told switch { null => "NotPublished", 0 => "AnnouncedToNobody", 1 => "AnnouncedToOne", _ => "AnnouncedTo" }, null, told ?? 0);
    }

    public async Task<IActionResult> OnPostMailAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var told = await announcer.MailAsync(Edition.Id, SessionId, User.AccountId, Aborted);
        return Back(told switch { null => "NothingDone", 1 => "MailedOne", _ => "Mailed" }, null, told ?? 0);
    }

    /// <summary>What the clock shows there.</summary>
    public DateTime Wall(DateTime utc) => WallClock.ToWall(utc, Edition.TimeZone);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private Task<IActionResult> SteerAsync(Func<RunningOrder, Guid, DateTime, bool> steer) =>
        ActAsync("SteerRunningOrder", (order, now) => SlotId is { } id && steer(order, id, now), null, staysAtSlot: true);

    /// <summary>What cannot be done any more shows how things stand.</summary>
    private async Task<IActionResult> ActAsync(string command, Func<RunningOrder, DateTime, bool> change, string? notice, bool staysAtSlot = false) =>
        !await LoadAsync() ? NotFound()
        : await office.ChangeAsync(Edition.Id, SessionId, command, change, User.AccountId, Aborted) ? Back(notice, staysAtSlot ? $"p-{SlotId}" : null)
        : Back("NothingDone", null);

    private RedirectToPageResult Back(string? notice, string? fragment, int count = 0)
    {
        TempData["Notice"] = notice is null ? null : texts[notice, Core.Languages.Spoken.Number(count), RunningOrder.MaxSlots].Value;
        return RedirectToPage("/Events/RunningOrder", pageHandler: null, new { id = Edition.Id, session = SessionId }, fragment);
    }

    private async Task<IActionResult> AgainAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        (SlotMinutes, ChangeoverMinutes, Bookable) = (SlotMinutes ?? Digits(Order.SlotMinutes), ChangeoverMinutes ?? Digits(Order.ChangeoverMinutes), Bookable ?? Digits(Order.Bookable));
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        var draft = (await Db.DraftOfAsync(Edition.Id, Aborted)).Plan.Find(SessionId);
        Published = Edition.IsPublic ? await Db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == SessionId && s.EditionId == Edition.Id, Aborted) : null;
        if ((Published is { } known ? new(known.Id, known.Code, known.Facts) : draft) is not { } session)
        {
            return false;
        }

        Session = session;
        Order = await Db.RunningOrders.AsNoTracking().SingleOrDefaultAsync(o => o.SessionId == SessionId && o.EditionId == Edition.Id, Aborted) ?? new(Edition.Id, SessionId);
        StartsAt = Published?.StartsAt ?? (session.Facts.LocalStart is { } wall ? WallClock.Resolve(wall, Edition.TimeZone).Earliest : null);
        Times = Order.TimesFrom(StartsAt ?? default, Now);
        List<Guid> turns = [.. Order.Slots.Select(s => s.Id)];
        (Words, Needs) = (await Db.StageWordsAsync(turns, Aborted), await Db.StageNeedsAsync(turns, Aborted));
        ToTell = StartsAt is { } starts && Published is not null ? (await office.PeopleAsync(Order, starts, Aborted)).Count : 0;
        ToMail = Published?.StartsAt > Now && Order.AnnouncedAt is not null && Edition.State is EditionState.Announced ? await announcer.CountAsync(Edition.Id, Aborted) : 0;
        return true;
    }
}

/// <summary>One turn, as typed.</summary>
public sealed class SlotInput
{
    [Display(Name = "Field.SlotTitle")]
    public string? Title { get; set; }

    [Display(Name = "Field.Presenters")]
    public string? Presenters { get; set; }
}
