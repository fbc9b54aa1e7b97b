using System.ComponentModel.DataAnnotations;
using Hub.Core.Data;
using Hub.Core.Site;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Site;

/// <summary>Lets an administrator write the words of a page, or let the hub's own stand again.</summary>
public sealed class EditPageModel(HubDbContext db, SiteEditor editor, IStringLocalizer<SiteTexts> texts) : AdministratorPage(db)
{
    public string Name => RouteData.Values["name"] as string ?? "";

    public string Language => RouteData.Values["language"] as string ?? "";

    [BindProperty, Display(Name = "Text"), Required, StringLength(SiteText.TextLength)]
    public string? Text { get; set; }

    /// <summary>The version this form began with; 0 when the hub's own words stood.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>A colleague saved while this form was open.</summary>
    public bool IsStale { get; private set; }

    public bool IsOwn => Version > 0;

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (SitePage.Exists(Name, Language))
        {
            return base.OnPageHandlerExecutionAsync(context, next);
        }

        context.Result = NotFound();
        return Task.CompletedTask;
    }

    public async Task OnGetAsync()
    {
        var own = await OwnAsync();
        (Text, Version) = (own?.Text ?? SitePage.Default(Name, Language), own?.Version ?? 0);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await editor.WriteAsync(Name, Language, Version, Text!.ReplaceLineEndings("\n").Trim(), User.AccountId, Aborted))
        {
            return Leave("PageSaved");
        }

        (IsStale, Version) = (true, (await OwnAsync())?.Version ?? 0);
        ModelState.Remove(nameof(Version));
        return Page();
    }

    public async Task<IActionResult> OnPostRestoreAsync()
    {
        await editor.RestoreAsync(Name, Language, User.AccountId, Aborted);
        return Leave("PageRestored");
    }

    private Task<SiteText?> OwnAsync() => Db.SiteTexts.AsNoTracking().SingleOrDefaultAsync(t => t.Name == Name && t.Language == Language, Aborted);

    private RedirectToPageResult Leave(string notice)
    {
        TempData["Notice"] = texts[notice].Value;
        return RedirectToPage("/Site/Pages");
    }
}
