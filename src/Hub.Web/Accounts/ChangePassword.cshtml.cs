using System.ComponentModel.DataAnnotations;
using Hub.Core.Accounts;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Accounts;

/// <summary>Ends every other session of the account: its stamp is another from then on.</summary>
[PrivatePage]
public sealed class ChangePasswordModel(HubDbContext db, SignInManager<Account> signIn, Guesses guesses, FreshSignIn fresh, TimeProvider clock, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty, Display(Name = "Field.CurrentPassword")]
    public string? Current { get; set; }

    [BindProperty, Display(Name = "Field.NewPassword")]
    public string? Password { get; set; }

    [BindProperty, Display(Name = "Field.Again")]
    public string? Again { get; set; }

    public async Task<IActionResult> OnGetAsync() => await this.AskForProofAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await this.AskForProofAsync() is { } proof)
        {
            return proof;
        }

        var account = (await signIn.UserManager.GetUserAsync(User))!;
        if (!await guesses.KnowsPasswordAsync(account, Current))
        {
            ModelState.AddModelError(nameof(Current), texts["CurrentWrong"]);
        }
        else if (Password != Again)
        {
            ModelState.AddModelError(nameof(Again), texts["PasswordsDiffer"]);
        }
        else
        {
            foreach (var error in (await signIn.UserManager.ChangePasswordAsync(account, Current!, Password ?? "")).Errors)
            {
                ModelState.AddModelError(nameof(Password), texts[error.Code]);
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await db.LogAloneAsync("ChangePassword", account.Id, account.Id, clock.GetUtcNow().UtcDateTime);
        await fresh.BeginAsync(account.Id, User.FindFirst(SignInMethods.Claim)!.Value);
        TempData["Notice"] = texts["PasswordChanged"].Value;
        return RedirectToPage("/Accounts/Mine");
    }
}
