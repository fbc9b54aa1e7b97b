using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Registrations;

[AllowAnonymous, PrivatePage]
public sealed class MineModel(
    HubDbContext db, RegistrationDesk desk, PlaceOffers offers, SessionDesk sessions, SlotDesk slots, IStringLocalizer<PublicRegistrationTexts> texts, TimeProvider clock) : PersonalPage(db, clock)
{
    /// <summary>1 for the next to be served; null when not waiting.</summary>
    public int? Rank { get; private set; }

    /// <summary>What the person can sign up for, in order of time; none without a seat.</summary>
    public IReadOnlyList<Workshop> Workshops { get; private set; } = [];

    /// <summary>Where the person can take a turn, in order of time; none without a seat.</summary>
    public IReadOnlyList<Stage> Stages { get; private set; } = [];

    /// <summary>A subject as it was typed that cannot be one; null when all is well.</summary>
    public RefusedSubject? Refused { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At => Now;

    public bool HasTicket => Registration.State is RegistrationState.Confirmed && Phase is not EditionPhase.Cancelled;

    public bool CanHandOver => Registration.CanHandOver(Edition, Now);

    /// <summary>Only for somebody who has no seat.</summary>
    public QueuePlace Place => (Registration.State, Edition.QueueEndsAt <= Now) switch
    {
        (RegistrationState.Offered, _) => Registration.CanAccept(Edition, Now) ? QueuePlace.Offered : QueuePlace.OfferOver,
        (_, true) => Phase is EditionPhase.RegistrationOpen && !Edition.IsFull ? QueuePlace.SeatToTake : QueuePlace.QueueOver,
        _ => QueuePlace.Waiting,
    };

    /// <summary>Wall time of the day's zone.</summary>
    public DateTime OfferedUntil => WallClock.ToWall(Registration.OfferedUntil!.Value, Edition.TimeZone);

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (!await LoadAsync(token, ct))
        {
            return NotFound();
        }

        return await ShowAsync(ct);
    }

    public Task<IActionResult> OnPostAcceptAsync(string token, CancellationToken ct) => TakeAsync(token, offers.AcceptAsync, ct);

    public Task<IActionResult> OnPostTakeFreeSeatAsync(string token, CancellationToken ct) => TakeAsync(token, offers.TakeFreeSeatAsync, ct);

    public async Task<IActionResult> OnPostTakePlaceAsync(string token, Guid session, CancellationToken ct)
    {
        if (!await LoadAsync(token, ct))
        {
            return NotFound();
        }

        var outcome = CanChange ? await sessions.TakeAsync(Registration.Id, session, ct) : SessionPlaceOutcome.Missing;
        TempData["Workshop"] = outcome is SessionPlaceOutcome.Done ? null : texts[$"Workshop.{outcome}"].Value;
        return RedirectToPage(pageName: null, pageHandler: null, new { token }, "ateliers");
    }

    public async Task<IActionResult> OnPostGivePlaceBackAsync(string token, Guid session, CancellationToken ct)
    {
        if (!await LoadAsync(token, ct))
        {
            return NotFound();
        }

        if (CanChange)
        {
            await sessions.GiveBackAsync(Registration.Id, session, ct);
        }

        return RedirectToPage(pageName: null, pageHandler: null, new { token }, "ateliers");
    }

    public async Task<IActionResult> OnPostBookSlotAsync(string token, Guid session, string? subject, CancellationToken ct)
    {
        if (!await LoadAsync(token, ct))
        {
            return NotFound();
        }

        var title = subject?.Trim() ?? "";
        if (title.Length is 0 or > SlotBooking.TitleLength || title.Any(char.IsControl))
        {
            Refused = new(session, title, texts["StageWrong", SlotBooking.TitleLength]);
            return await ShowAsync(ct);
        }

        TempData["Stage"] = CanChange && await slots.BookAsync(Registration.Id, session, title, ct) ? null : texts["StageGone"].Value;
        return RedirectToPage(pageName: null, pageHandler: null, new { token }, "passages");
    }

    public async Task<IActionResult> OnPostGiveSlotBackAsync(string token, Guid session, CancellationToken ct)
    {
        if (!await LoadAsync(token, ct))
        {
            return NotFound();
        }

        if (CanChange)
        {
            await slots.GiveBackAsync(Registration.Id, session, ct);
        }

        return RedirectToPage(pageName: null, pageHandler: null, new { token }, "passages");
    }

    /// <summary>The person fears that somebody else has the link: it dies, and a new one goes to the address.</summary>
    public async Task<IActionResult> OnPostRenewAsync(string token, CancellationToken ct)
    {
        if (!await LoadAsync(token, ct))
        {
            return NotFound();
        }

        if (!CanChange)
        {
            return RedirectToPage(new { token });
        }

        await desk.RenewLinkAsync(Registration.Id, null, ct);
        return RedirectToPage("/Registrations/Recover", new { sent = "nouveau" });
    }

    /// <summary>The page then shows the ticket, or why there is none.</summary>
    private async Task<IActionResult> TakeAsync(string token, Func<Guid, CancellationToken, Task<bool>> take, CancellationToken ct)
    {
        if (!await LoadAsync(token, ct))
        {
            return NotFound();
        }

        await take(Registration.Id, ct);
        return RedirectToPage(new { token });
    }

    private async Task<PageResult> ShowAsync(CancellationToken ct)
    {
        Rank = await Db.RankAsync(Registration, ct);
        Workshops = HasTicket ? await ReadWorkshopsAsync(ct) : [];
        Stages = HasTicket && CanChange ? await Stage.ReadAsync(Db, Registration, Edition, Now, ct) : [];
        return Page();
    }

    private async Task<IReadOnlyList<Workshop>> ReadWorkshopsAsync(CancellationToken ct)
    {
        var rooms = await Db.Rooms.Where(r => r.EditionId == Edition.Id).ToDictionaryAsync(r => r.Id, r => r.Name, ct);
        var places = Db.SessionPlaces;
        var found = await Db.Sessions.AsNoTracking().Where(s => s.EditionId == Edition.Id && s.Places != null).OrderBy(s => s.StartsAt).ThenBy(s => s.Id)
            .Select(s => new { Session = s, Taken = places.Count(p => p.SessionId == s.Id), IsMine = places.Any(p => p.SessionId == s.Id && p.RegistrationId == Registration.Id) })
            .ToListAsync(ct);
        return found.ConvertAll(f => new Workshop(
            f.Session, f.Session.RoomId is { } room ? rooms.GetValueOrDefault(room) : null, Math.Max(0, f.Session.Places!.Value - f.Taken), f.IsMine));
    }
}
