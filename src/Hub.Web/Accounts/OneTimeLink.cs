using Hub.Core.Accounts;
using Hub.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Hub.Web.Accounts;

/// <summary>A link with which somebody chooses a password, once.</summary>
public sealed class OneTimeLink(UserManager<Account> accounts, IOptions<HubOptions> hub)
{
    public static readonly TimeSpan Lifespan = TimeSpan.FromDays(3);

    /// <summary>It dies when any link of the account is used: the password it sets changes the account's stamp.</summary>
    public async Task<Uri> ForAsync(Account account)
    {
        var token = await accounts.GeneratePasswordResetTokenAsync(account);
        return new Uri(hub.Value.PublicOrigin, $"/compte/mot-de-passe?compte={account.Id}&jeton={Uri.EscapeDataString(token)}");
    }

    /// <returns>The account for which the link still works; null when there is none.</returns>
    public async Task<Account?> OpenAsync(Guid accountId, string? token) =>
        token is not null
        && await accounts.FindByIdAsync(accountId.ToString()) is { } account
        && await accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, token)
            ? account
            : null;
}
