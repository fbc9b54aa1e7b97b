using System.Net;
using System.Text.Json;
using Hub.Core.Territories;
using Hub.Tests.Support;

namespace Hub.Tests.Territories;

/// <summary>The search as people and programs see it. It asks no database.</summary>
public sealed class TerritorySearchTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_begins_with_a_form_and_finds_without_scripts()
    {
        using var visitor = app.Visitor();
        using var empty = await visitor.ReadAsync("/territoires");
        using var page = await visitor.ReadAsync("/territoires?texte=vannes");

        Assert.Equal("get", empty.QuerySelector("main form")!.GetAttribute("method"));
        Assert.Empty(empty.QuerySelectorAll(".places li"));
        var first = page.QuerySelector(".places li")!.TextContent;
        Assert.Contains("Vannes", first, StringComparison.Ordinal);
        Assert.Contains("Golfe du Morbihan", first, StringComparison.Ordinal);
        Assert.Contains("code postal 56000", first, StringComparison.Ordinal);
        Assert.Equal("vannes", page.QuerySelector("#texte")!.GetAttribute("value"));
        Assert.Contains("Licence Ouverte", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_is_cut_and_says_so_and_nothing_found_says_what_to_do()
    {
        using var visitor = app.Visitor();
        using var many = await visitor.ReadAsync("/territoires?texte=saint");
        using var none = await visitor.ReadAsync("/territoires?texte=%3Cb%3Exyz");
        using var dead = await visitor.ReadAsync("/territoires?texte=55039");
        using var english = await visitor.ReadAsync("/en/territoires?texte=vannes");
        using var endless = await visitor.ReadAsync($"/territoires?texte={new string('a', 5000)}");

        Assert.Equal(50, many.QuerySelectorAll(".places li").Length);
        Assert.Contains("Les 50 premiers territoires", many.Words(), StringComparison.Ordinal);
        Assert.Contains("« <b>xyz »", none.Words(".empty").Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.NotNull(none.QuerySelector(".empty a[href='/territoires']"));
        Assert.Contains("aucun habitant", dead.Words(), StringComparison.Ordinal);
        Assert.Contains("municipality", english.Words(), StringComparison.Ordinal);
        Assert.NotNull(endless.QuerySelector(".empty"));
    }

    [Fact]
    public async Task Programs_get_ten_at_the_most_with_all_that_tells_them_apart()
    {
        using var visitor = app.Visitor();
        using var answer = await visitor.GetAsync("/territoires.json?texte=sainte-colombe", Token);

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl is { Public: true, MaxAge.TotalSeconds: > 0 });
        Assert.NotNull(answer.Headers.ETag);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));
        var found = json.RootElement.GetProperty("territories").EnumerateArray().ToList();
        Assert.Equal(10, found.Count);
        Assert.Equal(10, found.Select(t => t.GetProperty("label").GetString()).Distinct().Count());
        Assert.Equal("Sainte-Colombe, commune, Rhône (69)", found[0].GetProperty("label").GetString());
        Assert.Equal("commune:69189", found[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/territoires.json", 0)]
    [InlineData("/territoires.json?texte=", 0)]
    [InlineData("/territoires.json?texte=zzzz", 0)]
    [InlineData("/territoires.json?texte=%EF%BF%BE%00", 0)]
    [InlineData("/en/territoires.json?texte=vannes%2056000", 1)]
    public async Task What_finds_nothing_is_an_empty_list(string address, int count)
    {
        using var visitor = app.Visitor();
        using var json = JsonDocument.Parse(await visitor.GetStringAsync(address, Token));

        Assert.Equal(count, json.RootElement.GetProperty("territories").GetArrayLength());
    }

    [Fact]
    public async Task Too_long_a_text_is_refused_in_words()
    {
        using var visitor = app.Visitor();
        using var just = await visitor.GetAsync($"/territoires.json?texte={new string('a', Gazetteer.TextLength)}", Token);
        using var french = await visitor.GetAsync($"/territoires.json?texte={new string('a', Gazetteer.TextLength + 1)}", Token);
        using var english = await visitor.GetAsync($"/en/territoires.json?texte={new string('a', 5000)}", Token);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (just.StatusCode, french.StatusCode, english.StatusCode));
        Assert.Equal("Le paramètre texte compte plus de 100 caractères.", await french.Content.ReadAsStringAsync(Token));
        Assert.Equal("The parameter texte has more than 100 characters.", await english.Content.ReadAsStringAsync(Token));
    }
}
