using Hub.Core.Territories;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Registrations;

/// <summary>Understands what somebody typed for their local authority; where more than one may be meant, asks which.</summary>
public sealed class TerritoryChoice(IStringLocalizer<PublicRegistrationTexts> texts, IStringLocalizer<PlaceTexts> names)
{
    /// <summary>Room for the longest name with all that tells it from others.</summary>
    public const int TextLength = 300;

    private const string NoneOfThese = "aucune";

    private const int MostOffered = 7;

    /// <summary>Empty when there is nothing to ask.</summary>
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <returns>What the field shows for a code that was stored; the code itself where no such territory is left.</returns>
    public string? Say(string? code) => Gazetteer.France.Find(code) is { } territory ? names.Describe(territory) : code;

    /// <summary>Leaves in the form the code of the one territory that is meant, or none, or an error.</summary>
    /// <param name="known">What is stored already, which need not exist any more.</param>
    public void Read(AttendeeInput input, ModelStateDictionary state, string? known = null)
    {
        var typed = input.Territory?.Trim() ?? "";
        var chosen = input.TerritoryCode;
        input.TerritoryCode = null;
        state.Remove("Input.TerritoryCode");
        if (typed.Length is 0 or > TextLength || chosen == NoneOfThese)
        {
            return;
        }

        var match = Match(typed);
        if (chosen is not null && (typed == Say(chosen) ? chosen == known || Gazetteer.France.Find(chosen) is not null : match.Candidates.Any(c => c.Code == chosen)))
        {
            input.TerritoryCode = chosen;
        }
        else if (match.Certain is { } certain)
        {
            input.TerritoryCode = certain.Code;
        }
        else if (match.Candidates.Count == 0)
        {
            state.AddModelError("Input.Territory", texts["TerritoryUnknown", typed]);
        }
        else
        {
            Choices = [.. match.Candidates.Select(c => new SelectListItem(names.Describe(c), c.Code)), new(texts["TerritoryNoneOfThese"], NoneOfThese)];
            state.AddModelError("Input.TerritoryCode", texts["TerritorySeveral"]);
        }
    }

    /// <summary>Suggestions are typed back whole: « Vannes, commune, Morbihan (56) » means « Vannes 56 ».</summary>
    private static TerritoryMatch Match(string typed)
    {
        var match = Gazetteer.France.Match(typed, MostOffered);
        var (comma, bracket) = (typed.IndexOf(',', StringComparison.Ordinal), typed.LastIndexOf('('));
        return match.Candidates.Count > 0 || comma < 0 ? match : Gazetteer.France.Match($"{typed[..comma]} {(bracket > comma ? typed[bracket..] : "")}", MostOffered);
    }
}
