using System.ComponentModel.DataAnnotations;
using Hub.Core.Accounts;
using Hub.Core.Events;
using Hub.Core.Privacy;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Accounts;

/// <summary>Says what follows, or what stands in the way, and asks for the password once more.</summary>
[PrivatePage]
public sealed class EraseAccountModel(
    SignInManager<Account> signIn, Guesses guesses, AccountErasure accounts, Erasure erasure, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty, Display(Name = "Field.CurrentPassword")]
    public string? Password { get; set; }

    public Account Account { get; private set; } = null!;

    public ErasureRefusal Refusal { get; private set; } = null!;

    /// <summary>Whose place, or wait, ends.</summary>
    public IReadOnlyList<Edition> Days { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await this.AskForProofAsync() is { } proof)
        {
            context.Result = proof;
            return;
        }

        Account = (await signIn.UserManager.GetUserAsync(User))!;
        Refusal = await accounts.FindRefusalAsync(Account, HttpContext.RequestAborted);
        Days = await erasure.WouldGiveBackAsync(Account.Email!, HttpContext.RequestAborted);
        await next();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await guesses.RefusalAsync(User, Account, Password, HttpContext.RequestAborted) is { } why)
        {
            ModelState.AddModelError(nameof(Password), texts[why]);
            return Page();
        }

        Refusal = await accounts.EraseAsync(Account.Id, HttpContext.RequestAborted);
        if (Refusal.StandsInTheWay)
        {
            return Page();
        }

        await signIn.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        TempData["Notice"] = texts["AccountErased"].Value;
        return RedirectToPage("/Accounts/SignIn");
    }
}
