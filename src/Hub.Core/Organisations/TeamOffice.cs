using Hub.Core.Accounts;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Organisations;

/// <summary>Who may organise the days of an organisation. Whoever may, may let others in.</summary>
public sealed class TeamOffice(HubDbContext db, UserManager<Account> accounts, TimeProvider clock)
{
    /// <summary>
    /// Lets the person in and mails them, at the most once in ten minutes. The answer is the same whether the address has
    /// an account or not.
    /// </summary>
    /// <param name="language">BCP 47 tag, for who has no account yet.</param>
    /// <param name="role">Who is in the team already passes to it.</param>
    public Task InviteAsync(Guid organisationId, string email, OrganisationRole role, string language, Guid by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                await LockAsync(organisationId, ct);
                var now = clock.GetUtcNow().UtcDateTime;
                var account = await FindOrCreateAsync(email.Trim(), language);
                if (await db.OrganiserGrants.FindAsync([organisationId, account.Id], ct) is not { } grant)
                {
                    db.Add(new OrganiserGrant(organisationId, account.Id, now) { Role = role });
                    db.Log($"Add{role}", organisationId, by, now, account.Id.ToString());
                }
                else if (grant.Role != role && (role is OrganisationRole.Organiser || await OthersAsync(organisationId, account.Id, ct)))
                {
                    grant.Role = role;
                    db.Log($"Make{role}", organisationId, by, now, account.Id.ToString());
                }

                // One key for each pair of person and organisation, and for ten minutes.
                var pair = BitConverter.ToInt64(organisationId.ToByteArray(), 8) ^ (now.Ticks / TimeSpan.FromMinutes(10).Ticks);
                await db.PromiseOnceAsync(OrganisationMailKinds.Invitation, account.Id, pair, now, ct, new InvitationDetails(organisationId));
            },
            ct);

    /// <returns>False when nobody would be left who can sign in, and so let others in.</returns>
    public Task<bool> RemoveAsync(Guid organisationId, Guid accountId, Guid by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                await LockAsync(organisationId, ct);
                if (await db.OrganiserGrants.FindAsync([organisationId, accountId], ct) is not { } grant)
                {
                    return true;
                }

                if (grant.Role is OrganisationRole.Organiser && !await OthersAsync(organisationId, accountId, ct))
                {
                    return false;
                }

                db.Remove(grant);
                db.Log("RemoveOrganiser", organisationId, by, clock.GetUtcNow().UtcDateTime, accountId.ToString());
                return true;
            },
            ct);

    /// <summary>Of two who leave a team at once, the second reads what the first left behind.</summary>
    private async Task LockAsync(Guid organisationId, CancellationToken ct) =>
        await db.Organisations.Where(o => o.Id == organisationId).ExecuteUpdateAsync(s => s.SetProperty(o => o.Name, o => o.Name), ct);

    /// <summary>Whether somebody else can sign in and let people in.</summary>
    private Task<bool> OthersAsync(Guid organisationId, Guid accountId, CancellationToken ct)
    {
        var others = db.OrganiserGrants.Where(g => g.OrganisationId == organisationId && g.AccountId != accountId && g.Role == OrganisationRole.Organiser);
        return db.Users.AnyAsync(u => u.PasswordHash != null && u.DisabledAt == null && others.Any(g => g.AccountId == u.Id), ct);
    }

    private async Task<Account> FindOrCreateAsync(string email, string language)
    {
        if (await accounts.FindByEmailAsync(email) is { } known)
        {
            return known;
        }

        Account account = new() { UserName = email, Email = email, EmailConfirmed = true, Language = language };
        var made = await accounts.CreateAsync(account);
        return made.Succeeded ? account : throw new InvalidOperationException(string.Join(' ', made.Errors.Select(e => e.Description)));
    }
}
