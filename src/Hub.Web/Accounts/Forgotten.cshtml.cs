using System.ComponentModel.DataAnnotations;
using Hub.Core.Accounts;
using Hub.Core.Data;
using Hub.Core.Notifications;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Accounts;

/// <summary>Mails a link to choose another password, at the most once in ten minutes. The answer is the same for every address.</summary>
[AllowAnonymous]
public sealed class ForgottenModel(HubDbContext db, ILookupNormalizer names, TimeProvider clock, IStringLocalizer<AccountTexts> texts) : PageModel
{
    private static readonly TimeSpan SameRequest = TimeSpan.FromMinutes(10);

    [BindProperty, Display(Name = "Field.Email"), Required(ErrorMessage = "EmailMissing"), MailAddress(ErrorMessage = "EmailWrong"), StringLength(254)]
    public string? Email { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (address, now) = (names.NormalizeEmail(Email!.Trim()), clock.GetUtcNow().UtcDateTime);
        await db.WriteAsync(
            async ct =>
            {
                if (await db.Users.Where(u => u.NormalizedEmail == address).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(ct) is { } account)
                {
                    await db.PromiseOnceAsync(AccountMailKinds.NewPassword, account, now.Ticks / SameRequest.Ticks, now, ct);
                }
            },
            ct);
        TempData["Notice"] = texts["ForgottenSent"].Value;
        return RedirectToPage();
    }
}
