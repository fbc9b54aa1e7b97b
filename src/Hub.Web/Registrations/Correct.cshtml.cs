using Hub.Core.Data;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Registrations;

[AllowAnonymous, PrivatePage]
public sealed class CorrectModel(HubDbContext db, RegistrationDesk desk, TimeProvider clock) : PersonalPage(db, clock)
{
    [BindProperty]
    public AttendeeInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (!await LoadAsync(token, ct))
        {
            return NotFound();
        }

        if (!CanChange)
        {
            return RedirectToPage("/Registrations/Mine", new { token });
        }

        var known = Registration.Attendee;
        Input = new()
        {
            FirstName = known.FirstName,
            LastName = known.LastName,
            Organisation = known.Organisation,
            JobTitle = known.JobTitle,
            Needs = known.Needs,
            AcceptsPhotos = known.AcceptsPhotos,
            WantsNews = known.WantsNews,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (!await LoadAsync(token, ct))
        {
            return NotFound();
        }

        if (!CanChange)
        {
            return RedirectToPage("/Registrations/Mine", new { token });
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await desk.CorrectAsync(Registration.Id, Input.ToAttendee(Registration.Email), ct);
        return RedirectToPage("/Registrations/Mine", new { token });
    }
}
