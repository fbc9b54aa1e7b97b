using Hub.Core.Data;
using Hub.Core.Organisations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>Who can sign in to this hub.</summary>
[PrivatePage]
public sealed class AccountsModel(HubDbContext db) : AdministratorPage(db)
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var asked = (Search ?? "").Trim().ToUpperInvariant();
        var found = Db.Users.AsNoTracking().Where(u => u.NormalizedEmail!.Contains(asked));
        Total = await found.CountAsync(Aborted);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        var (grants, passkeys) = (Db.OrganiserGrants, Db.UserPasskeys);
        Rows = await found.OrderBy(u => u.NormalizedEmail).Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(u => new AccountRow(
                u.Id, u.Email!, u.IsAdministrator, u.DisabledAt != null, u.PasswordHash != null, u.AuthenticatorKey != null || passkeys.Any(k => k.UserId == u.Id), grants.Count(g => g.AccountId == u.Id)))
            .ToListAsync(Aborted);
    }
}

/// <param name="HasSecondFactor">A passkey or an authenticator app.</param>
/// <param name="Organisations">In how many teams the person is.</param>
public sealed record AccountRow(Guid Id, string Email, bool IsAdministrator, bool IsDisabled, bool HasPassword, bool HasSecondFactor, int Organisations);
