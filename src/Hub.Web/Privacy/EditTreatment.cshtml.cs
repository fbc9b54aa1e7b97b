using Hub.Core.Data;
using Hub.Core.Privacy;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Hub.Web.Privacy;

/// <summary>Lets an administrator write a row of the register, or let the hub's own words stand again.</summary>
public sealed class EditTreatmentModel(HubDbContext db, TreatmentOffice office, IOptions<RetentionOptions> periods, IStringLocalizer<PrivacyTexts> texts) : AdministratorPage(db)
{
    public string Code => RouteData.Values["code"] as string ?? "";

    public string Language => RouteData.Values["language"] as string ?? "";

    [BindProperty]
    public TreatmentInput Input { get; set; } = new();

    /// <summary>The version this form began with; 0 when the hub's own words stood.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>A colleague saved while this form was open.</summary>
    public bool IsStale { get; private set; }

    public bool IsOwn => Version > 0;

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (TreatmentWords.Exists(Code, Language))
        {
            return base.OnPageHandlerExecutionAsync(context, next);
        }

        context.Result = NotFound();
        return Task.CompletedTask;
    }

    public async Task OnGetAsync()
    {
        var own = await OwnAsync();
        (Input, Version) = (TreatmentInput.Of(own?.Facts ?? TreatmentWords.Default(Code, Language, periods.Value)), own?.Version ?? 0);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await office.WriteAsync(Code, Language, Version, Input.ToFacts(), User.AccountId, Aborted))
        {
            return Leave("TreatmentSaved");
        }

        (IsStale, Version) = (true, (await OwnAsync())?.Version ?? 0);
        ModelState.Remove(nameof(Version));
        return Page();
    }

    public async Task<IActionResult> OnPostRestoreAsync()
    {
        await office.RestoreAsync(Code, Language, User.AccountId, Aborted);
        return Leave("TreatmentRestored");
    }

    private Task<Treatment?> OwnAsync() => Db.Treatments.AsNoTracking().SingleOrDefaultAsync(t => t.Code == Code && t.Language == Language, Aborted);

    private RedirectToPageResult Leave(string notice)
    {
        TempData["Notice"] = texts[notice].Value;
        return RedirectToPage("/Privacy/Treatments");
    }
}
