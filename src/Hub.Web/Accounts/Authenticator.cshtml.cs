using System.ComponentModel.DataAnnotations;
using System.Text;
using Hub.Core.Accounts;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Accounts;

/// <summary>Ties an authenticator app to the account, or lets it go.</summary>
[PrivatePage]
public sealed class AuthenticatorModel(SignInManager<Account> signIn, SecondFactor factor, Guesses guesses, FreshSignIn fresh, IStringLocalizer<AccountTexts> texts) : PageModel
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Account account = null!;

    [BindProperty]
    public string? Key { get; set; }

    [BindProperty, Display(Name = "Field.Code")]
    public string? Code { get; set; }

    [BindProperty, Display(Name = "Field.CurrentPassword")]
    public string? Password { get; set; }

    /// <summary>Shown once, in the answer that made them.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public int CodesLeft { get; private set; }

    public bool IsOn => account.AuthenticatorKey is not null;

    /// <summary>For who cannot scan: RFC 4648 base 32, in fours.</summary>
    public string KeyInLetters => string.Join(' ', Letters().Chunk(4).Select(part => new string(part)));

    /// <summary>What apps read from the square (the « Key URI format »).</summary>
    public Uri Address => new($"otpauth://totp/Hub:{Uri.EscapeDataString(account.Email!)}?secret={Letters()}&issuer=Hub");

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await this.AskForProofAsync() is { } proof)
        {
            context.Result = proof;
            return;
        }

        account = (await signIn.UserManager.GetUserAsync(User))!;
        CodesLeft = await factor.RecoveryCodesLeftAsync(account.Id, HttpContext.RequestAborted);
        Key = factor.OpenOffer(account.Id, Key) is null ? factor.Offer(account.Id) : Key;
        ModelState.Remove(nameof(Key));
        await next();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (IsOn || !await MayChangeAsync())
        {
            return Page();
        }

        RecoveryCodes = await factor.TurnOnAsync(account.Id, Key!, string.Concat((Code ?? "").Where(char.IsAsciiDigit)), HttpContext.RequestAborted);
        if (RecoveryCodes is null)
        {
            ModelState.AddModelError(nameof(Code), texts["CodeWrong"]);
            return Page();
        }

        await fresh.BeginAsync(account.Id, SignInMethods.PasswordAndCode);
        return Page();
    }

    public async Task<IActionResult> OnPostTurnOffAsync()
    {
        if (!await MayChangeAsync())
        {
            return Page();
        }

        await factor.TurnOffAsync(account.Id, HttpContext.RequestAborted);
        TempData["Notice"] = texts["AuthenticatorOff"].Value;
        return RedirectToPage("/Accounts/Mine");
    }

    private async Task<bool> MayChangeAsync()
    {
        if (await guesses.RefusalAsync(User, account, Password, HttpContext.RequestAborted) is { } why)
        {
            ModelState.AddModelError(nameof(Password), texts[why]);
        }

        return ModelState.IsValid;
    }

    private string Letters()
    {
        StringBuilder letters = new();
        var (bits, held) = (0, 0);
        foreach (var part in factor.OpenOffer(account.Id, Key)!)
        {
            (bits, held) = ((bits << 8) | part, held + 8);
            for (; held >= 5; held -= 5)
            {
                letters.Append(Base32[(bits >> (held - 5)) & 31]);
            }

            bits &= (1 << held) - 1;
        }

        return letters.ToString();
    }
}
