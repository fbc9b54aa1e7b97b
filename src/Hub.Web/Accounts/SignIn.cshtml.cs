using System.ComponentModel.DataAnnotations;
using System.Text;
using Hub.Core.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Accounts;

[AllowAnonymous]
public sealed class SignInModel(SignInManager<Account> signIn, IStringLocalizer<AccountTexts> texts) : PageModel
{
    /// <summary>What a password is compared with when there is nothing to compare, so that the answer takes as long.</summary>
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(new Account(), Guid.NewGuid().ToString());

    [BindProperty, Display(Name = "Field.Email")]
    public string? Email { get; set; }

    [BindProperty, Display(Name = "Field.Password")]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? GoOn() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), texts["EmailMissing"]);
        }

        if (string.IsNullOrEmpty(Password))
        {
            ModelState.AddModelError(nameof(Password), texts["PasswordMissing"]);
        }

        if (ModelState.IsValid && !await TryAsync(Email!.Trim(), Password!))
        {
            ModelState.AddModelError(nameof(Email), texts["Refused"]);
        }

        return ModelState.IsValid ? GoOn() : Page();
    }

    /// <remarks>Unknown, locked and mistaken look the same from outside.</remarks>
    private async Task<bool> TryAsync(string email, string password)
    {
        var accounts = signIn.UserManager;
        var account = await accounts.FindByEmailAsync(email);
        if (account?.PasswordHash is null || await accounts.IsLockedOutAsync(account))
        {
            accounts.PasswordHasher.VerifyHashedPassword(new Account(), NobodysHash, password);
            return false;
        }

        return (await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true)).Succeeded;
    }

    private IActionResult GoOn() => ReturnUrl is not null && Ascii.IsValid(ReturnUrl) && Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : RedirectToPage("/Organisations/Desk");
}
