using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Tests.Support;

namespace Hub.Tests.Events;

/// <summary>What a visitor sees of the agenda under a filter, as a list, a month or a map.</summary>
public abstract class AgendaViewsTests(HubApp app) : IAsyncLifetime
{
    private static readonly string[] ToCome = ["Bretagne", "Rennes", "Brest", "Réunion"];

    private readonly Organisation organisation = An.Organisation();

    public async ValueTask InitializeAsync() => await app.SaveAsync(
        organisation,
        Day("Bretagne", "53", Theme.Data, "2027-03-18"),
        Day("Rennes", "53", Theme.Inclusion, "2027-03-18"),
        Day("Brest", "53", Theme.Data, "2027-04-02"),
        Day("Réunion", "04", Theme.Data, "2027-05-04", EditionFormat.Remote),
        Day("Ouest", "53", Theme.Data, "2026-11-12"),
        Day("Est", "44", Theme.Inclusion, "2026-10-01"));

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Each_option_says_how_many_days_it_would_leave_the_other_filters_being_what_they_are()
    {
        using var page = await ReadAsync("/agenda?region=53&theme=data");

        Assert.Equal(["Bretagne", "Brest"], Titles(page));
        Assert.Equal("2 journées, de mars à avril 2027", page.Words("[role=status]"));
        Assert.Equal(("Bretagne (2)", "La Réunion (1)", "Corse (0)"), (Option(page, "region", "53"), Option(page, "region", "04"), Option(page, "region", "94")));
        Assert.Equal(("Données et souveraineté (2)", "Inclusion numérique (1)"), (Option(page, "theme", "data"), Option(page, "theme", "inclusion")));
        Assert.Equal(("Sur place (2)", "À distance (0)"), (Option(page, "format", "on-site"), Option(page, "format", "remote")));
        Assert.Equal(("mars 2027 (1)", "avril 2027 (1)", "Ce mois-ci (0)"), (Option(page, "periode", "2027-03"), Option(page, "periode", "2027-04"), Option(page, "periode", "ce-mois-ci")));
        Assert.Equal(["53", "data"], page.QuerySelectorAll(".filters option[selected]").Select(o => o.GetAttribute("value")));
    }

