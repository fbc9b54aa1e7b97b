using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hub.Core.Data;
using Hub.Core.Organisations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Organisations;

/// <summary>Who organises with me, and how others come in and go.</summary>
public sealed class TeamModel(HubDbContext db, TeamOffice office, IStringLocalizer<OrganisationTexts> texts) : PageModel
{
    /// <summary>An administrator may act for all; a page shows no more.</summary>
    private const int MostTeams = 50;

    [BindProperty]
    public InvitationInput Input { get; set; } = new();

    public IReadOnlyList<Team> Teams { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return await this.AskForProofAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await this.AskForProofAsync() is { } proof)
        {
            return proof;
        }

        await LoadAsync(ct);
        var organisation = Input.Organisation ?? (Teams is [var only] ? only.Id : null);
        if (organisation is { } chosen && Teams.All(t => t.Id != chosen))
        {
            return NotFound();
        }

        if (organisation is null)
        {
            ModelState.AddModelError("Input.Organisation", texts["ChooseOrganisation"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await office.InviteAsync(organisation!.Value, Input.Email!, Input.Role, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, User.AccountId, ct);
        return Leave(texts["Invited", Input.Email!.Trim()]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid organisation, Guid person, CancellationToken ct)
    {
        if (await this.AskForProofAsync() is { } proof)
        {
            return proof;
        }

        if (!await db.OrganisationsManagedBy(User.AccountId).AnyAsync(o => o.Id == organisation, ct))
        {
            return NotFound();
        }

        return Leave(texts[await office.RemoveAsync(organisation, person, User.AccountId, ct) ? "Removed" : "LastOne"]);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var me = User.AccountId;
        var mine = await db.OrganisationsManagedBy(me).AsNoTracking().OrderBy(o => o.Name).Take(MostTeams).Select(o => new { o.Id, o.Name }).ToListAsync(ct);
        var ids = mine.ConvertAll(o => o.Id);
        var members = await (from grant in db.OrganiserGrants
                             join account in db.Users on grant.AccountId equals account.Id
                             where ids.Contains(grant.OrganisationId)
                             orderby account.Email
                             select new { grant.OrganisationId, account.Id, account.Email, grant.GrantedAt, grant.Role, grant.AcceptedAt }).ToListAsync(ct);
        var by = members.ToLookup(m => m.OrganisationId, m => new Member(m.Id, (m.Email ?? "").ToLowerInvariant(), m.GrantedAt, m.Role, m.AcceptedAt is not null, m.Id == me));
        Teams = mine.ConvertAll(o => new Team(o.Id, o.Name, [.. by[o.Id]]));
    }

    private RedirectToPageResult Leave(string notice)
    {
        TempData["Notice"] = notice;
        return RedirectToPage();
    }
}

public sealed class InvitationInput
{
    [Display(Name = "Organisation")]
    public Guid? Organisation { get; set; }

    /// <summary>Whoever opens more than the least has chosen to.</summary>
    [Display(Name = "Role")]
    public OrganisationRole Role { get; set; } = OrganisationRole.Editor;

    [Display(Name = "Email"), Required, StringLength(254), MailAddress(ErrorMessage = "ErrorEmail")]
    public string? Email { get; set; }
}

public sealed record Team(Guid Id, string Name, IReadOnlyList<Member> Members);

/// <param name="Since">UTC.</param>
/// <param name="HasCome">The person has signed in since. Whether they had an account before is theirs to tell.</param>
public sealed record Member(Guid Id, string Email, DateTime Since, OrganisationRole Role, bool HasCome, bool IsMe);
