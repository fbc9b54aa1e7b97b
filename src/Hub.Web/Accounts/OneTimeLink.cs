using Hub.Core.Accounts;
using Hub.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Hub.Web.Accounts;

/// <summary>A link with which somebody chooses a password, once.</summary>
public sealed class OneTimeLink(UserManager<Account> accounts, IOptions<HubOptions> hub)
{
    /// <summary>Of a link that comes with an invitation.</summary>
    public static readonly TimeSpan Lifespan = TimeSpan.FromDays(3);

    private const string Purpose = UserManager<Account>.ResetPasswordTokenPurpose;

    private string LongLived => accounts.Options.Tokens.PasswordResetTokenProvider;

    /// <summary>It dies when any link of the account is used: the password it sets changes the account's stamp.</summary>
    /// <param name="isInvited">Somebody who may let people in answers for it: it lives for days, not for an hour.</param>
    public async Task<Uri> ForAsync(Account account, bool isInvited = true)
    {
        var token = await accounts.GenerateUserTokenAsync(account, isInvited ? LongLived : ShortLivedTokens.Name, Purpose);
        return new Uri(hub.Value.PublicOrigin, $"/compte/mot-de-passe?compte={account.Id}&jeton={Uri.EscapeDataString(token)}");
    }

    /// <returns>The account for which the link still works; null when there is none.</returns>
    public async Task<Account?> OpenAsync(Guid accountId, string? token) =>
        token is not null
        && await accounts.FindByIdAsync(accountId.ToString()) is { } account
        && (await accounts.VerifyUserTokenAsync(account, LongLived, Purpose, token) || await accounts.VerifyUserTokenAsync(account, ShortLivedTokens.Name, Purpose, token))
            ? account
            : null;
}
