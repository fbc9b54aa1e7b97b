using System.ComponentModel.DataAnnotations;
using Hub.Core.Accounts;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Hub.Web.Accounts;

/// <summary>Who is signed in proves it once more, before an act that asks for it. The proof is never weaker than the sign-in was.</summary>
[PrivatePage]
public sealed class ProofModel(
    SignInManager<Account> signIn, Entrance entrance, Guesses guesses, SecondFactor factor, FreshSignIn fresh, IOptions<AccountOptions> options, IStringLocalizer<AccountTexts> texts) : PageModel
{
    private Account account = null!;

    [BindProperty, Display(Name = "Field.Password")]
    public string? Password { get; set; }

    [BindProperty, Display(Name = "Field.Code")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool HasPasskeys { get; private set; }

    public bool HasAuthenticator => account.AuthenticatorKey is not null;

    /// <summary>Where a passkey stands for the second factor, the password alone proves less.</summary>
    public bool TakesPassword => HasAuthenticator || !HasPasskeys || !options.Value.RequireSecondFactor;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        account = (await signIn.UserManager.GetUserAsync(User))!;
        HasPasskeys = (await signIn.UserManager.GetPasskeysAsync(account)).Count > 0;
        await next();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var aborted = HttpContext.RequestAborted;
        var isRight = TakesPassword && await guesses.BeginAsync(account.Id, aborted) > 0
            && await signIn.UserManager.CheckPasswordAsync(account, Password ?? "")
            && (!HasAuthenticator || await factor.UseAsync(account.Id, Code ?? "", aborted));
        if (!isRight)
        {
            await entrance.RefuseAsync(account.Id, SignInMethods.Password);
            ModelState.AddModelError(nameof(Password), texts[HasAuthenticator ? "ProofWrongWithCode" : "CurrentWrong"]);
            return Page();
        }

        await guesses.ForgiveAsync(account.Id, aborted);
        await fresh.RenewAsync(account, HasAuthenticator ? SignInMethods.PasswordAndCode : SignInMethods.Password);
        return this.Follow(ReturnUrl);
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        if (await signIn.ReadPasskeyAsync(credential) is not { Succeeded: true } assertion || assertion.User.Id != account.Id)
        {
            ModelState.AddModelError("", texts["PasskeyRefused"]);
            return Page();
        }

        await signIn.UserManager.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await fresh.RenewAsync(account, SignInMethods.Passkey);
        return this.Follow(ReturnUrl);
    }
}
