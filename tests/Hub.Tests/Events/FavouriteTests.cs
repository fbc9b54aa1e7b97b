using System.Net;
using AngleSharp.Html.Dom;
using Hub.Core.Events;
using Hub.Tests.Support;

namespace Hub.Tests.Events;

public abstract class FavouriteTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_form_keeps_a_choice_in_one_cookie_and_leaves_other_days_alone()
    {
        var (first, one) = await DayAsync();
        var (second, two) = await DayAsync();
        var browser = app.Visitor();
        await KeepAsync(browser, second, two[0]);

        using var answer = await KeepAsync(browser, first, one[1]);

        Assert.Equal($"/journees/{first.Slug}/favoris?garde=1", answer.Headers.Location!.ToString());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("favoris=", StringComparison.Ordinal));
        Assert.StartsWith($"favoris={two[0].Code}.{one[1].Code}; max-age=31536000; path=/; secure; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([one[1].Code], await TickedAsync(browser, first));
        await KeepAsync(browser, first);
        Assert.Empty(await TickedAsync(browser, first));
        Assert.Equal([two[0].Code], await TickedAsync(browser, second));
    }

    [Fact]
    public async Task What_is_no_session_of_the_day_is_not_kept()
    {
        var (edition, sessions) = await DayAsync();
        var (_, others) = await DayAsync();

        using var answer = await app.Visitor().PostAsync(
            Page(edition), new Dictionary<string, string> { ["Codes[0]"] = others[0].Code, ["Codes[1]"] = "<script>", ["Codes[2]"] = sessions[0].Code });

        Assert.Contains($"favoris={sessions[0].Code};", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_boxes_than_any_form_has_are_a_bad_request()
    {
        var (edition, _) = await DayAsync();
        using var browser = app.Visitor();
        var more = string.Join('&', Enumerable.Range(1000, 100).Select(n => $"Codes[{n}]=x"));

        using var answer = await browser.PostAsync(Page(edition), Enumerable.Range(0, 1000).ToDictionary(n => $"Codes[{n}]", _ => "x"), $"{Page(edition)}?{more}");

        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_of_the_day_is_the_same_for_everybody()
    {
        var (edition, sessions) = await DayAsync();
        var keen = app.Visitor();
        await KeepAsync(keen, edition, sessions[0]);

        foreach (var page in new[] { $"/journees/{edition.Slug}", $"/journees/{edition.Slug}/seances/{sessions[0].Code}" })
        {
            Assert.Equal(await app.Visitor().GetStringAsync(page, Ct), await keen.GetStringAsync(page, Ct));
        }
    }

    [Fact]
    public async Task A_link_brings_the_choice_to_another_device_and_adds_to_what_is_there()
    {
        var (edition, sessions) = await DayAsync();
        var phone = app.Visitor();
        await KeepAsync(phone, edition, sessions[0]);
        var desktop = app.Visitor();
        await KeepAsync(desktop, edition, sessions[1]);
        using var mine = await phone.ReadAsync(Page(edition));
        Assert.NotNull(mine.QuerySelector("#emporter svg"));
        var link = LinkOf(mine);

        using var brought = await desktop.ReadAsync(link);
        Assert.Equal([sessions[0].Title], brought.QuerySelectorAll(".talks a").Select(a => a.TextContent));
        using var answer = await desktop.PostAsync(link, new Dictionary<string, string>());

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(sessions.Take(2).Select(s => s.Code), await TickedAsync(desktop, edition));
    }

    [Fact]
    public async Task A_damaged_link_or_another_days_brings_nothing_and_says_so_kindly()
    {
        var (edition, sessions) = await DayAsync();
        var (other, _) = await DayAsync();
        var browser = app.Visitor();
        await KeepAsync(browser, edition, sessions[0]);
        using var mine = await browser.ReadAsync(Page(edition));
        var link = LinkOf(mine);
        var end = link[link.LastIndexOf('/')..];
        var changed = link[..^3] + (link[^3] == 'A' ? 'B' : 'A') + link[^2..];

        foreach (var wrong in new[] { changed, link[..^10], $"{Page(edition)}/x", Page(other) + end })
        {
            using var answer = await browser.GetAsync(wrong, Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            using var page = await answer.ReadAsync();
            Assert.Equal("Ce lien n’a pas pu être lu", page.Words("h1"));
            Assert.Empty(page.QuerySelectorAll("main form"));
            using var calendar = await browser.GetAsync($"{wrong}.ics", Ct);
            Assert.Equal(HttpStatusCode.NotFound, calendar.StatusCode);
        }
    }

    [Fact]
    public async Task The_same_link_is_a_calendar_of_the_choice()
    {
        var (edition, sessions) = await DayAsync();
        var browser = app.Visitor();
        await KeepAsync(browser, edition, sessions[0], sessions[2]);
        using var mine = await browser.ReadAsync(Page(edition));
        await app.PublishAsync(edition.Id, office => office.RemoveSessionAsync(edition.Id, sessions[2].Id, null, Ct));

        using var answer = await app.Visitor().GetAsync($"{LinkOf(mine)}.ics", Ct);

        Assert.True(answer.Headers.CacheControl!.Private);
        var feed = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal(["SUMMARY:Session 0", "SUMMARY:Annulée\u00A0: Session 2"], feed.Split("\r\n").Where(l => l.StartsWith("SUMMARY:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_process_on_the_same_database_reads_the_link()
    {
        var (edition, sessions) = await DayAsync();
        var browser = app.Visitor();
        await KeepAsync(browser, edition, sessions[0]);
        using var mine = await browser.ReadAsync(Page(edition));

        await using var node = await HubProcess.StartAsync(app.Folder, Ct, app.Settings);
        using var brought = await node.Visitor().ReadAsync(LinkOf(mine));

        Assert.Equal([sessions[0].Title], brought.QuerySelectorAll(".talks a").Select(a => a.TextContent));
    }

    private Task<(Edition Edition, Session[] Sessions)> DayAsync() =>
        app.PlantAsync([.. Enumerable.Range(0, 3).Select(n => (Func<Edition, Session>)(e => ADay.Session(e, $"Session {n}", n)))]);

    private static string Page(Edition edition) => $"/journees/{edition.Slug}/favoris";

    private static string LinkOf(IHtmlDocument page) => page.QuerySelector("#emporter a")!.GetAttribute("href")!;

    private static Task<HttpResponseMessage> KeepAsync(HttpClient browser, Edition edition, params Session[] sessions) =>
        browser.PostAsync(Page(edition), sessions.Select((s, n) => (s.Code, n)).ToDictionary(s => $"Codes[{s.n}]", s => s.Code));

    private static async Task<IEnumerable<string>> TickedAsync(HttpClient browser, Edition edition)
    {
        using var page = await browser.ReadAsync(Page(edition));
        return [.. page.QuerySelectorAll("input[name=Codes][checked]").Select(i => i.GetAttribute("value")!)];
    }

    public sealed class OnSqlite(SqliteHub app) : FavouriteTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : FavouriteTests(app), IClassFixture<PostgreSqlHub>;
}
