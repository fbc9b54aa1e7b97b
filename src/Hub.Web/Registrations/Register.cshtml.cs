using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Registrations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Registrations;

[AllowAnonymous]
public sealed class RegisterModel(HubDbContext db, RegistrationDesk desk, TerritoryChoice territory, TimeProvider clock) : PageModel
{
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    public TerritoryChoice Territory => territory;

    public Edition Edition { get; private set; } = null!;

    public EditionPhase Phase { get; private set; }

    public bool IsFullForGood => Edition.IsFullForGoodAt(clock.GetUtcNow().UtcDateTime);

    public string Organisation { get; private set; } = "";

    /// <summary>The person reads their answers through before they send them.</summary>
    public bool IsChecking { get; private set; }

    /// <summary>What was typed, for the next step to carry: by the names of the form.</summary>
    public IEnumerable<(string Name, string Value)> Answers =>
        from answer in Request.Form
        where answer.Key.StartsWith($"{nameof(Input)}.", StringComparison.Ordinal)
        from value in answer.Value
        where !string.IsNullOrEmpty(value)
        select (answer.Key, answer.Key == "Input.TerritoryCode" ? Input.TerritoryCode ?? "" : value);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await LoadAsync(slug, ct) ? Page() : NotFound();

    /// <summary>From the first step to the second, or back to what is wrong.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string slug, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct))
        {
            return NotFound();
        }

        territory.Read(Input, ModelState);
        IsChecking = ModelState.IsValid;
        return Page();
    }

    /// <summary>Back to the first step, with everything as it was typed.</summary>
    public async Task<IActionResult> OnPostEditAsync(string slug, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct))
        {
            return NotFound();
        }

        // What is wrong is said when the person goes on, not when they come back.
        foreach (var field in ModelState.Values)
        {
            field.Errors.Clear();
            field.ValidationState = Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Valid;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct))
        {
            return NotFound();
        }

        territory.Read(Input, ModelState);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var language = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        switch (await desk.RegisterAsync(Edition.Id, Input.ToAttendee(Input.Email!), language, ct))
        {
            case RegisterOutcome.Closed or RegisterOutcome.Full:
                await LoadAsync(slug, ct);
                return Page();

            case RegisterOutcome.AlreadyRegistered when IsFullForGood:
                return Page();

            // An address that is already registered gets the answer a new one would get, so that nobody learns who comes.
            case RegisterOutcome.AlreadyRegistered when await WouldWaitAsync(ct):
            case RegisterOutcome.WaitListed:
                return RedirectToPage("/Registrations/Received", new { slug, list = "attente" });

            default:
                return RedirectToPage("/Registrations/Received", new { slug });
        }
    }

    /// <summary>Whether somebody who registers now has to wait.</summary>
    private async Task<bool> WouldWaitAsync(CancellationToken ct) => Edition.IsFull
        || (clock.GetUtcNow().UtcDateTime < Edition.QueueEndsAt && await db.Registrations.For(Edition.Id).Queue.AnyAsync(ct));

    private async Task<bool> LoadAsync(string slug, CancellationToken ct)
    {
        var edition = await db.Editions.AsNoTracking().Public.SingleOrDefaultAsync(e => e.Slug == slug, ct);
        if (edition is null)
        {
            return false;
        }

        (Edition, Phase) = (edition, edition.PhaseAt(clock.GetUtcNow().UtcDateTime));
        Organisation = await db.Organisations.Where(o => o.Id == edition.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        return true;
    }
}
