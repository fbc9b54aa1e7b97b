using System.Security.Cryptography;
using System.Text;
using Hub.Core.Accounts;
using Hub.Core.Audit;
using Hub.Core.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>The code of an authenticator app, asked for after the password, and the codes on paper for the day the phone is lost.</summary>
public sealed class SecondFactor(HubDbContext db, IDataProtectionProvider protection, TimeProvider clock)
{
    public const int RecoveryCodeCount = 10;

    /// <summary>No letter or digit that is mistaken for another on paper.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int RecoveryCodeLength = 12;

    private readonly IDataProtector protector = protection.CreateProtector("Hub.Accounts.Authenticator");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A key that nobody has yet, sealed for the form that offers it to this account.</summary>
    public string Offer(Guid accountId) => Form(accountId).Protect(Convert.ToHexString(RandomNumberGenerator.GetBytes(OneTimeCodes.KeyLength)));

    /// <returns>Null when it was not offered to this account. What is stored never opens here: a form would show it.</returns>
    public byte[]? OpenOffer(Guid accountId, string? offered) => Open(Form(accountId), offered);

    private IDataProtector Form(Guid accountId) => protection.CreateProtector("Hub.Accounts.Authenticator.Offer", $"{accountId:N}");

    private static byte[]? Open(IDataProtector protector, string? sealedKey)
    {
        try
        {
            return sealedKey is null ? null : Convert.FromHexString(protector.Unprotect(sealedKey));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>From now on the account asks for a code. Codes of before are worth nothing.</summary>
    /// <param name="code">Proves that the app has the key.</param>
    /// <returns>The codes for paper, told this once; null when the code is wrong.</returns>
    public Task<IReadOnlyList<string>?> TurnOnAsync(Guid accountId, string offered, string code, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                if (OpenOffer(accountId, offered) is not { } key || OneTimeCodes.Match(key, code, Now, after: 0) is not { } step)
                {
                    return (IReadOnlyList<string>?)null;
                }

                var account = await db.Users.SingleAsync(a => a.Id == accountId, ct);
                (account.AuthenticatorKey, account.AuthenticatorStep) = (protector.Protect(Convert.ToHexString(key)), step);
                db.RemoveRange(await Codes(accountId).ToListAsync(ct));
                var codes = Enumerable.Range(0, RecoveryCodeCount).Select(_ => RandomNumberGenerator.GetString(Letters, RecoveryCodeLength)).ToList();
                db.AddRange(codes.Select(c => new RecoveryCode { AccountId = accountId, Hash = Hash(c) }));
                db.Log("AddAuthenticator", accountId, accountId, Now);
                return codes;
            },
            ct);

    public Task TurnOffAsync(Guid accountId, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var account = await db.Users.SingleAsync(a => a.Id == accountId, ct);
                account.AuthenticatorKey = null;
                db.RemoveRange(await Codes(accountId).ToListAsync(ct));
                db.Log("RemoveAuthenticator", accountId, accountId, Now);
            },
            ct);

    /// <summary>Uses up a code of the app, or one of those on paper.</summary>
    /// <param name="typed">With the blanks and hyphens people put in.</param>
    public Task<bool> UseAsync(Guid accountId, string typed, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
                var account = await db.Users.SingleAsync(a => a.Id == accountId, ct);
                if (Open(protector, account.AuthenticatorKey) is { } key && OneTimeCodes.Match(key, code, Now, account.AuthenticatorStep) is { } step)
                {
                    account.AuthenticatorStep = step;
                    account.ConcurrencyStamp = Guid.NewGuid().ToString();
                    return true;
                }

                return await Codes(accountId).Where(c => c.Hash == Hash(code)).ExecuteDeleteAsync(ct) == 1;
            },
            ct);

    public Task<int> RecoveryCodesLeftAsync(Guid accountId, CancellationToken ct = default) => Codes(accountId).CountAsync(ct);

    private IQueryable<RecoveryCode> Codes(Guid accountId) => db.Set<RecoveryCode>().Where(c => c.AccountId == accountId);

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)));
}
