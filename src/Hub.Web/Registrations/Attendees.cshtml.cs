using Hub.Core.Audit;
using Hub.Core.Calendars;
using Hub.Core.CheckIns;
using Hub.Core.Data;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Registrations;

public sealed class AttendeesModel(
    HubDbContext db, RegistrationDesk desk, TimeProvider clock,
    IStringLocalizer<RegistrationTexts> texts, IStringLocalizer<PublicRegistrationTexts> form, IStringLocalizer<PlaceTexts> places) : ManagedEditionPage(db)
{
    public const int PageSize = 50;

    private IReadOnlyList<Guid> queue = [];

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    /// <summary>Null shows all but the cancelled.</summary>
    [BindProperty(SupportsGet = true, Name = "etat")]
    public RegistrationState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Registration> People { get; private set; } = [];

    /// <summary>People come, or have come.</summary>
    public bool ShowsPresence => Edition.CheckInOpensAt <= clock.GetUtcNow().UtcDateTime;

    public bool IsFiltered => State is not null || !string.IsNullOrWhiteSpace(Search);

    /// <returns>1 for the next to be served; 0 for somebody who does not wait.</returns>
    public int RankOf(Registration registration) => queue.Index().FirstOrDefault(q => q.Item == registration.Id, (-1, default)).Index + 1;

    public DateTime Wall(DateTime instant) => WallClock.ToWall(instant, Edition.TimeZone);

    public async Task OnGetAsync()
    {
        var all = Db.Registrations.AsNoTracking().For(Edition.Id);
        var found = (State is { } state ? all.Where(r => r.State == state) : all.Active).Matching(Search);
        Total = await found.CountAsync(Aborted);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        var inOrder = State is RegistrationState.Waiting
            ? found.OrderBy(r => r.QueueNumber)
            : found.OrderBy(r => r.LastName).ThenBy(r => r.FirstName).ThenBy(r => r.Id);
        People = await inOrder.Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(Aborted);
        queue = await all.Queue.Select(r => r.Id).ToListAsync(Aborted);
    }

    /// <summary>Everybody the list shows, on all its pages. That somebody took the file along is noted.</summary>
    public async Task<IActionResult> OnPostExportAsync()
    {
        var all = Db.Registrations.AsNoTracking().For(Edition.Id);
        var found = (State is { } state ? all.Where(r => r.State == state) : all.Active).Matching(Search);
        var file = await AttendeesCsv.WriteAsync(found.OrderBy(r => r.LastName).ThenBy(r => r.FirstName).ThenBy(r => r.Id).AsAsyncEnumerable(), Edition, ShowsPresence, new(texts, form, places), Aborted);
        var (id, by, now) = (Edition.Id, User.AccountId, clock.GetUtcNow().UtcDateTime);
        await Db.WriteAsync(
            _ =>
            {
                Db.Log("ExportRegistrations", id, by, now);
                return Task.CompletedTask;
            },
            Aborted);
        return File(file, "text/csv; charset=utf-8", $"{Edition.Slug}-{texts["Csv.FileName"].Value}.csv");
    }

    public async Task<IActionResult> OnPostRenewLinkAsync(Guid person)
    {
        var mine = Db.Registrations.AsNoTracking().For(Edition.Id).Active.Known;
        if (await mine.SingleOrDefaultAsync(r => r.Id == person, Aborted) is not { } registration)
        {
            return NotFound();
        }

        await desk.RenewLinkAsync(person, User.AccountId, Aborted);
        TempData["Notice"] = texts["LinkRenewed", registration.Name].Value;
        return RedirectToPage(new { id = Edition.Id, q = Search, etat = State, p = Number });
    }
}
