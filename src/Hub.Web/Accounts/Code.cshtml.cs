using System.ComponentModel.DataAnnotations;
using Hub.Core.Accounts;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Accounts;

/// <summary>The second step of a sign-in with a password. Wrong codes count as wrong passwords do.</summary>
[AllowAnonymous, PrivatePage]
public sealed class CodeModel(SignInManager<Account> signIn, SecondFactor factor, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty, Display(Name = "Field.Code")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() => await FindAsync() is null ? Again() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } account)
        {
            return Again();
        }

        var accounts = signIn.UserManager;
        if (await accounts.IsLockedOutAsync(account) || !await factor.UseAsync(account.Id, Code ?? "", HttpContext.RequestAborted))
        {
            await accounts.AccessFailedAsync((await FindAsync())!);
            ModelState.AddModelError(nameof(Code), texts["CodeWrong"]);
            return Page();
        }

        await accounts.ResetAccessFailedCountAsync((await FindAsync())!);
        await HttpContext.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInWithClaimsAsync(account, isPersistent: false, [new(SignInMethods.Claim, SignInMethods.PasswordAndCode)]);
        return this.Follow(ReturnUrl);
    }

    private async Task<Account?> FindAsync() =>
        await PendingSignIn.AccountIdAsync(HttpContext) is { } id && await signIn.UserManager.FindByIdAsync(id) is { AuthenticatorKey: not null } account ? account : null;

    private RedirectToPageResult Again() => RedirectToPage("/Accounts/SignIn", new { ReturnUrl });
}
