using Hub.Core.Data;
using Hub.Core.Programmes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Events;

/// <summary>What changed in a programme from one publication to the next.</summary>
[AllowAnonymous]
public sealed class ChangesModel(HubDbContext db, TimeProvider clock) : DayPage(db, clock)
{
    private const int PageSize = 10;

    [BindProperty(SupportsGet = true, Name = "page")]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }

    public IReadOnlyList<ProgrammeNews> News { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct) || !Edition.IsPublic)
        {
            return NotFound();
        }

        Pages = (await Db.ProgrammeVersions.CountAsync(v => v.EditionId == Edition.Id, ct) + PageSize - 1) / PageSize;
        Number = Math.Clamp(Number, 1, Math.Max(Pages, 1));
        News = await ProgrammeNews.ReadAsync(Db, Edition, (Number - 1) * PageSize, PageSize, ct);
        return Page();
    }
}
