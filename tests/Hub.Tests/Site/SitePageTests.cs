using System.Net;
using System.Xml.Linq;
using Hub.Core.Accounts;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Site;
using Hub.Tests.Events;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Site;

public abstract class SitePageTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/aide", "Je ne trouve plus mon billet")]
    [InlineData("/en/aide", "I cannot find my ticket")]
    [InlineData("/mentions-legales", "n’a pas encore été complétée")]
    [InlineData("/en/donnees-personnelles", "thirty days after the day")]
    [InlineData("/donnees-personnelles", "par l’organisation de la journée et par l’équipe qui administre ce Hub")]
    [InlineData("/donnees-personnelles", "sont effacés automatiquement douze mois")]
    [InlineData("/donnees-personnelles", "Quand vous cédez votre place")]
    [InlineData("/en/donnees-personnelles", "are erased automatically twelve months")]
    [InlineData("/en/cookies", "a copy of the page of your ticket")]
    [InlineData("/accessibilite", "non conforme")]
    [InlineData("/en/cookies", "hub-formulaire")]
    public async Task Pages_about_the_hub_come_with_words(string address, string words)
    {
        using var page = await app.Visitor().ReadAsync(address);

        Assert.Contains(words, page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("'", page.Words(), StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("main a[href^='/']"), a => Assert.Equal(address.StartsWith("/en", StringComparison.Ordinal), a.GetAttribute("href")!.StartsWith("/en/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_administrator_writes_a_page_and_takes_it_back()
    {
        var (administrator, _) = await AdministratorAsync();
        const string Page = "/administration/pages/mentions-legales/fr";

        using var saved = await administrator.PostAsync(Page, new Dictionary<string, string> { ["Text"] = "Éditrice : la ville d'exemple.\n\n<b>gras</b>", ["Version"] = "0" });

        Assert.Equal("/administration/pages", saved.Headers.Location?.ToString());
        using var page = await app.Visitor().ReadAsync("/mentions-legales");
        Assert.Contains("Éditrice\u00A0: la ville d’exemple.", page.Words(), StringComparison.Ordinal);
        Assert.Contains("<b>gras</b>", page.Words(), StringComparison.Ordinal);
        using var english = await app.Visitor().ReadAsync("/en/mentions-legales");
        Assert.Contains("has not completed this page", english.Words(), StringComparison.Ordinal);

        using var restored = await administrator.PostAsync(Page, new Dictionary<string, string> { ["Text"] = "x", ["Version"] = "1" }, $"{Page}?handler=Restore");
        using var again = await app.Visitor().ReadAsync("/mentions-legales");
        Assert.Contains("n’a pas encore été complétée", again.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_administrator_never_overwrites_the_first_unseen()
    {
        var (administrator, _) = await AdministratorAsync();
        const string Page = "/administration/pages/cookies/fr";
        using var first = await administrator.PostAsync(Page, new Dictionary<string, string> { ["Text"] = "First", ["Version"] = "0" });

        using var second = await administrator.PostAsync(Page, new Dictionary<string, string> { ["Text"] = "Second", ["Version"] = "0" });

        using var answer = await second.ReadAsync();
        Assert.Contains("Une autre personne a modifié cette page", answer.Words(), StringComparison.Ordinal);
        Assert.Contains("Second", answer.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("First", await app.ReadAsync(db => db.SiteTexts.Where(t => t.Name == "cookies" && t.Language == "fr").Select(t => t.Text).SingleAsync(Token)));
    }

    [Theory]
    [InlineData("/administration/pages")]
    [InlineData("/administration/pages/aide/fr")]
    [InlineData("/administration/pages/aide/de")]
    [InlineData("/administration/pages/autre/fr")]
    public async Task The_editor_of_pages_is_not_there_for_organisers(string address)
    {
        var organisation = An.Organisation();
        await app.SaveAsync(organisation);
        using var organiser = await app.OrganiserAsync(organisation);

        using var answer = await organiser.GetAsync(address, Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Machines_find_their_way()
    {
        var (organisation, draft) = (An.Organisation(), An.Draft(An.Organisation()));
        var edition = An.Edition(organisation);
        var (session, lunch) = (ADay.Session(edition, "Débat", 1), ADay.Session(edition, "Déjeuner", 2, kind: SessionKind.Lunch));
        await app.SaveAsync(organisation, edition, session, lunch);
        using var visitor = app.Visitor();

        var map = XDocument.Parse(await visitor.GetStringAsync("/sitemap.xml", Token));
        var places = map.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value).ToList();
        Assert.Contains($"https://hub.example/journees/{edition.Slug}", places);
        Assert.Contains($"https://hub.example/en/journees/{edition.Slug}", places);
        Assert.Contains($"https://hub.example/en/journees/{edition.Slug}/seances/{session.Code}", places);
        Assert.DoesNotContain(places, p => p.Contains(lunch.Code, StringComparison.Ordinal));
        Assert.DoesNotContain(places, p => p.Contains(draft.Slug, StringComparison.Ordinal));
        Assert.Contains("Sitemap: https://hub.example/sitemap.xml", await visitor.GetStringAsync("/robots.txt", Token), StringComparison.Ordinal);
        var security = await visitor.GetStringAsync("/.well-known/security.txt", Token);
        Assert.Contains("Contact: https://hub.example/contact\nExpires: 2027-02-04T00:00:00Z\n", security, StringComparison.Ordinal);
    }

    protected async Task<(HttpClient Browser, Account Account)> AdministratorAsync()
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@hub.example");
        await app.DoAsync<HubDbContext>(db => db.Users.Where(u => u.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.IsAdministrator, true), Token));
        return (await app.SignInAsync(account.Email!), account);
    }

    public sealed class OnSqlite(SqliteHub app) : SitePageTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : SitePageTests(app), IClassFixture<PostgreSqlHub>;
}
