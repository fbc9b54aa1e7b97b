using System.Net;
using Hub.Core.Events;
using Hub.Core.Territories;
using Hub.Tests.Support;

namespace Hub.Tests.Territories;

public abstract class RegionPageTests(HubApp app) : IAsyncDisposable
{
    private readonly HttpClient visitor = app.Visitor();

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_list_has_every_region_and_how_many_days_each_has_ahead()
    {
        await PlantAsync("53", "53", "44");
        await app.SaveAsync(await PastAsync("53"));

        using var page = await visitor.ReadAsync("/regions");

        var rows = page.QuerySelectorAll("main tbody tr");
        Assert.Equal(18, rows.Length);
        string AheadOf(string name) => rows.Single(r => r.QuerySelector("th")!.TextContent == name).QuerySelector("td")!.TextContent;
        Assert.Equal(("2", "1", "aucune"), (AheadOf("Bretagne"), AheadOf("Grand Est"), AheadOf("Corse")));
        Assert.Equal(Region.All.Select(r => $"/regions/{r.Slug}"), rows.Select(r => r.QuerySelector("a")!.GetAttribute("href")));
    }

    [Fact]
    public async Task A_region_shows_its_days_ahead_and_past_and_no_draft_or_other_place()
    {
        var organisation = An.Organisation();
        await app.SaveAsync(
            organisation,
            An.Edition(organisation, facts: An.Facts("La prochaine")),
            An.Draft(organisation, facts: An.Facts("Le brouillon")),
            An.Edition(organisation, facts: An.Facts("Ailleurs") with { RegionCode = "44" }),
            await PastAsync("53", "La dernière"));

        using var page = await visitor.ReadAsync("/regions/bretagne");

        Assert.Equal("Journées numériques en Bretagne", page.Words("h1"));
        Assert.Equal(["La prochaine", "La dernière"], page.QuerySelectorAll("main .day h3").Select(h => h.TextContent));
        Assert.Contains("Ille-et-Vilaine (35)", page.Words("table"), StringComparison.Ordinal);
        Assert.Contains("via @etalab/decoupage-administratif 6.0.0", page.Words(), StringComparison.Ordinal);
        foreach (var address in (string[])["/agenda.ics?region=53", "/agenda?region=53"])
        {
            Assert.NotNull(page.QuerySelector($"main a[href='{address}']"));
            using var answer = await visitor.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_region_without_days_says_so_in_its_own_words()
    {
        using var french = await visitor.ReadAsync("/regions/la-reunion");
        using var english = await visitor.ReadAsync("/en/regions/grand-est");

        Assert.Contains("Aucune journée n’est prévue à La Réunion pour l’instant.", french.Words(), StringComparison.Ordinal);
        Assert.Equal("Digital days: Grand Est", english.Words("h1"));
        Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Past_days_come_in_pages()
    {
        for (var n = 0; n < 21; n++)
        {
            await app.SaveAsync(await PastAsync("53"));
        }

        using var first = await visitor.ReadAsync("/regions/bretagne");
        using var last = await visitor.ReadAsync("/regions/bretagne?page=2");
        using var nonsense = await visitor.ReadAsync("/regions/bretagne?page=beaucoup");

        Assert.Equal((20, 1, 20), (Days(first), Days(last), Days(nonsense)));
        Assert.NotNull(first.QuerySelector(".pagination"));

        static int Days(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll("main .day").Length;
    }

    [Theory]
    [InlineData("/regions/nulle-part")]
    [InlineData("/regions/53")]
    [InlineData("/regions/Bretagne%20")]
    public async Task What_is_no_region_is_not_there(string address)
    {
        using var answer = await visitor.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task PlantAsync(params string[] regions)
    {
        var organisation = An.Organisation();
        await app.SaveAsync([organisation, .. regions.Select(code => An.Edition(organisation, facts: An.Facts() with { RegionCode = code }))]);
    }

    private async Task<Edition> PastAsync(string region, string title = "Une journée passée")
    {
        var organisation = An.Organisation();
        await app.SaveAsync(organisation);
        return An.Edition(organisation, facts: An.Facts(title) with { RegionCode = region }, times: An.Times(new DateTime(2026, 5, 12, 9, 0, 0)));
    }
}

public sealed class RegionPageOnSqliteTests() : RegionPageTests(new SqliteHub());

public sealed class RegionPageOnPostgreSqlTests(PostgreSqlServer server) : RegionPageTests(new PostgreSqlHub(server));
