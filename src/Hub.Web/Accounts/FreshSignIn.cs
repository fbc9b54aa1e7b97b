using System.Security.Claims;
using Hub.Core.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>
/// After somebody changed their ways in: every session of the account is over, copies of this one's cookie too, and this
/// browser gets a new one.
/// </summary>
public sealed class FreshSignIn(SignInManager<Account> signIn, IHttpContextAccessor context)
{
    /// <param name="method">One of <see cref="SignInMethods"/>.</param>
    public async Task BeginAsync(Guid accountId, string method)
    {
        var http = context.HttpContext!;
        var account = (await signIn.UserManager.FindByIdAsync(accountId.ToString()))!;
        await signIn.UserManager.UpdateSecurityStampAsync(account);
        var principal = await signIn.ClaimsFactory.CreateAsync(account);
        principal.Identities.First().AddClaim(new Claim(SignInMethods.Claim, method));

        // The handler of this request has read the old key and would renew it; another one finds that it opens nothing.
        await using var scope = http.RequestServices.CreateAsyncScope();
        var handler = await scope.ServiceProvider.GetRequiredService<IAuthenticationHandlerProvider>().GetHandlerAsync(http, IdentityConstants.ApplicationScheme);
        await ((IAuthenticationSignInHandler)handler!).SignInAsync(principal, new());
    }
}
