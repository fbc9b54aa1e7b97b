using AngleSharp.Html.Dom;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Core.Territories;
using Hub.Tests.Support;
using Hub.Web.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

/// <summary>« Votre collectivité », with and without scripts.</summary>
public abstract class TerritoryChoiceTests(HubApp app)
{
    private readonly string email = $"{Guid.NewGuid():N}@mairie.example";

    [Theory]
    [InlineData("", "", null)]
    [InlineData("  ", "commune:56260", null)]
    [InlineData("Vannes", "", "commune:56260")]
    [InlineData("mairie de vannes", "", "commune:56260")]
    [InlineData("200 067 932", "", "epci:200067932")]
    [InlineData("Sainte-Colombe, commune, Charente-Maritime (17)", "", "commune:17319")]
    [InlineData("Sainte-Colombe, commune, Charente-Maritime (17)", "commune:17319", "commune:17319")]
    [InlineData("sainte-colombe", "commune:69189", "commune:69189")]
    [InlineData("sainte-colombe", "aucune", null)]
    [InlineData("Vannes", "commune:75056", "commune:56260")]
    public async Task What_is_certain_is_taken_at_once(string typed, string chosen, string? expected)
    {
        var (edition, browser) = await WorldAsync();

        using var answer = await SendAsync(browser, edition, typed, chosen);

        Assert.EndsWith("/inscription/recue", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(expected, (await ReadAsync(edition)).TerritoryCode);
    }

    [Fact]
    public async Task Where_several_may_be_meant_the_form_asks_which_and_keeps_everything()
    {
        var (edition, browser) = await WorldAsync();

        using var answer = await SendAsync(browser, edition, "sainte-colombe", "");
        using var page = await answer.ReadAsync();

        var choices = page.QuerySelectorAll("input[type=radio][name='Input.TerritoryCode']");
        Assert.Equal(8, choices.Length);
        Assert.Equal("aucune", choices[^1].GetAttribute("value"));
        Assert.DoesNotContain(choices, c => c.HasAttribute("checked"));
        Assert.Equal("sainte-colombe", page.QuerySelector("#Input_Territory")!.GetAttribute("value"));
        Assert.Equal(email, page.QuerySelector("#Input_Email")!.GetAttribute("value"));
        Assert.Equal(["#Input_TerritoryCode"], page.QuerySelectorAll("#errors a").Select(a => a.GetAttribute("href")));
        Assert.False(await app.ReadAsync(db => db.Registrations.For(edition.Id).AnyAsync()));
    }

    [Theory]
    [InlineData("nulle part", "")]
    [InlineData("nulle part", "commune:56260")]
    public async Task What_is_nowhere_is_said_beside_the_field_and_may_be_left_empty(string typed, string chosen)
    {
        var (edition, browser) = await WorldAsync();

        using var answer = await SendAsync(browser, edition, typed, chosen);
        using var page = await answer.ReadAsync();
        using var without = await SendAsync(browser, edition, "", "");

        Assert.Contains("nulle part", page.Words("#Input_Territory-error"), StringComparison.Ordinal);
        Assert.Equal("nulle part", page.QuerySelector("#Input_Territory")!.GetAttribute("value"));
        Assert.Null((await ReadAsync(edition)).TerritoryCode);
    }

    [Fact]
    public async Task The_personal_page_says_it_and_the_form_to_correct_begins_with_it()
    {
        var (edition, browser) = await WorldAsync();
        using var sent = await SendAsync(browser, edition, "56000", "");
        await app.DoAsync<Hub.Core.Data.HubDbContext>(db => db.Registrations.For(edition.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Sector, Sector.LocalAuthority)));
        var link = Assert.Single(await app.MailsToAsync(email)).Link();

        using var mine = await browser.ReadAsync(link);
        using var form = await browser.ReadAsync($"{link}/corriger");
        using var kept = await browser.PostAsync($"{link}/corriger", Answers(form));
        var after = await ReadAsync(edition);
        var answers = Answers(form);
        answers["Input.Territory"] = "Lorient";
        using var moved = await browser.PostAsync($"{link}/corriger", answers);

        Assert.Contains("Vannes, commune, Morbihan (56)", mine.Words(), StringComparison.Ordinal);
        Assert.Equal("Vannes, commune, Morbihan (56)", form.QuerySelector("#Input_Territory")!.GetAttribute("value"));
        Assert.Equal(("commune:56260", Sector.LocalAuthority), (after.TerritoryCode, after.Sector));
        Assert.Equal("commune:56121", (await ReadAsync(edition)).TerritoryCode);
    }

    [Fact]
    public async Task A_territory_that_is_no_more_stays_until_the_person_says_another()
    {
        var (edition, browser) = await WorldAsync();
        using var sent = await SendAsync(browser, edition, "Vannes", "");
        await app.DoAsync<Hub.Core.Data.HubDbContext>(db => db.Registrations.For(edition.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.TerritoryCode, "commune:56999")));
        var link = Assert.Single(await app.MailsToAsync(email)).Link();

        using var mine = await browser.ReadAsync(link);
        using var form = await browser.ReadAsync($"{link}/corriger");
        using var kept = await browser.PostAsync($"{link}/corriger", Answers(form));

        Assert.Equal(link, kept.Headers.Location?.ToString());
        Assert.Equal("commune:56999", (await ReadAsync(edition)).TerritoryCode);
    }

    [Fact]
    public void The_field_has_room_for_the_longest_suggestion() =>
        Assert.All(
            "aeiouy".SelectMany(letter => Gazetteer.France.Search($"{letter}", Gazetteer.France.Count)),
            t => Assert.True($"{t.Name}, établissement public territorial, {t.Within}".Length < TerritoryChoice.TextLength));

    private static Dictionary<string, string> Answers(IHtmlDocument form) =>
        form.QuerySelectorAll("main form input:not([type=checkbox], [type=radio]), main form textarea").Where(c => c.GetAttribute("name")!.StartsWith("Input.", StringComparison.Ordinal))
            .ToDictionary(c => c.GetAttribute("name")!, c => c.GetAttribute("value") ?? c.TextContent.Trim(), StringComparer.Ordinal);

    private Task<HttpResponseMessage> SendAsync(HttpClient browser, Edition edition, string typed, string chosen)
    {
        var answers = Form.Of(An.Attendee(email: email));
        (answers["Input.Territory"], answers["Input.TerritoryCode"]) = (typed, chosen);
        return browser.PostAsync($"/journees/{edition.Slug}/inscription", answers);
    }

    private async Task<(Edition Edition, HttpClient Browser)> WorldAsync()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        return (edition, app.Visitor());
    }

    private Task<Registration> ReadAsync(Edition edition) => app.ReadAsync(db => db.Registrations.AsNoTracking().For(edition.Id).SingleAsync());

    public sealed class OnSqlite(SqliteHub app) : TerritoryChoiceTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : TerritoryChoiceTests(app), IClassFixture<PostgreSqlHub>;
}
