using System.Net;
using System.Text.RegularExpressions;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Tests.Events;
using Hub.Tests.Pitches;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Structure;

/// <summary>
/// Who may come in where: every address that asks for a sign-in, by every kind of account. An address nobody has decided
/// about fails here; what is hidden answers as what is missing does.
/// </summary>
public sealed partial class DoorTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    /// <summary>Anybody who has signed in, for themselves.</summary>
    private static readonly string[] Own =
        ["organisation", "organisation/equipe", "organisation/journal", "compte", "compte/adresse", "compte/application", "compte/changer-mot-de-passe", "compte/donnees", "compte/donnees/effacer", "connexion/preuve"];

    /// <summary>Whoever organises for some organisation.</summary>
    private static readonly string[] Organisers = ["organisation/journees/nouvelle"];

    /// <summary>Whoever writes the programmes of the day's organisation.</summary>
    private static readonly string[] Programme =
    [
        "organisation/journees/{id:guid}/programme", "organisation/journees/{id:guid}/programme/session/{session:guid?}",
        "organisation/journees/{id:guid}/programme/session/{session:guid}/retirer", "organisation/journees/{id:guid}/programme/affiches", "organisation/journees/{id:guid}/programme/badges",
        "organisation/journees/{id:guid}/programme/publier", "organisation/journees/{id:guid}/programme/versions",
        "organisation/journees/{id:guid}/programme/personnes", "organisation/journees/{id:guid}/programme/passages/{session:guid}", "organisation/journees/{id:guid}/programme/passages/{session:guid}/vote",
        "organisation/journees/{id:guid}/programme/salles", "organisation/journees/{id:guid}/programme/session/{session:guid}/documents",
        "organisation/journees/{id:guid}/programme/importer", "organisation/journees/{id:guid}/programme/export.zip",
    ];

    /// <summary>Organisers of the day's organisation.</summary>
    private static readonly string[] Day =
    [
        .. Programme,
        "organisation/journees/{id:guid}/appels", "organisation/journees/{id:guid}/appels/preparer/{call:guid?}", "organisation/journees/{id:guid}/appels/{call:guid}",
        "organisation/journees/{id:guid}/appels/{call:guid}/propositions/{proposal:guid}", "organisation/journees/{id:guid}/appels/{call:guid}/propositions.zip", "organisation/journees/{id:guid}/appels/{call:guid}/comite", "organisation/journees/{id:guid}/appels/{call:guid}/decisions",
        "organisation/journees/{id:guid}", "organisation/journees/{id:guid}/accueil", "organisation/journees/{id:guid}/annuler", "organisation/journees/{id:guid}/dupliquer",
        "organisation/journees/{id:guid}/inscriptions", "organisation/journees/{id:guid}/inscriptions/annuler", "organisation/journees/{id:guid}/modifier",
        "organisation/journees/{id:guid}/places", "organisation/journees/{id:guid}/reglages", "organisation/journees/{id:guid}/reporter", "organisation/journees/{id:guid}/supprimer",
    ];

    private static readonly string[] Administration =
    [
        "administration/comptes", "administration/comptes/{id:guid}", "administration/courriels", "administration/organisations", "administration/organisations/{goes:guid}/fusion/{stays:guid}",
        "administration/pages", "administration/pages/{name}/{language}", "administration/registre", "administration/registre/{code}/{language}", "administration/themes", "administration/themes/{code}",
    ];

    /// <summary>Answers scripts of its page, to a POST alone.</summary>
    private static readonly string[] Scripts = ["compte/cles/options"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_address_has_its_door() => Assert.Equal(
        PublicPagesTests.RoutesOf(app).Except(PublicPagesTests.Public).Order(StringComparer.Ordinal),
        Own.Concat(Organisers).Concat(Day).Concat(Administration).Concat(Scripts).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Each_door_opens_to_those_it_is_for_and_is_not_there_for_others()
    {
        var (here, elsewhere) = (An.Organisation(), An.Organisation());
        var edition = An.Edition(here);
        var session = ADay.Session(edition, "Ouverture", 0);
        await app.SaveAsync(here, elsewhere, edition, session);
        var call = await ACall.OnAsync(app, here, edition);
        await call.ProposeAsync(app, "awa@rance.example");
        var proposal = await call.ApplicationAsync(app);
        var somebody = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        var addresses = Own.Concat(Organisers).Concat(Day).Concat(Administration).ToDictionary(
            route => route,
            route => "/" + Slot().Replace(route, m => m.Groups["name"].Value switch
            {
                "id" when route.StartsWith("administration/comptes", StringComparison.Ordinal) => $"{somebody.Id}",
                "id" => $"{edition.Id}",
                "session" => $"{session.Id}",
                "call" => $"{call.Call.Id}",
                "proposal" => $"{proposal.Id}",
                "goes" => $"{here.Id}",
                "stays" => $"{elsewhere.Id}",
                "name" => "aide",
                "language" => "fr",
                "code" when route.Contains("registre", StringComparison.Ordinal) => "comptes",
                _ => Theme.Data,
            }));
        (string Who, HttpClient Browser, string[] Open)[] people =
        [
            ("somebody without a grant", await SignInAsync(), Own),
            ("an organiser of another organisation", await SignInAsync(elsewhere), [.. Own, .. Organisers]),
            ("an editor of this one", await SignInAsync(here, OrganisationRole.Editor), [.. Own, .. Programme]),
            ("an organiser of this one", await SignInAsync(here), [.. Own, .. Organisers, .. Day]),
            ("an administrator", await AdministratorAsync(), [.. Own, .. Organisers, .. Day, .. Administration]),
        ];

        List<string> wrong = [];
        foreach (var (who, browser, open) in people)
        {
            foreach (var (route, address) in addresses)
            {
                using var shown = await browser.GetAsync(address, Token);
                var isOpen = shown.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect;
                if (isOpen != open.Contains(route))
                {
                    wrong.Add($"GET {address} answers {(int)shown.StatusCode} to {who}");
                }

                if (!open.Contains(route))
                {
                    using var sent = await browser.SendFormAsync("/compte/adresse", [], address);
                    wrong.AddRange(sent.StatusCode is HttpStatusCode.NotFound ? [] : [$"POST {address} answers {(int)sent.StatusCode} to {who}"]);
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_day_of_others_answers_as_a_day_that_never_was()
    {
        var (here, elsewhere) = (An.Organisation(), An.Organisation());
        var edition = An.Edition(here);
        await app.SaveAsync(here, elsewhere, edition);
        using var stranger = await SignInAsync(elsewhere);

        foreach (var page in new[] { "", "/modifier", "/inscriptions", "/accueil", "/reglages" })
        {
            var hidden = await stranger.GetAsync($"/organisation/journees/{edition.Id}{page}", Token);
            var missing = await stranger.GetAsync($"/organisation/journees/{Guid.NewGuid()}{page}", Token);
            Assert.Equal(await WordsAsync(missing), await WordsAsync(hidden));
        }
    }

    private static async Task<string> WordsAsync(HttpResponseMessage answer)
    {
        var headers = string.Join('\n', answer.Headers.Where(h => h.Key is not "Set-Cookie" and not "Content-Security-Policy").Select(h => $"{h.Key}: {string.Join(',', h.Value)}"));
        var body = Secret().Replace(await answer.Content.ReadAsStringAsync(Token), "");
        return $"{answer.StatusCode}\n{headers}\n{Id().Replace(body, "")}";
    }

    private async Task<HttpClient> SignInAsync(Organisation? organisation = null, OrganisationRole role = OrganisationRole.Organiser)
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        if (organisation is not null)
        {
            await app.SaveAsync(new OrganiserGrant(organisation.Id, account.Id, An.Now) { Role = role });
        }

        return await app.SignInAsync(account.Email!);
    }

    private async Task<HttpClient> AdministratorAsync()
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@hub.example");
        await app.DoAsync<HubDbContext>(db => db.Users.Where(u => u.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.IsAdministrator, true), Token));
        return await app.SignInAsync(account.Email!);
    }

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Slot();

    /// <summary>A form's token is new in every answer.</summary>
    [GeneratedRegex(@"value=""CfDJ8[^""]*""")]
    private static partial Regex Secret();

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();
}
