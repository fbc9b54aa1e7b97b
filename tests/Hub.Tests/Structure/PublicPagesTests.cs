using System.Net;
using System.Text.RegularExpressions;
using Hub.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Structure;

/// <summary>Asks every address of the hub as a stranger: what opens without sign-in stands in a list somebody has read.</summary>
public sealed partial class PublicPagesTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    /// <summary>What the static files of a build that is not published add for themselves.</summary>
    private const string StaticFile = "{**path:file}";

    internal static readonly string[] Public =
    [
        "", "agenda", "agenda.ics", "agenda.json", "agenda.atom", "journees/{slug}", "journees/{slug}.ics",
        "journees/{slug}/programme.ics", "journees/{slug}/seances/{code}.ics", "journees/{slug}/programme.csv", "journees/{slug}/programme.atom", "journees/{slug}/programme/versions", "journees/{slug}/schedule.json", "journees/{slug}/schedule.xml", "journees/{slug}/schedule.xcal", "inscriptions/{secret}/agenda.ics",
        "journees/{slug}/seances/{code}", "journees/{slug}/seances/{code}/ecran", "journees/{slug}/seances/{code}/vote", "journees/{slug}/seances/{code}/passages/{turn:guid}", "vote", "journees/{slug}/interventions", "journees/{slug}/image/{hash}", "journees/{slug}/photo/{hash}", "journees/{slug}/documents/{file:guid}", "intervenir/{secret}", "intervenir/{secret}/agenda.ics", "journees/{slug}/appels/{call}", "proposer/{secret}", "proposer/{secret}/documents", "comite/{secret}", "comite/{secret}/comparer", "comite/{secret}/{proposal:guid}",
        "journees/{slug}/favoris/{link?}", "journees/{slug}/favoris/{link}.ics",
        "journees/{slug}/inscription", "journees/{slug}/inscription/recue",
        "inscriptions/retrouver", "mon-espace/{secret}", "mon-espace/{secret}/donnees", "mon-espace/{secret}/effacer", "inscriptions/{token}", "inscriptions/{token}/annuler", "inscriptions/{token}/corriger", "inscriptions/{token}/rappel", "inscriptions/{token}/ceder", "accueil/{secret}",
        "{name:regex(^(aide|mentions-legales|donnees-personnelles|accessibilite|cookies)$)}", "contact", "plan-du-site", "recherche",
        "regions", "regions/{slug}", "territoires", "territoires.json",
        "robots.txt", "sitemap.xml", ".well-known/security.txt",
        "connexion", "connexion/code", "connexion/options", "deconnexion", "compte/mot-de-passe", "compte/oubli", "compte/adresse/confirmer", "apparence", "erreur/{code:int}", "healthz", "readyz",

        // Whatever is not there.
        "{*path}",

        // Exist in development only.
        "dev/composants", "dev/courriels", "dev/courriels/{id:guid}/{handler?}",
    ];

    [Fact]
    public async Task Every_address_outside_the_list_asks_a_stranger_to_sign_in()
    {
        using var stranger = app.Visitor();
        List<string> open = [];
        foreach (var routes in EndpointsOf(app).GroupBy(RouteOf))
        {
            var address = "/" + Slot().Replace(routes.Key, m => m.Value.Contains("guid", StringComparison.Ordinal) ? $"{Guid.NewGuid()}" : m.Value.Contains("int", StringComparison.Ordinal) ? "404" : "x");
            foreach (var method in routes.SelectMany(MethodsOf).Distinct())
            {
                if (!await IsClosedAsync(stranger, new(method), address) && !open.Contains(routes.Key))
                {
                    open.Add(routes.Key);
                }
            }
        }

        Assert.Equal(Public.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
    }

    /// <summary>Every address the hub answers at, but for files.</summary>
    internal static IEnumerable<string> RoutesOf(HubApp app) => EndpointsOf(app).Select(RouteOf).Distinct(StringComparer.Ordinal);

    private static IEnumerable<RouteEndpoint> EndpointsOf(HubApp app) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText != StaticFile);

    private static string RouteOf(RouteEndpoint endpoint) => (endpoint.RoutePattern.RawText ?? "").TrimStart('/');

    /// <summary>A page answers to both.</summary>
    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Where(m => m is "GET" or "POST") ?? ["GET", "POST"];

    private static async Task<bool> IsClosedAsync(HttpClient stranger, HttpMethod method, string address)
    {
        using HttpRequestMessage request = new(method, address);
        using var answer = await stranger.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode is HttpStatusCode.Unauthorized || (answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/connexion?ReturnUrl=", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Slot();
}
