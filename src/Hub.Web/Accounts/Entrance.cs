using Hub.Core.Accounts;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>Lets people in who proved who they are, and keeps a record of those it lets in and those it does not.</summary>
public sealed partial class Entrance(HubDbContext db, SignInManager<Account> signIn, IHttpContextAccessor context, ILogger<Entrance> logger, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="method">One of <see cref="SignInMethods"/>.</param>
    public async Task AdmitAsync(Account account, string method)
    {
        await db.WriteAsync(async ct =>
        {
            db.Log("SignIn", account.Id, account.Id, Now, method);
            await db.OrganiserGrants.Where(g => g.AccountId == account.Id && g.AcceptedAt == null).ExecuteUpdateAsync(s => s.SetProperty(g => g.AcceptedAt, Now), ct);
        });
        await signIn.SignInWithClaimsAsync(account, isPersistent: false, [new(SignInMethods.Claim, method)]);
    }

    /// <summary>Somebody who is not known to be the account's owner got the password or the code wrong.</summary>
    /// <param name="method">One of <see cref="SignInMethods"/>.</param>
    public Task RefuseAsync(Guid accountId, string method) => db.LogAloneAsync("RefuseSignIn", accountId, null, Now, method);

    /// <summary>There is no such account, or its password rests: nothing to write beside, and a stranger could fill the database.</summary>
    public void RefuseUnknown() => LogRefusal(context.HttpContext?.Connection.RemoteIpAddress?.ToString());

    [LoggerMessage(LogLevel.Warning, "A sign-in from {Origin} was refused: there is no such account, or its password rests.")]
    private partial void LogRefusal(string? origin);
}
