using System.Security.Cryptography;
using Hub.Core.Accounts;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>Moves accounts from one address to another, with proof of both.</summary>
public sealed class AddressChanges(HubDbContext db, ILookupNormalizer names, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Two mails at the most in so long, whatever somebody types.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly IDataProtector protector = protection.CreateProtector("Hub.Accounts.AddressChange");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DbSet<AddressChange> Changes => db.Set<AddressChange>();

    /// <summary>Mails both addresses. An address that has an account already gets none, and the answer is the same.</summary>
    /// <returns>False when the account asked less than ten minutes ago.</returns>
    public Task<bool> RequestAsync(Guid accountId, string newEmail, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = Now;
                if (await Changes.SingleOrDefaultAsync(c => c.AccountId == accountId, ct) is { } earlier)
                {
                    if (earlier.RequestedAt > now - Pause)
                    {
                        return false;
                    }

                    await Changes.Where(c => c.Id == earlier.Id).ExecuteDeleteAsync(ct);
                }

                db.Add(new AddressChange { AccountId = accountId, NewEmail = newEmail, RequestedAt = now });
                db.Promise(AccountMailKinds.LeaveAddress, accountId, now.Ticks, now);
                db.Promise(AccountMailKinds.TakeAddress, accountId, now.Ticks, now);
                return true;
            },
            ct);

    public string TokenFor(Guid changeId, bool takes) => protector.Protect($"{changeId:N}{(takes ? '+' : '-')}");

    /// <returns>Null when the link is used up, too old, or never was one.</returns>
    public async Task<(AddressChange Change, bool Takes)?> OpenAsync(string? token, CancellationToken ct)
    {
        var text = Unprotect(token);
        var since = Now - AddressChange.Lifespan;
        return text is not null && Guid.TryParse(text[..^1], out var id)
            && await Changes.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.RequestedAt > since, ct) is { } change
            ? (change, text[^1] == '+')
            : null;
    }

    /// <summary>One mailbox says yes; when the other has too, the account moves, and every session of it is over.</summary>
    public Task<AddressOutcome> ConfirmAsync(Guid changeId, bool takes, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                // Both mailboxes may answer at once: the second waits here for the first.
                var one = Changes.Where(c => c.Id == changeId);
                await (takes ? one.ExecuteUpdateAsync(s => s.SetProperty(c => c.NewConfirmed, true), ct) : one.ExecuteUpdateAsync(s => s.SetProperty(c => c.OldConfirmed, true), ct));
                if (await one.SingleOrDefaultAsync(ct) is not { } change)
                {
                    return AddressOutcome.Gone;
                }

                if (!change.OldConfirmed || !change.NewConfirmed)
                {
                    return AddressOutcome.Half;
                }

                db.Remove(change);
                var normalized = names.NormalizeEmail(change.NewEmail);
                if (await db.Users.AnyAsync(u => u.NormalizedEmail == normalized && u.Id != change.AccountId, ct))
                {
                    return AddressOutcome.Gone;
                }

                var account = await db.Users.SingleAsync(u => u.Id == change.AccountId, ct);
                (account.Email, account.UserName) = (change.NewEmail, change.NewEmail);
                (account.NormalizedEmail, account.NormalizedUserName) = (normalized, names.NormalizeName(change.NewEmail));
                (account.SecurityStamp, account.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
                db.Log("ChangeAddress", account.Id, account.Id, Now);
                return AddressOutcome.Moved;
            },
            ct);

    private string? Unprotect(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : protector.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

public enum AddressOutcome { Gone, Half, Moved }
