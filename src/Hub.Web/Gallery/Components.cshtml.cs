using Hub.Core.Territories;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Gallery;

/// <summary>Every block of the design system in every state, for eyes and for automatic checks.</summary>
[AllowAnonymous, DevelopmentOnly, PrivatePage]
public sealed class ComponentsModel(IStringLocalizer<GalleryTexts> texts) : PageModel
{
    public static readonly IReadOnlyList<string> Tones = ["pastel", "garance", "gaude", "reseda", "orseille", "noyer"];

    public ComponentsSample Sample { get; } = new();

    public Region Chosen { get; } = Region.All[2];

    /// <summary>Each shade of the map once.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; } = Region.All.Index().ToDictionary(r => r.Item.Code, r => r.Index % 4, StringComparer.Ordinal);

    public IReadOnlyList<SelectListItem> Items => [.. Enumerable.Range(1, 3).Select(n => new SelectListItem(texts["Answer", n], $"{n}"))];

    public IReadOnlyList<Step> Steps => [new(texts["StepWorkshops"], "#etapes"), new(texts["StepYou"]), new(texts["StepMeetings"]), new(texts["StepCheck"])];

    public IReadOnlyList<string> Axes => texts["Axes"].Value.Split(';');

    public IReadOnlyList<RadarShape> Shapes => [new("Bretagne", [3.6m, 2.7m, 3.1m, 2.4m, 3.5m, 2.9m]), new("France", [3m, 2.9m, 2.5m, 2.6m, 2.8m, 2.5m])];

    public static string AddressOf(Region region) => $"?region={region.Code}#map";

    public void OnGet()
    {
        ModelState.AddModelError("Sample.Wrong", texts["FieldError"]);
        ModelState.SetModelValue("Sample.Wrong", "prenom.nom@", "prenom.nom@");
    }
}

/// <summary>A field of each kind.</summary>
public sealed class ComponentsSample
{
    public string? Plain { get; set; }

    public string? Optional { get; set; }

    public string? Wrong { get; set; }

    public string? Lengthy { get; set; }

    public string? One { get; set; }

    public string? Radio { get; set; } = "2";

    public IReadOnlyList<string> Several { get; set; } = ["1", "3"];

    public bool Agreed { get; set; }
}
