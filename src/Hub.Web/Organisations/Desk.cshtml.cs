using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Organisations;

public sealed class DeskModel(HubDbContext db, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<DeskRow> Rows { get; private set; } = [];

    public bool MayCreate { get; private set; }

    /// <summary>What waits for the person, on the first page.</summary>
    public IReadOnlyList<AwaitingTask> Tasks { get; private set; } = [];

    public IReadOnlyList<AwaitingDate> Dates { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var mine = db.EditionsEditedBy(User.AccountId).AsNoTracking();
        var managed = db.EditionsManagedBy(User.AccountId).AsNoTracking();
        MayCreate = await db.OrganisationsManagedBy(User.AccountId).AnyAsync(ct);
        Total = await mine.CountAsync(ct);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        if (Number == 1)
        {
            Awaiting awaiting = new(db, managed, now);
            (Tasks, Dates) = (await awaiting.TasksAsync(ct), await awaiting.DatesAsync(ct));
        }

        var (organisations, registrations) = (db.Organisations, db.Registrations);
        var rows = from e in mine
                   let isOver = e.State == EditionState.Cancelled || (e.State != EditionState.Draft && e.EndsAt <= now)
                   orderby isOver ? 2 : e.State == EditionState.Draft ? 1 : 0, isOver ? (DateTime?)null : e.StartsAt, e.StartsAt descending, e.Id
                   select new
                   {
                       Edition = e,
                       IsOver = isOver,
                       Organisation = organisations.Where(o => o.Id == e.OrganisationId).Select(o => o.Name).First(),
                       IsManaged = managed.Any(m => m.Id == e.Id),
                       Waiting = registrations.Count(r => r.EditionId == e.Id && r.State == RegistrationState.Waiting),
                   };
        Rows = [.. (await rows.Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct)).Select(r =>
            new DeskRow(Chapter(r.Edition, r.IsOver), r.Edition, r.Edition.PhaseAt(now), r.Organisation, r.IsManaged, r.Waiting))];
    }

    private static DeskChapter Chapter(Edition edition, bool isOver) =>
        isOver ? DeskChapter.Past : edition.State is EditionState.Draft ? DeskChapter.Drafts : DeskChapter.Upcoming;
}

public enum DeskChapter { Upcoming, Drafts, Past }

/// <param name="IsManaged">The person does more here than write the programme.</param>
/// <param name="Waiting">People in the queue.</param>
public sealed record DeskRow(DeskChapter Chapter, Edition Edition, EditionPhase Phase, string Organisation, bool IsManaged, int Waiting);
