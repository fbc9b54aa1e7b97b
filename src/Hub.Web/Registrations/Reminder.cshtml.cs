using Hub.Core.Data;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Registrations;

/// <summary>
/// Where the mail on the eve is refused. Mail programs post here on their reader's behalf (RFC 8058), without a cookie
/// and so without an antiforgery token; the link's secret stands for both.
/// </summary>
[AllowAnonymous, PrivatePage, IgnoreAntiforgeryToken]
public sealed class ReminderModel(HubDbContext db, RegistrationDesk desk, TimeProvider clock) : PersonalPage(db, clock)
{
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct) => await LoadAsync(token, ct) ? Page() : NotFound();

    /// <param name="wanted">« oui » takes the refusal back; whatever else is one.</param>
    public async Task<IActionResult> OnPostAsync(string token, [FromForm(Name = "recevoir")] string? wanted, CancellationToken ct)
    {
        if (!await LoadAsync(token, ct))
        {
            return NotFound();
        }

        await desk.RemindAsync(Registration.Id, wanted is "oui", ct);
        return await LoadAsync(token, ct) ? Page() : NotFound();
    }
}
