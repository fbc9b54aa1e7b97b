using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Says what another number of seats would do before anybody decides on it.</summary>
public sealed class CapacityModel(HubDbContext db, EditionChanges changes, TimeProvider clock, IStringLocalizer<EventTexts> texts) : ManagedEditionPage(db)
{
    /// <summary>As typed.</summary>
    [BindProperty(SupportsGet = true, Name = "places"), Display(Name = "Field.Capacity")]
    public string? Places { get; set; }

    public int Waiting { get; private set; }

    /// <summary>Null as long as no possible number was given.</summary>
    public CapacityChange? Change { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Edition.State is EditionState.Cancelled)
        {
            return RedirectToPage("/Events/Manage", new { id = Edition.Id });
        }

        Waiting = await Db.Registrations.For(Edition.Id).CountAsync(r => r.State == RegistrationState.Waiting, Aborted);
        if (Places is not null && Read() is var capacity and > 0)
        {
            CapacityChange change = new(Edition, capacity, Waiting, clock.GetUtcNow().UtcDateTime);
            Change = change.IsRefused || capacity == Edition.Capacity ? null : change;
            if (change.IsRefused)
            {
                ModelState.AddModelError("places", texts["CapacityTaken", Spoken.Number(Edition.SeatsTaken)]);
            }
        }

        Places ??= Edition.Capacity.ToString(CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Read() is var capacity and > 0)
        {
            var (outcome, offers) = await changes.ResizeAsync(Edition.Id, capacity, User.AccountId, Aborted);
            if (outcome is EditionOutcome.Done)
            {
                TempData["Notice"] = texts[offers switch { 0 => "CapacityDone", 1 => "CapacityDoneOne", _ => "CapacityDoneMany" }, Spoken.Number(capacity), Spoken.Number(offers)].Value;
                return RedirectToPage("/Events/Manage", new { id = Edition.Id });
            }
        }

        // Asked again with what is true now, which says why it could not be.
        return RedirectToPage(new { id = Edition.Id, places = Places });
    }

    private int Read() => new LineReader(ModelState, texts, "").Number("places", Places, 1, EditionReader.MaxCapacity);
}
