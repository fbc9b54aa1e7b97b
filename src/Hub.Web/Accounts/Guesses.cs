using System.Security.Claims;
using Hub.Core.Accounts;
using Hub.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>
/// Five guesses in a row at an account's password or code shut that way in for five minutes. A guess counts before it is
/// compared, so that a thousand at once are still five. Passkeys are not guessed at, and stay open.
/// </summary>
/// <remarks>Works in a scope of its own: what the request has read of the account stays as it is.</remarks>
public sealed class Guesses(IServiceScopeFactory scopes, UserManager<Account> accounts, TimeProvider clock)
{
    private const int Most = 5;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    /// <returns>Which guess this is, from 1; 0 while the account rests, when it must not be looked at and does not count.</returns>
    public Task<int> BeginAsync(Guid accountId, CancellationToken ct = default) =>
        WriteAsync(
            accountId,
            async (accounts, ct) =>
            {
                // The first statement takes the row: whoever guesses at the same time waits here, and reads what follows.
                await accounts.ExecuteUpdateAsync(s => s.SetProperty(u => u.AccessFailedCount, u => u.AccessFailedCount + 1), ct);
                var account = await accounts.AsNoTracking().SingleAsync(ct);
                if (account.LockoutEnd > Now)
                {
                    await accounts.ExecuteUpdateAsync(s => s.SetProperty(u => u.AccessFailedCount, 0), ct);
                    return 0;
                }

                if (account.AccessFailedCount >= Most)
                {
                    await accounts.ExecuteUpdateAsync(s => s.SetProperty(u => u.AccessFailedCount, 0).SetProperty(u => u.LockoutEnd, Now + Rest), ct);
                }

                return account.AccessFailedCount;
            },
            ct);

    /// <summary>The password was right, and a code is still to come: those guessed before go on counting.</summary>
    /// <param name="guess">What <see cref="BeginAsync"/> said.</param>
    public Task TakeBackAsync(Guid accountId, int guess, CancellationToken ct = default) =>
        WriteAsync(
            accountId,
            (accounts, ct) => guess == Most
                ? accounts.ExecuteUpdateAsync(s => s.SetProperty(u => u.AccessFailedCount, Most - 1).SetProperty(u => u.LockoutEnd, (DateTimeOffset?)null), ct)
                : accounts.Where(u => u.AccessFailedCount > 0).ExecuteUpdateAsync(s => s.SetProperty(u => u.AccessFailedCount, u => u.AccessFailedCount - 1), ct),
            ct);

    /// <summary>The person is in: nothing that was guessed before counts.</summary>
    public Task ForgiveAsync(Guid accountId, CancellationToken ct = default) =>
        WriteAsync(
            accountId,
            (accounts, ct) => accounts.ExecuteUpdateAsync(s => s.SetProperty(u => u.AccessFailedCount, 0).SetProperty(u => u.LockoutEnd, (DateTimeOffset?)null), ct),
            ct);

    /// <summary>For who is signed in and says the password once more.</summary>
    public async Task<bool> KnowsPasswordAsync(Account account, string? password, CancellationToken ct = default)
    {
        if (await BeginAsync(account.Id, ct) == 0 || !await accounts.CheckPasswordAsync(account, password ?? ""))
        {
            return false;
        }

        await ForgiveAsync(account.Id, ct);
        return true;
    }

    /// <summary>Whether somebody signed in may change the account's ways in. A session from before there was a second factor must not.</summary>
    /// <returns>Key of the text that says why not; null when they may.</returns>
    public async Task<string?> RefusalAsync(ClaimsPrincipal user, Account account, string? password, CancellationToken ct) =>
        user.IsInNeed() && (account.AuthenticatorKey is not null || (await accounts.GetPasskeysAsync(account)).Count > 0) ? "SignInAnew"
        : await KnowsPasswordAsync(account, password, ct) ? null : "CurrentWrong";

    private DateTimeOffset Now => clock.GetUtcNow();

    private async Task<T> WriteAsync<T>(Guid accountId, Func<IQueryable<Account>, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        return await db.WriteAsync(ct => work(db.Users.Where(u => u.Id == accountId), ct), ct);
    }
}
