using System.ComponentModel.DataAnnotations;
using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Begins a new day as a copy of this one.</summary>
public sealed class DuplicateModel(HubDbContext db, EditionCopies copies, IStringLocalizer<EventTexts> texts) : ManagedEditionPage(db)
{
    [BindProperty]
    public DuplicateInput Input { get; set; } = new();

    public void OnGet() => Input = new() { Title = Edition.Title };

    public async Task<IActionResult> OnPostAsync()
    {
        LineReader lines = new(ModelState, texts, nameof(Input));
        var title = lines.Line(nameof(Input.Title), Input.Title, EditionFacts.LineLength, isRequired: true);
        var start = new WallTimeReader(ModelState, texts, Edition.TimeZone).Read(Input.Start, $"{nameof(Input)}.{nameof(Input.Start)}", isRequired: true);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        // As long as its model, as clocks show it.
        var end = start!.Wall + (Edition.LocalEnd - Edition.LocalStart);
        EditionTimes times = new(Edition.TimeZone, start.Wall, end, start.Instant, WallClock.Resolve(end, Edition.TimeZone).Latest);
        var copy = await copies.DuplicateAsync(Edition.Id, title!, times, User.AccountId, Aborted);
        TempData["Notice"] = texts["Duplicated"].Value;
        return RedirectToPage("/Events/Manage", new { id = copy.Id });
    }
}

public sealed class DuplicateInput
{
    [Display(Name = "Field.Title")]
    public string? Title { get; set; }

    public WallTimeInput Start { get; set; } = new();
}
