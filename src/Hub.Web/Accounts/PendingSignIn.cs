using System.Security.Claims;
using System.Text;
using Hub.Core.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hub.Web.Accounts;

/// <summary>Between the password and the code, a short-lived cookie of its own says whose password it was. It opens nothing.</summary>
internal static class PendingSignIn
{
    /// <summary>Claims of our own: the framework keeps other things in the same cookie.</summary>
    private const string PasswordGiven = "password-given", Stamp = "stamp";

    public static ClaimsPrincipal Of(Account account) => new(new ClaimsIdentity(
        [new(PasswordGiven, account.Id.ToString()), new(Stamp, account.SecurityStamp!)], IdentityConstants.TwoFactorUserIdScheme));

    /// <returns>Null when no password was given, too long ago, or another one counts now.</returns>
    public static async Task<Account?> FindAsync(HttpContext http, UserManager<Account> accounts)
    {
        var pending = (await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal;
        return pending?.FindFirstValue(PasswordGiven) is { } id && await accounts.FindByIdAsync(id) is { } account && account.DisabledAt is null && account.SecurityStamp == pending.FindFirstValue(Stamp)
            ? account
            : null;
    }

    /// <summary>To the page somebody wanted, when it is one of this site; to the desk otherwise. Headers carry ASCII only.</summary>
    public static IActionResult Follow(this PageModel page, string? address) =>
        address is not null && Ascii.IsValid(address) && page.Url.IsLocalUrl(address) ? page.LocalRedirect(address) : page.RedirectToPage("/Organisations/Desk");
}
