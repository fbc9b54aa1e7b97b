using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Registrations;

[AllowAnonymous, PrivatePage]
public sealed class MineModel(HubDbContext db, RegistrationDesk desk, PlaceOffers offers, TimeProvider clock) : PersonalPage(db, clock)
{
    /// <summary>1 for the next to be served; null when not waiting.</summary>
    public int? Rank { get; private set; }

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

        Rank = await Db.RankAsync(Registration, ct);
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(string token, CancellationToken ct) => TakeAsync(token, offers.AcceptAsync, ct);

    public Task<IActionResult> OnPostTakeFreeSeatAsync(string token, CancellationToken ct) => TakeAsync(token, offers.TakeFreeSeatAsync, ct);

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
}
