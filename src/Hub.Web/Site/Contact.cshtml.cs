using System.ComponentModel.DataAnnotations;
using Hub.Core.Site;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Web.Site;

[AllowAnonymous, EnableRateLimiting(RateLimitNames.Contact)]
public sealed class ContactModel(ContactDesk desk) : PageModel
{
    [BindProperty]
    public ContactInput Input { get; set; } = new();

    /// <summary>The message has just been sent.</summary>
    public bool IsSent => Request.Query["envoye"] == "1";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await desk.SendAsync(new(Input.Name!.Trim(), Input.Email!.Trim(), Input.Text!.Trim()), ct);
        return RedirectToPage(new { envoye = "1" });
    }
}

public sealed class ContactInput
{
    /// <summary>One line of text: neither line breaks nor other control characters.</summary>
    private const string OneLine = @"[^\p{Cc}\p{Zl}\p{Zp}]*";

    [Display(Name = "ContactName"), Required, StringLength(ContactMessage.NameLength), RegularExpression(OneLine, ErrorMessage = "ErrorOneLine")]
    public string? Name { get; set; }

    [Display(Name = "ContactEmail"), Required, StringLength(ContactMessage.EmailLength), MailAddress(ErrorMessage = "ErrorEmail")]
    public string? Email { get; set; }

    [Display(Name = "ContactText"), Required, StringLength(ContactMessage.TextLength)]
    public string? Text { get; set; }
}
