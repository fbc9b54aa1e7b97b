using System.ComponentModel.DataAnnotations;
using Hub.Core.Accounts;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Accounts;

/// <summary>Asks for another address to sign in with. Nothing changes before both mailboxes have answered.</summary>
[PrivatePage]
public sealed class ChangeAddressModel(UserManager<Account> accounts, Guesses guesses, AddressChanges changes, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty, Display(Name = "Field.NewEmail"), Required(ErrorMessage = "EmailMissing"), MailAddress(ErrorMessage = "EmailWrong"), StringLength(254)]
    public string? Email { get; set; }

    [BindProperty, Display(Name = "Field.CurrentPassword")]
    public string? Password { get; set; }

    public async Task<IActionResult> OnGetAsync() => await this.AskForProofAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await this.AskForProofAsync() is { } proof)
        {
            return proof;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var account = (await accounts.GetUserAsync(User))!;
        if (await guesses.RefusalAsync(User, account, Password, ct) is { } why)
        {
            ModelState.AddModelError(nameof(Password), texts[why]);
            return Page();
        }

        if (!await changes.RequestAsync(account.Id, Email!.Trim(), ct))
        {
            ModelState.AddModelError(nameof(Email), texts["AddressWait"]);
            return Page();
        }

        TempData["Notice"] = texts["AddressAsked"].Value;
        return RedirectToPage("/Accounts/Mine");
    }
}
