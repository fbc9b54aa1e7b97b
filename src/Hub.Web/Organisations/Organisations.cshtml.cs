using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Organisations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Organisations;

/// <summary>All organisations of the hub; one that was typed twice is merged from here.</summary>
public sealed class OrganisationsModel(HubDbContext db) : AdministratorPage(db)
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    /// <summary>The one that is to go, once chosen; the list then offers the one that stays.</summary>
    [BindProperty(SupportsGet = true, Name = "fusion")]
    public Guid? Goes { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Organisation? Going { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<OrganisationRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Going = Goes is null ? null : await Db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == Goes, Aborted);
        if (Goes is not null && Going is null)
        {
            return NotFound();
        }

        var found = Folding.Words(Search).Aggregate(Db.Organisations.Where(o => o.Id != Goes), (all, word) => all.Where(o => o.SearchText.Contains(word)));
        Total = await found.CountAsync(Aborted);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        var (editions, grants) = (Db.Editions, Db.OrganiserGrants);
        Rows = await found.OrderBy(o => o.SearchText).ThenBy(o => o.Id).Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(o => new OrganisationRow(o.Id, o.Name, editions.Count(e => e.OrganisationId == o.Id), grants.Count(g => g.OrganisationId == o.Id)))
            .ToListAsync(Aborted);
        return Page();
    }
}

/// <param name="People">Accounts that may organise its days.</param>
public sealed record OrganisationRow(Guid Id, string Name, int Days, int People);
