using System.ComponentModel.DataAnnotations;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Adds a theme, or words one anew.</summary>
public sealed class EditThemeModel(HubDbContext db, ThemeOffice office, IStringLocalizer<EventTexts> texts) : AdministratorPage(db)
{
    /// <summary>In the place of a code; no theme is called so.</summary>
    public const string New = "nouvelle";

    [BindProperty]
    public ThemeInput Input { get; set; } = new();

    public bool IsNew => Code == New;

    private string Code => RouteData.Values["code"] as string ?? "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (IsNew)
        {
            return Page();
        }

        if (await Db.Themes.AsNoTracking().SingleOrDefaultAsync(t => t.Code == Code, Aborted) is not { } theme)
        {
            return NotFound();
        }

        Input = new() { Name = theme.Name, EnglishName = theme.EnglishName, Tone = theme.Tone, IsRetired = theme.IsRetired };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        LineReader lines = new(ModelState, texts, nameof(Input));
        var name = lines.Line(nameof(Input.Name), Input.Name, Theme.NameLength, isRequired: true);
        var englishName = lines.Line(nameof(Input.EnglishName), Input.EnglishName, Theme.NameLength, isRequired: true);
        if (!Enum.IsDefined(Input.Tone))
        {
            lines.Refuse(nameof(Input.Tone), texts["ChooseOne"]);
        }

        if (ModelState.IsValid && await office.IsTakenAsync(name!, englishName!, IsNew ? null : Code, Aborted))
        {
            lines.Refuse(nameof(Input.Name), texts["ThemeTaken"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        ThemeWords words = new(name!, englishName!, Input.Tone);
        if (IsNew)
        {
            await office.AddAsync(words, User.AccountId, Aborted);
        }
        else if (!await office.ReviseAsync(Code, words, Input.IsRetired, User.AccountId, Aborted))
        {
            return NotFound();
        }

        TempData["Notice"] = texts["ThemeSaved"].Value;
        return RedirectToPage("/Events/Themes");
    }
}

public sealed class ThemeInput
{
    [Display(Name = "Field.Name")]
    public string? Name { get; set; }

    [Display(Name = "Field.EnglishName")]
    public string? EnglishName { get; set; }

    [Display(Name = "Field.Tone")]
    public Tone Tone { get; set; }

    [Display(Name = "Field.IsRetired")]
    public bool IsRetired { get; set; }
}
