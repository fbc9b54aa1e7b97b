using System.Security.Claims;
using Hub.Core.Accounts;
using Hub.Core.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>Gives this browser a new session in place of the one it has, which is over with every copy of its cookie.</summary>
public sealed class FreshSignIn(HubDbContext db, SignInManager<Account> signIn, IHttpContextAccessor context)
{
    /// <summary>After somebody changed their ways in: every other session of the account is over too.</summary>
    /// <param name="method">One of <see cref="SignInMethods"/>.</param>
    public async Task BeginAsync(Guid accountId, string method)
    {
        var account = (await signIn.UserManager.FindByIdAsync(accountId.ToString()))!;
        await signIn.UserManager.UpdateSecurityStampAsync(account);
        await RenewAsync(account, method);
    }

    /// <summary>After somebody proved once more who they are.</summary>
    /// <inheritdoc cref="BeginAsync"/>
    public async Task RenewAsync(Account account, string method)
    {
        var http = context.HttpContext!;
        var old = Guid.Parse((await http.AuthenticateAsync()).Properties!.Items[SessionStore.IdName]!);
        await db.WriteAsync(ct => db.AccountSessions.Where(s => s.Id == old).ExecuteDeleteAsync(ct), http.RequestAborted);
        var principal = await signIn.ClaimsFactory.CreateAsync(account);
        principal.Identities.First().AddClaim(new Claim(SignInMethods.Claim, method));

        // The handler of this request has read the old key and would renew it; another one finds that it opens nothing.
        await using var scope = http.RequestServices.CreateAsyncScope();
        var handler = await scope.ServiceProvider.GetRequiredService<IAuthenticationHandlerProvider>().GetHandlerAsync(http, IdentityConstants.ApplicationScheme);
        await ((IAuthenticationSignInHandler)handler!).SignInAsync(principal, new());
    }
}
