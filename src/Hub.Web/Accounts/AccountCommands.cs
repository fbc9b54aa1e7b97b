using Hub.Core.Accounts;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>What the operator of a hub does to let people in; each may be run again.</summary>
public static class AccountCommands
{
    /// <returns>A link with which the person chooses a password.</returns>
    public static async Task<Uri> AddAdministratorAsync(IServiceProvider services, string email)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = await FindOrCreateAsync(accounts, email);
        if (!account.IsAdministrator)
        {
            account.IsAdministrator = true;
            Require(await accounts.UpdateAsync(account));
        }

        return await scope.ServiceProvider.GetRequiredService<OneTimeLink>().ForAsync(account);
    }

    /// <returns>A link with which the person chooses a password.</returns>
    public static async Task<Uri> AddOrganiserAsync(IServiceProvider services, string email, string organisationName)
    {
        await using var scope = services.CreateAsyncScope();
        var account = await FindOrCreateAsync(scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), email);
        var link = await scope.ServiceProvider.GetRequiredService<OneTimeLink>().ForAsync(account);
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var db = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        await db.WriteAsync(ct => GrantAsync(db, account.Id, organisationName.Trim(), now, ct));
        return link;
    }

    /// <summary>For who lost the phone with the passkey or the app: only a new password opens the account, and every session ends.</summary>
    /// <returns>A link with which the person chooses one; null when there is no such account.</returns>
    public static async Task<Uri?> ResetAsync(IServiceProvider services, string email)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByEmailAsync(email.Trim()) is not { } account)
        {
            return null;
        }

        foreach (var passkey in await accounts.GetPasskeysAsync(account))
        {
            Require(await accounts.RemovePasskeyAsync(account, passkey.CredentialId));
        }

        await scope.ServiceProvider.GetRequiredService<SecondFactor>().TurnOffAsync(account.Id);
        account = (await accounts.FindByIdAsync(account.Id.ToString()))!;
        Require(await accounts.RemovePasswordAsync(account));
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await scope.ServiceProvider.GetRequiredService<HubDbContext>().LogAloneAsync("ResetAccount", account.Id, null, now);
        return await scope.ServiceProvider.GetRequiredService<OneTimeLink>().ForAsync(account);
    }

    private static async Task GrantAsync(HubDbContext db, Guid accountId, string organisationName, DateTime now, CancellationToken ct)
    {
        var organisation = await db.Organisations.SingleOrDefaultAsync(o => o.Name == organisationName, ct)
            ?? db.Add(new Organisation(organisationName)).Entity;
        if (await db.OrganiserGrants.FindAsync([organisation.Id, accountId], ct) is null)
        {
            db.Add(new OrganiserGrant(organisation.Id, accountId, now));
            db.Log("AddOrganiser", organisation.Id, null, now, accountId.ToString());
        }
    }

    private static async Task<Account> FindOrCreateAsync(UserManager<Account> accounts, string email)
    {
        var address = email.Trim();
        if (await accounts.FindByEmailAsync(address) is { } known)
        {
            return known;
        }

        Account account = new() { UserName = address, Email = address, EmailConfirmed = true };
        Require(await accounts.CreateAsync(account));
        return account;
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(e => e.Description)));
        }
    }
}
