using Hub.Core.Accounts;
using Hub.Core.Data;
using Hub.Core.Organisations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Accounts;

/// <summary>One account as administrators see it: its grants, its sessions, and what they can do about it.</summary>
[PrivatePage]
public sealed class AccountPageModel(HubDbContext db, AccountOffice office, TimeProvider clock, IStringLocalizer<AccountTexts> texts) : AdministratorPage(db)
{
    private const int Most = 50;

    public Account Account { get; private set; } = null!;

    public bool IsMine => Account.Id == User.AccountId;

    public IReadOnlyList<AccountGrant> Grants { get; private set; } = [];

    public IReadOnlyList<AccountSession> Sessions { get; private set; } = [];

    public int Passkeys { get; private set; }

    protected override bool IsSensitive => true;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await Db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.ErasedAt == null, Aborted) is not { } account)
        {
            return NotFound();
        }

        Account = account;
        Sessions = await Db.AccountSessions.AsNoTracking().OpenAt(clock.GetUtcNow().UtcDateTime).Where(s => s.AccountId == id).OrderByDescending(s => s.SeenAt).Take(Most).ToListAsync(Aborted);
        Passkeys = await Db.UserPasskeys.CountAsync(k => k.UserId == id, Aborted);
        var organisations = Db.Organisations;
        Grants = await Db.OrganiserGrants.Where(g => g.AccountId == id).OrderBy(g => g.GrantedAt).Take(Most)
            .Select(g => new AccountGrant(organisations.First(o => o.Id == g.OrganisationId).Name, g.Role, g.GrantedAt)).ToListAsync(Aborted);
        return Page();
    }

    public Task<IActionResult> OnPostDisableAsync(Guid id) => ChangeAsync(id, office.DisableAsync, "AccountDisabled");

    public Task<IActionResult> OnPostEnableAsync(Guid id) => ChangeAsync(id, office.EnableAsync, "AccountEnabled");

    public Task<IActionResult> OnPostAppointAsync(Guid id) => ChangeAsync(id, office.AppointAsync, "AccountAppointed");

    public Task<IActionResult> OnPostDismissAsync(Guid id) => ChangeAsync(id, office.DismissAsync, "AccountDismissed");

    public Task<IActionResult> OnPostEndSessionsAsync(Guid id) => ChangeAsync(id, office.EndSessionsAsync, "AccountSessionsEnded");

    /// <summary>Of one's own account one changes nothing here: it would end this session.</summary>
    private async Task<IActionResult> ChangeAsync(Guid id, Func<Guid, Guid, CancellationToken, Task<bool>> change, string notice)
    {
        if (!await Db.Users.AnyAsync(u => u.Id == id && u.ErasedAt == null, Aborted))
        {
            return NotFound();
        }

        var done = id != User.AccountId && await change(id, User.AccountId, Aborted);
        TempData["Notice"] = texts[done ? notice : "AccountUnchanged"].Value;
        return RedirectToPage(new { id });
    }
}

/// <param name="Since">UTC.</param>
public sealed record AccountGrant(string Organisation, OrganisationRole Role, DateTime Since);
