using System.Globalization;
using Hub.Core.Accounts;
using Hub.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Web.Accounts;

/// <summary>A link with which somebody chooses a password, once.</summary>
public sealed class OneTimeLink(HubDbContext db, UserManager<Account> accounts, IOptions<HubOptions> hub)
{
    /// <summary>Of a link that comes with an invitation.</summary>
    public static readonly TimeSpan Lifespan = TimeSpan.FromDays(3);

    private string LongLived => accounts.Options.Tokens.PasswordResetTokenProvider;

    /// <summary>
    /// It dies when it is used, because the password it sets changes the account's stamp, and when another link is made
    /// (ASVS 5.0, 6.4.1).
    /// </summary>
    /// <param name="isInvited">Somebody who may let people in answers for it: it lives for days, not for an hour.</param>
    public async Task<Uri> ForAsync(Account account, bool isInvited = true)
    {
        var number = await db.WriteAsync(async ct =>
        {
            var mine = db.Users.Where(u => u.Id == account.Id);
            await mine.ExecuteUpdateAsync(s => s.SetProperty(u => u.LinkNumber, u => u.LinkNumber + 1), ct);
            return await mine.Select(u => u.LinkNumber).SingleAsync(ct);
        });
        var token = await accounts.GenerateUserTokenAsync(account, isInvited ? LongLived : ShortLivedTokens.Name, Purpose(number));
        return new Uri(hub.Value.PublicOrigin, $"/compte/mot-de-passe?compte={account.Id}&jeton={Uri.EscapeDataString(token)}");
    }

    /// <returns>The account for which the link still works; null when there is none.</returns>
    public async Task<Account?> OpenAsync(Guid accountId, string? token) =>
        token is not null
        && await accounts.FindByIdAsync(accountId.ToString()) is { DisabledAt: null } account
        && (await accounts.VerifyUserTokenAsync(account, LongLived, Purpose(account.LinkNumber), token)
            || await accounts.VerifyUserTokenAsync(account, ShortLivedTokens.Name, Purpose(account.LinkNumber), token))
            ? account
            : null;

    private static string Purpose(int number) => string.Create(CultureInfo.InvariantCulture, $"{UserManager<Account>.ResetPasswordTokenPurpose}/{number}");
}
