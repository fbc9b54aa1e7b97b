using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Registrations;

[AllowAnonymous, PrivatePage]
public sealed class MineModel(HubDbContext db, RegistrationDesk desk, TimeProvider clock) : PersonalPage(db, clock)
{
    /// <summary>1 for the next to be served; null when not waiting.</summary>
    public int? Rank { get; private set; }

    public bool HasTicket => Registration.State is RegistrationState.Confirmed && Phase is not EditionPhase.Cancelled;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (!await LoadAsync(token, ct))
        {
            return NotFound();
        }

        Rank = await Db.RankAsync(Registration, ct);
        return Page();
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
}
