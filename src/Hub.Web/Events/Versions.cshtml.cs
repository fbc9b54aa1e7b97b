using Hub.Core.Data;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>What was published and when; any of it can be read and taken up again.</summary>
public sealed class VersionsModel(HubDbContext db, ProgrammeOffice office, IStringLocalizer<ProgrammeTexts> texts) : EditedEditionPage(db)
{
    public const int PageSize = 20;

    /// <summary>Number of the version to read; null: none.</summary>
    [BindProperty(SupportsGet = true, Name = "version")]
    public int? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>Numbers of the versions to compare; null: none.</summary>
    [BindProperty(SupportsGet = true, Name = "de")]
    public int? From { get; set; }

    /// <inheritdoc cref="From"/>
    [BindProperty(SupportsGet = true, Name = "a")]
    public int? To { get; set; }

    /// <summary>From one to the other; null when nobody asks.</summary>
    public ProgrammeDifference? Difference { get; private set; }

    public int Total { get; private set; }

    /// <summary>The last one first; who is null when their account is gone.</summary>
    public IReadOnlyList<(int Number, DateTime PublishedAt, string? By)> Versions { get; private set; } = [];

    public ProgrammeVersion? Read { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var versions = Db.ProgrammeVersions.AsNoTracking().Where(v => v.EditionId == Edition.Id);
        Total = await versions.CountAsync(Aborted);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        var rows = await versions.OrderByDescending(v => v.Number).Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(v => new { v.Number, v.PublishedAt, By = Db.Users.Where(u => u.Id == v.PublishedBy).Select(u => u.Email).FirstOrDefault() }).ToListAsync(Aborted);
        Versions = [.. rows.Select(v => (v.Number, v.PublishedAt, v.By))];
        Read = Asked is null ? null : await FindAsync(Asked.Value);
        if (From is { } from && To is { } to && await FindAsync(from) is { } before && await FindAsync(to) is { } after)
        {
            Difference = ProgrammeDifference.Between(before.PlanFor(Edition), after.PlanFor(Edition));
        }

        return (Asked is not null && Read is null) || ((From ?? To) is not null && Difference is null) ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(int version)
    {
        if (await FindAsync(version) is not { } found)
        {
            return NotFound();
        }

        await office.PutAsync(Edition.Id, found.PlanFor(Edition), texts["RestoreSource", version], User.AccountId, ct: Aborted);
        TempData["Notice"] = texts["Restored", version].Value;
        return RedirectToPage("/Events/Programme", new { id = Edition.Id });
    }

    private Task<ProgrammeVersion?> FindAsync(int number) =>
        Db.ProgrammeVersions.AsNoTracking().SingleOrDefaultAsync(v => v.EditionId == Edition.Id && v.Number == number, Aborted);
}
