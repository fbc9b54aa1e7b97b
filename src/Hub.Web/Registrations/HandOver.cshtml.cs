using System.ComponentModel.DataAnnotations;
using Hub.Core.Data;
using Hub.Core.Notifications;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Registrations;

/// <summary>Lets a colleague come instead.</summary>
[AllowAnonymous, PrivatePage]
public sealed class HandOverModel(HubDbContext db, Handovers handovers, TimeProvider clock, IStringLocalizer<PublicRegistrationTexts> texts) : PersonalPage(db, clock)
{
    [BindProperty]
    public ColleagueInput Input { get; set; } = new();

    /// <summary>Somebody was named. What became of it goes by mail, whoever it was.</summary>
    [BindProperty(SupportsGet = true, Name = "fait")]
    public bool IsDone { get; set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (!await LoadAsync(token, ct))
        {
            return NotFound();
        }

        return IsDone || Registration.CanHandOver(Edition, Now) ? Page() : RedirectToPage("/Registrations/Mine", new { token });
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (!await LoadAsync(token, ct))
        {
            return NotFound();
        }

        if (Input.Email is { } email && MailAddresses.Normalize(email) == Registration.NormalizedEmail)
        {
            ModelState.AddModelError("Input.Email", texts["HandOverOwnAddress"]);
        }

        if (!ModelState.IsValid)
        {
            return Registration.CanHandOver(Edition, Now) ? Page() : RedirectToPage("/Registrations/Mine", new { token });
        }

        // The colleague works where the person does, until they say otherwise; they have consented to nothing yet.
        Attendee colleague = new(
            Input.FirstName!.Trim(), Input.LastName!.Trim(), Input.Email!.Trim(), Registration.Organisation, Input.JobTitle!.Trim(), null, AcceptsPhotos: false, WantsNews: false)
        {
            TerritoryCode = Registration.TerritoryCode,
            Sector = Registration.Sector,
        };
        return await handovers.HandOverAsync(Registration.Id, colleague, ct) is HandoverOutcome.Refused
            ? RedirectToPage("/Registrations/Mine", new { token })
            : RedirectToPage(new { token, fait = true });
    }
}

/// <summary>Who comes instead.</summary>
public sealed class ColleagueInput
{
    [Display(Name = "FirstName"), Required, StringLength(Attendee.NameLength), RegularExpression(AttendeeInput.OneLine, ErrorMessage = "ErrorOneLine")]
    public string? FirstName { get; set; }

    [Display(Name = "LastName"), Required, StringLength(Attendee.NameLength), RegularExpression(AttendeeInput.OneLine, ErrorMessage = "ErrorOneLine")]
    public string? LastName { get; set; }

    [Display(Name = "Email"), Required, StringLength(Attendee.EmailLength), MailAddress(ErrorMessage = "ErrorEmail")]
    public string? Email { get; set; }

    [Display(Name = "JobTitle"), Required, StringLength(Attendee.LineLength), RegularExpression(AttendeeInput.OneLine, ErrorMessage = "ErrorOneLine")]
    public string? JobTitle { get; set; }
}