    [Fact]
    public async Task Feeds_and_archive_keep_the_filter()
    {
        using var page = await ReadAsync("/agenda?region=53&theme=data&texte=ouest");
        using var archive = await ReadAsync(page.QuerySelector("a.btn[href*=passees]")!.GetAttribute("href")!);

        Assert.All(page.QuerySelectorAll("head link[type][rel=alternate], #abonnement a"), a => Assert.EndsWith($"?region=53&theme=data&organisation={organisation.Id}&texte=ouest", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal(["Ouest"], Titles(archive));
        Assert.Equal("1", archive.QuerySelector(".filters input[name=passees]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_archive_begins_with_the_last_day_and_is_asked_by_years()
    {
        using var page = await ReadAsync("/agenda?passees=1");

        Assert.Equal(["Ouest", "Est"], Titles(page));
        Assert.Equal("2026 (2)", Option(page, "periode", "2026"));
    }

    [Theory]
    [InlineData("region=99", "region")]
    [InlineData("theme=jardinage", "theme")]
    [InlineData("periode=2027-13&region=53", "periode")]
    [InlineData("vue=nuage", "vue")]
    public async Task A_value_nobody_understands_is_named_and_all_days_are_shown(string query, string parameter)
    {
        using var page = await ReadAsync($"/agenda?{query}");

        Assert.Contains($"«\u00A0{parameter}\u00A0»", page.Words(".notice"), StringComparison.Ordinal);
        Assert.Empty(ToCome.Except(Titles(page)));
    }

    [Theory]
    [InlineData("/agenda?region=94", "Aucune journée prévue en Corse pour l’instant.")]
    [InlineData("/agenda?region=52", "Aucune journée prévue dans les Pays de la Loire pour l’instant.")]
    [InlineData("/agenda?region=06&passees=1", "Aucune journée n’a encore eu lieu à Mayotte.")]
    [InlineData("/agenda?region=53&format=remote", "Aucune journée ne répond à ces filtres pour l’instant.")]
    [InlineData("/en/agenda?region=94", "No day planned in Corse for now.")]
    public async Task Where_there_is_none_the_page_says_so_and_shows_the_way_out(string address, string words)
    {
        using var page = await app.Visitor().ReadAsync(address);

        Assert.Equal(words, page.QuerySelector(".empty p")!.TextContent);
        using var all = await app.Visitor().ReadAsync(page.QuerySelector(".empty a")!.GetAttribute("href")!);
        Assert.NotEmpty(all.QuerySelectorAll(".day"));
    }

    [Fact]
    public async Task A_month_is_a_table_of_weeks()
    {
        using var page = await ReadAsync("/agenda?vue=mois");

        Assert.Equal("Journées en mars 2027", page.QuerySelector("table.cal caption")!.TextContent);
        Assert.Equal(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"], page.QuerySelectorAll(".cal thead th[scope=col]").Select(h => h.TextContent));
        Assert.Equal(["lundi 1er", "mardi 2", "mercredi 3"], page.QuerySelectorAll(".cal tbody tr")[0].QuerySelectorAll("time").Take(3).Select(t => t.TextContent));
        Assert.All(page.QuerySelectorAll(".cal tbody tr"), row => Assert.Equal(7, row.Children.Length));
        Assert.Equal(["Bretagne", "Rennes"], page.QuerySelector(".cal td:has(time[datetime='2027-03-18'])")!.QuerySelectorAll("a").Select(a => a.TextContent).Order(StringComparer.Ordinal));
        var after = page.QuerySelector("a[rel~=next]")!;
        using var april = await app.Visitor().ReadAsync(after.GetAttribute("href")!);
        Assert.Equal("avril 2027", after.TextContent.Trim());
        Assert.Equal(["Brest"], april.QuerySelectorAll(".cal td a").Select(a => a.TextContent));
        Assert.Equal("mars 2027", april.QuerySelector("a[rel~=prev]")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_past_month_can_be_leafed_back_to()
    {
        using var page = await ReadAsync("/agenda?vue=mois&periode=2026-11&region=53");

        Assert.Equal(["Ouest"], page.QuerySelectorAll(".cal td a").Select(a => a.TextContent));
        Assert.Equal("1 journée, en novembre 2026", page.Words("[role=status]"));
        Assert.DoesNotContain(page.QuerySelectorAll("#abonnement a"), a => a.GetAttribute("href")!.Contains("periode", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_map_leads_to_each_region_and_a_table_says_the_same()
    {
        using var page = await ReadAsync("/agenda?vue=carte&theme=data");

        Assert.Equal("BRE 2, Bretagne\u00A0: 2 journées", page.QuerySelector(".hexmap a[href*='region=53'][href*='vue=carte'][href*='theme=data']")!.GetAttribute("aria-label"));
        Assert.Equal([["Bretagne", "2", "jeudi 18\u00A0mars 2027"], ["La Réunion", "1", "mardi 4\u00A0mai 2027"]], page.QuerySelectorAll("main tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray()));
    }

    [Fact]
    public async Task The_home_map_marks_the_region_and_the_facts_count_everything()
    {
        using var page = await app.Visitor().ReadAsync($"/?region=04&organisation={organisation.Id}");

        Assert.StartsWith("REU 1", page.QuerySelector(".hexmap [aria-current=true]")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(["Réunion"], Titles(page));
        Assert.Equal("Réunion", page.QuerySelector(".next h2")!.TextContent.Trim());
        Assert.True(int.Parse(page.QuerySelector(".facts dd")!.TextContent, System.Globalization.CultureInfo.InvariantCulture) >= 4);
    }

    private static Edition Day(Organisation organisation, string title, string region, string theme, string date, EditionFormat format) => An.Edition(
        organisation, facts: An.Facts(title, format) with { RegionCode = region, ThemeCode = theme }, times: An.Times(DateTime.Parse($"{date} 09:00", System.Globalization.CultureInfo.InvariantCulture)));

    private Edition Day(string title, string region, string theme, string date, EditionFormat format = EditionFormat.OnSite) => Day(organisation, title, region, theme, date, format);

    /// <summary>What others have in the same database is none of a test's business.</summary>
    private Task<AngleSharp.Html.Dom.IHtmlDocument> ReadAsync(string address) =>
        app.Visitor().ReadAsync(address.Contains("organisation=", StringComparison.Ordinal) ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}organisation={organisation.Id}");

    private static IEnumerable<string> Titles(AngleSharp.Dom.IParentNode page) => page.QuerySelectorAll(".day h4").Select(h => h.TextContent.Trim());

    private static string Option(AngleSharp.Dom.IParentNode page, string field, string value) => page.QuerySelector($"select[name={field}] option[value='{value}']")!.TextContent.Trim();

    public sealed class OnSqlite(SqliteHub app) : AgendaViewsTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : AgendaViewsTests(app), IClassFixture<PostgreSqlHub>;
}
