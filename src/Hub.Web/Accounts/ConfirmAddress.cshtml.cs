using Hub.Core.Accounts;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Accounts;

/// <summary>Where the links of a change of address lead. Opening one changes nothing: scanners of mailboxes do that too.</summary>
[AllowAnonymous, PrivatePage]
public sealed class ConfirmAddressModel(AddressChanges changes, UserManager<Account> accounts, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    /// <summary>Null: the link was used, is too old, or never was one.</summary>
    public AddressChange? Change { get; private set; }

    /// <summary>
    /// The new mailbox must be read by who is signed in to the account: a stranger who clicks « yes » on a mail they did not
    /// expect gives nothing away.
    /// </summary>
    public bool NeedsSignIn { get; private set; }

    /// <summary>Address the account has now.</summary>
    public string OldEmail { get; private set; } = "";

    /// <summary>This mailbox has answered, and the other has not.</summary>
    public bool IsHalf { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await changes.OpenAsync(Token, ct) is var (change, takes) ? await ShowAsync(change, takes) : Gone();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await changes.OpenAsync(Token, ct) is not var (change, takes))
        {
            return Gone();
        }

        if (IsStrange(change, takes))
        {
            return await ShowAsync(change, takes);
        }

        switch (await changes.ConfirmAsync(change.Id, takes, ct))
        {
            case AddressOutcome.Moved:
                TempData["Notice"] = texts["AddressMoved"].Value;
                return RedirectToPage("/Accounts/SignIn");
            case AddressOutcome.Half:
                return RedirectToPage(new { jeton = Token });
            default:
                return Gone();
        }
    }

    private bool IsStrange(AddressChange change, bool takes) => takes && accounts.GetUserId(User) != change.AccountId.ToString();

    private async Task<PageResult> ShowAsync(AddressChange change, bool takes)
    {
        (Change, IsHalf, NeedsSignIn) = (change, takes ? change.NewConfirmed : change.OldConfirmed, IsStrange(change, takes));
        OldEmail = (await accounts.FindByIdAsync(change.AccountId.ToString()))?.Email ?? "";
        return Page();
    }

    private PageResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
