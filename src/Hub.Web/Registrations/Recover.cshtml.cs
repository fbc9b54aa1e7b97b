using System.ComponentModel.DataAnnotations;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hub.Web.Registrations;

/// <summary>For who lost the mail with the link. The answer is the same for every address.</summary>
[AllowAnonymous]
public sealed class RecoverModel(PersonalSpace space) : PageModel
{
    [BindProperty]
    public RecoverInput Input { get; set; } = new();

    /// <summary>What has just been sent, if anything: « liens » or « nouveau ».</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sent { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await space.AskAsync(Input.Email!, ct);
        return RedirectToPage(new { sent = "liens" });
    }
}

public sealed class RecoverInput
{
    [Display(Name = "Email"), Required, MailAddress(ErrorMessage = "ErrorEmail"), StringLength(Attendee.EmailLength)]
    public string? Email { get; set; }
}
