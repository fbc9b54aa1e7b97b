using System.ComponentModel.DataAnnotations;
using Hub.Core.Accounts;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Accounts;

/// <summary>Opens with a <see cref="OneTimeLink"/>.</summary>
[AllowAnonymous, PrivatePage]
public sealed class SetPasswordModel(HubDbContext db, UserManager<Account> accounts, OneTimeLink link, TimeProvider clock, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "compte")]
    public Guid AccountId { get; set; }

    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    [BindProperty, Display(Name = "Field.Password")]
    public string? Password { get; set; }

    [BindProperty, Display(Name = "Field.Again")]
    public string? Again { get; set; }

    /// <summary>Null: the link was used, is too old, or never was one.</summary>
    public string? Email { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await OpenAsync() is null ? Gone() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await OpenAsync() is not { } account)
        {
            return Gone();
        }

        if (string.IsNullOrEmpty(Password) || Password != Again)
        {
            ModelState.AddModelError(
                string.IsNullOrEmpty(Password) ? nameof(Password) : nameof(Again), texts[string.IsNullOrEmpty(Password) ? "PasswordTooShort" : "PasswordsDiffer"]);
            return Page();
        }

        // Whichever kind of link it was has been verified.
        var result = await accounts.ResetPasswordAsync(account, await accounts.GeneratePasswordResetTokenAsync(account), Password);
        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(nameof(Password), texts[error.Code]);
        }

        if (!result.Succeeded)
        {
            return Page();
        }

        await accounts.SetLockoutEndDateAsync(account, null);
        await db.LogAloneAsync("SetPassword", account.Id, null, clock.GetUtcNow().UtcDateTime);
        TempData["Notice"] = texts["PasswordSet"].Value;
        return RedirectToPage("/Accounts/SignIn");
    }

    private async Task<Account?> OpenAsync()
    {
        var account = await link.OpenAsync(AccountId, Token);
        Email = account?.Email;
        return account;
    }

    private PageResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
