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

/// <summary>The second step of a sign-in with a password. Codes are guesses as passwords are.</summary>
[AllowAnonymous, PrivatePage]
public sealed class CodeModel(SignInManager<Account> signIn, Entrance entrance, Guesses guesses, SecondFactor factor, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty, Display(Name = "Field.Code")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() => await FindAsync() is null ? Again() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (User.Identity is { IsAuthenticated: true })
        {
            await signIn.SignOutAsync();
            return Again();
        }

        if (await FindAsync() is not { } account)
        {
            return Again();
        }

        if (await guesses.BeginAsync(account.Id, HttpContext.RequestAborted) == 0 || !await factor.UseAsync(account.Id, Code ?? "", HttpContext.RequestAborted))
        {
            await entrance.RefuseAsync(account.Id, SignInMethods.PasswordAndCode);
            ModelState.AddModelError(nameof(Code), texts["CodeWrong"]);
            return Page();
        }

        await guesses.ForgiveAsync(account.Id, HttpContext.RequestAborted);
        await HttpContext.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await entrance.AdmitAsync(account, SignInMethods.PasswordAndCode);
        return this.Follow(ReturnUrl);
    }

    private async Task<Account?> FindAsync() => await PendingSignIn.FindAsync(HttpContext, signIn.UserManager) is { AuthenticatorKey: not null } account ? account : null;

    private RedirectToPageResult Again() => RedirectToPage("/Accounts/SignIn", new { ReturnUrl });
}
