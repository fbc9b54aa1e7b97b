using Hub.Core.Data;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Registrations;

/// <summary>Names the people whose place is given back, and what follows, before it is done.</summary>
public sealed class CancelAttendeesModel(HubDbContext db, RegistrationDesk desk, TimeProvider clock, IStringLocalizer<RegistrationTexts> texts) : ManagedEditionPage(db)
{
    [BindProperty(SupportsGet = true, Name = "qui")]
    public IReadOnlyList<Guid> Chosen { get; set; } = [];

    /// <summary>Of those chosen, those of this day who still have a place or wait for one.</summary>
    public IReadOnlyList<Registration> People { get; private set; } = [];

    /// <summary>People who wait and may get one of the seats.</summary>
    public int Served { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        if (People.Count == 0)
        {
            TempData["Notice"] = texts["NobodyChosen"].Value;
            return Back();
        }

        var waiting = await Db.Registrations.For(Edition.Id).Queue.CountAsync(r => !Chosen.Contains(r.Id), Aborted);
        Served = Edition.ServesQueueAt(clock.GetUtcNow().UtcDateTime) ? Math.Min(waiting, People.Count(r => r.State is not RegistrationState.Waiting)) : 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Registrations.CountAsync(r => r.EditionId == Edition.Id && Chosen.Contains(r.Id), Aborted) != Chosen.Distinct().Count())
        {
            return NotFound();
        }

        await LoadAsync();

        // Nobody is offered a seat for the blink of an eye: those who wait go first.
        foreach (var person in People.OrderByDescending(p => p.State is RegistrationState.Waiting))
        {
            await desk.CancelAsync(person.Id, User.AccountId, Aborted);
        }

        TempData["Notice"] = texts[People.Count == 1 ? "CancelledOne" : "CancelledMany", People.Count].Value;
        return Back();
    }

    private async Task LoadAsync() =>
        People = await Db.Registrations.AsNoTracking().For(Edition.Id).Active.Known.Where(r => Chosen.Contains(r.Id))
            .OrderBy(r => r.LastName).ThenBy(r => r.FirstName).Take(AttendeesModel.PageSize).ToListAsync(Aborted);

    private RedirectToPageResult Back() => RedirectToPage("/Registrations/Attendees", new { id = Edition.Id });
}
