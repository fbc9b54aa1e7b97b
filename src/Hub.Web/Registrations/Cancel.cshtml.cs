using Hub.Core.Data;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Registrations;

[AllowAnonymous, PrivatePage]
public sealed class CancelModel(HubDbContext db, RegistrationDesk desk, TimeProvider clock) : PersonalPage(db, clock)
{
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (!await LoadAsync(token, ct))
        {
            return NotFound();
        }

        return CanChange ? Page() : RedirectToPage("/Registrations/Mine", new { token });
    }

    /// <param name="state">What the person was asked about: a seat taken since in another window is not given back by an old question.</param>
    public async Task<IActionResult> OnPostAsync(string token, [FromForm(Name = "etat")] RegistrationState? state, CancellationToken ct)
    {
        if (!await LoadAsync(token, ct))
        {
            return NotFound();
        }

        if (CanChange && (state is null || state == Registration.State))
        {
            await desk.CancelAsync(Registration.Id, null, ct);
        }

        return RedirectToPage("/Registrations/Mine", new { token });
    }
}
