using System.ComponentModel.DataAnnotations;
using Hub.Core.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Hub.Web.Accounts;

[AllowAnonymous]
public sealed class SignInModel(
    SignInManager<Account> signIn, Entrance entrance, Guesses guesses, NobodysPassword nobody, IOptions<AccountOptions> options, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty, Display(Name = "Field.Email")]
    public string? Email { get; set; }

    [BindProperty, Display(Name = "Field.Password")]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? GoOn() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (User.Identity is { IsAuthenticated: true })
        {
            return await BeginAgainAsync();
        }

        if (string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), texts["EmailMissing"]);
        }

        if (string.IsNullOrEmpty(Password))
        {
            ModelState.AddModelError(nameof(Password), texts["PasswordMissing"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await FindAsync(Email!.Trim(), Password!) is not { } account)
        {
            ModelState.AddModelError(nameof(Email), texts["Refused"]);
            return Page();
        }

        if (account.AuthenticatorKey is not null)
        {
            await HttpContext.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, PendingSignIn.Of(account));
            return RedirectToPage("/Accounts/Code", new { ReturnUrl });
        }

        if (options.Value.RequireSecondFactor && (await signIn.UserManager.GetPasskeysAsync(account)).Count > 0)
        {
            // Whoever knows the password alone could otherwise add a passkey of their own.
            ModelState.AddModelError("", texts["PasskeyNeeded"]);
            return Page();
        }

        await entrance.AdmitAsync(account, SignInMethods.Password);
        return GoOn();
    }

    /// <summary>A passkey says who it is of. A password that somebody else guessed at in vain locks nobody out of it.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        if (User.Identity is { IsAuthenticated: true })
        {
            return await BeginAgainAsync();
        }

        if (await signIn.ReadPasskeyAsync(credential) is not { Succeeded: true, User.DisabledAt: null } assertion)
        {
            ModelState.AddModelError("", texts["PasskeyRefused"]);
            return Page();
        }

        await signIn.UserManager.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await entrance.AdmitAsync(assertion.User, SignInMethods.Passkey);
        return GoOn();
    }

    /// <summary>A session that somebody planted in this browser must not become the session of who signs in over it.</summary>
    private async Task<IActionResult> BeginAgainAsync()
    {
        await signIn.SignOutAsync();
        return RedirectToPage(new { ReturnUrl });
    }

    /// <remarks>Unknown, locked and mistaken look the same from outside.</remarks>
    private async Task<Account?> FindAsync(string email, string password)
    {
        var accounts = signIn.UserManager;
        var account = await accounts.FindByEmailAsync(email);
        if (account?.PasswordHash is null || await guesses.BeginAsync(account.Id, HttpContext.RequestAborted) is not (> 0 and var guess))
        {
            nobody.Compare(password);
            entrance.RefuseUnknown();
            return null;
        }

        if (!await accounts.CheckPasswordAsync(account, password) || account.DisabledAt is not null)
        {
            await entrance.RefuseAsync(account.Id, SignInMethods.Password);
            return null;
        }

        await (account.AuthenticatorKey is null ? guesses.ForgiveAsync(account.Id, HttpContext.RequestAborted) : guesses.TakeBackAsync(account.Id, guess, HttpContext.RequestAborted));
        return account;
    }

    private IActionResult GoOn() => this.Follow(ReturnUrl);
}
