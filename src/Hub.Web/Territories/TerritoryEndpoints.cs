using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Hub.Core.Territories;
using Hub.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Territories;

/// <summary>The search as programs use it, first of all the field « Votre collectivité ».</summary>
public static class TerritoryEndpoints
{
    private const int Most = 10;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    extension(IEndpointRouteBuilder routes)
    {
        public void MapTerritories() => routes.MapMethods("/territoires.json", Feed.ReadMethods, Find).AllowAnonymous();
    }

    private static IResult Find(string? texte, HttpContext http, IStringLocalizer<TerritoryTexts> texts, IStringLocalizer<PlaceTexts> names)
    {
        if (texte is { Length: > Gazetteer.TextLength })
        {
            return TypedResults.Text(texts["TooLong", "texte", Gazetteer.TextLength], "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
        }

        var found = Gazetteer.France.Search(texte, Most).Select(t => new FoundTerritory(t.Code, t.Name, names.KindOf(t), t.Within, t.Population, names.Describe(t)));
        return Feed.Open(http, JsonSerializer.SerializeToUtf8Bytes(new FoundTerritories([.. found]), Json), "application/json; charset=utf-8", "territoires.json", changedAt: null);
    }
}

/// <param name="Territories">Ten at the most, the best fit first.</param>
public sealed record FoundTerritories(IReadOnlyList<FoundTerritory> Territories);

/// <param name="Kind">In the language of the address.</param>
/// <param name="Population">Null when not known.</param>
/// <param name="Label">All that tells it from another.</param>
public sealed record FoundTerritory(string Code, string Name, string Kind, string? Within, int? Population, string Label);
