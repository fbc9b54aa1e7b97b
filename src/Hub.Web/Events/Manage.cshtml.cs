using Hub.Core.Audit;
using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Hub.Web.Events;

public sealed class ManageModel(
    HubDbContext db, EditionOffice office, TimeProvider clock, IOptions<HubOptions> hub, IStringLocalizer<EventTexts> texts) : ManagedEditionPage(db)
{
    private const int AuditLines = 20;

    public EditionPhase Phase => Edition.PhaseAt(Now);

    public bool CanOpen => Phase is EditionPhase.Announced or EditionPhase.RegistrationClosed;

    public bool CanClose => Phase is EditionPhase.Announced or EditionPhase.RegistrationOpen;

    public bool CanPostpone => Edition.CanPostpone(Now);

    public bool CanCancel => Edition.CanCancel(Now);

    public int Confirmed { get; private set; }

    public int Offered { get; private set; }

    public int Waiting { get; private set; }

    public IReadOnlyList<EditionDeed> History { get; private set; } = [];

    /// <summary>Opens a draft to colleagues.</summary>
    public Uri PreviewLink => new(hub.Value.PublicOrigin, $"/journees/{Edition.Slug}?apercu={Edition.PreviewToken}");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync()
    {
        var people = Db.Registrations.For(Edition.Id);
        Confirmed = await people.CountAsync(r => r.State == RegistrationState.Confirmed, Aborted);
        Offered = await people.CountAsync(r => r.State == RegistrationState.Offered, Aborted);
        Waiting = await people.CountAsync(r => r.State == RegistrationState.Waiting, Aborted);
        var accounts = Db.Users;
        var lines = from entry in Db.Audit
                    where entry.SubjectId == Edition.Id
                    orderby entry.At descending, entry.Id descending
                    let who = accounts.Where(u => u.Id == entry.AccountId).Select(u => u.Email).FirstOrDefault()
                    select new { entry.At, entry.Command, entry.Details, Who = who };
        History = [.. (await lines.Take(AuditLines).ToListAsync(Aborted)).Select(l =>
            new EditionDeed(WallClock.ToWall(l.At, Edition.TimeZone), l.Who, l.Command, l.Details))];
    }

    public Task<IActionResult> OnPostAnnounceAsync() => CommandAsync(office.AnnounceAsync, "Announced");

    public Task<IActionResult> OnPostOpenAsync() => CommandAsync(office.OpenRegistrationAsync, "Opened");

    public Task<IActionResult> OnPostCloseAsync() => CommandAsync(office.CloseRegistrationAsync, "Closed");

    private async Task<IActionResult> CommandAsync(Func<Guid, Guid?, CancellationToken, Task<EditionOutcome>> command, string done)
    {
        var outcome = await command(Edition.Id, User.AccountId, Aborted);
        TempData["Notice"] = texts[outcome is EditionOutcome.Done ? done : "Refused"].Value;
        return RedirectToPage(new { id = Edition.Id });
    }
}

/// <param name="At">Wall time of the day's zone.</param>
/// <param name="Who">Address of the account; null for the hub itself.</param>
public sealed record EditionDeed(DateTime At, string? Who, string Command, string? Details);
