using Hub.Core.Data;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Registrations;

[AllowAnonymous, PrivatePage]
public sealed class CorrectModel(HubDbContext db, RegistrationDesk desk, TerritoryChoice territory, TimeProvider clock) : PersonalPage(db, clock)
{
    [BindProperty]
    public AttendeeInput Input { get; set; } = new();

    public TerritoryChoice Territory => territory;

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
            Sector = known.Sector,
            Territory = territory.Say(known.TerritoryCode),
            TerritoryCode = known.TerritoryCode,
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

        territory.Read(Input, ModelState, Registration.TerritoryCode);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await desk.CorrectAsync(Registration.Id, Input.ToAttendee(Registration.Email) with { Sector = Registration.Sector }, ct);
        return RedirectToPage("/Registrations/Mine", new { token });
    }
}
