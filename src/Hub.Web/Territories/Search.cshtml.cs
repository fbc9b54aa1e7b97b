using Hub.Core.Territories;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Territories;

[AllowAnonymous, EnableRateLimiting(RateLimitNames.Search)]
public sealed class SearchModel(IStringLocalizer<TerritoryTexts> texts) : PageModel
{
    private const int Most = 50;

    [BindProperty(SupportsGet = true, Name = "texte")]
    public string Text { get; set; } = "";

    public IReadOnlyList<Territory> Found { get; private set; } = [];

    /// <summary>Others fit as well, and are not shown.</summary>
    public bool HasMore { get; private set; }

    public void OnGet()
    {
        // An empty answer arrives as null.
        Text = (Text ?? "").Trim();
        Text = Text.Length > Gazetteer.TextLength ? Text[..Gazetteer.TextLength] : Text;
        var found = Gazetteer.France.Search(Text, Most + 1);
        (Found, HasMore) = ([.. found.Take(Most)], found.Count > Most);
    }

    /// <summary>The codes that people and administrations know it by.</summary>
    public string CodesOf(Territory territory) => territory.Kind switch
    {
        TerritoryKind.IntermunicipalBody or TerritoryKind.TerritorialPublicBody => texts["Siren", territory.Id],
        TerritoryKind.Municipality when Gazetteer.France.FindMunicipality(territory.Id) is { } municipality => string.Join(", ", CodesOf(municipality)),
        _ => texts["Insee", territory.Id],
    };

    /// <summary>A municipality lies in its intermunicipal body as well.</summary>
    public string? Within(Territory territory) =>
        territory.Kind is TerritoryKind.Municipality && Gazetteer.France.FindMunicipality(territory.Id)?.IntermunicipalSiren is { } siren
            ? $"{territory.Within}, {Gazetteer.France.FindIntermunicipal(siren)?.Name}"
            : territory.Within;

    private IEnumerable<string> CodesOf(Municipality municipality)
    {
        yield return texts["Insee", municipality.Code];
        if (municipality.Siren is { } siren)
        {
            yield return texts["Siren", siren];
        }

        if (municipality.PostalCodes is [var only])
        {
            yield return texts["PostalCode", only];
        }
        else if (municipality.PostalCodes.Count > 1)
        {
            yield return texts["PostalCodes", municipality.PostalCodes.Min(StringComparer.Ordinal)!, municipality.PostalCodes.Max(StringComparer.Ordinal)!];
        }
    }
}
