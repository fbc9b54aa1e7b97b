using Hub.Core.Events;
using Hub.Tests.Support;

namespace Hub.Tests.Events;

/// <summary>Where people and programs find the feeds.</summary>
public sealed class SubscribePagesTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "24\u00a0heures")]
    [InlineData("/en", "24 hours")]
    public async Task The_agenda_leads_to_its_feeds_in_its_language(string language, string delay)
    {
        using var page = await app.Visitor().ReadAsync($"{language}/agenda");

        Assert.Equal(
            [$"{language}/agenda.ics", $"{language}/agenda.atom", $"{language}/agenda.json"],
            page.QuerySelectorAll("head link[rel=alternate][type]").Select(l => l.GetAttribute("href")));
        var block = page.QuerySelector("section[aria-labelledby=ab]")!;
        var links = block.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(
            [$"webcal://hub.example{language}/agenda.ics", $"{language}/agenda.ics", $"{language}/agenda.ics", $"{language}/agenda.atom", $"{language}/agenda.json"], links);
        Assert.Contains($"https://hub.example{language}/agenda.ics", block.TextContent, StringComparison.Ordinal);
        Assert.Contains(delay, block.TextContent, StringComparison.Ordinal);
        Assert.All(await Task.WhenAll(links.Skip(1).Select(l => app.Visitor().GetAsync(l, Ct))), a => Assert.True(a.IsSuccessStatusCode));
    }

    [Fact]
    public async Task A_day_can_be_followed_and_its_programme_once_there_is_one()
    {
        var organisation = An.Organisation();
        var (bare, full) = (An.Edition(organisation), An.Edition(organisation));
        Session session = new(full.Id) { Title = "Ouverture" };
        session.Place(full.LocalStart, 30, full.TimeZone);
        await app.SaveAsync(organisation, bare, full, session);

        using var without = await app.Visitor().ReadAsync($"/journees/{bare.Slug}");
        using var with = await app.Visitor().ReadAsync($"/journees/{full.Slug}");

        Assert.Equal([$"webcal://hub.example/journees/{bare.Slug}.ics", $"/journees/{bare.Slug}.ics"], Links(without));
        Assert.Equal(
            [
                $"webcal://hub.example/journees/{full.Slug}.ics", $"webcal://hub.example/journees/{full.Slug}/programme.ics",
                $"/journees/{full.Slug}.ics", $"/journees/{full.Slug}/programme.ics",
                $"/journees/{full.Slug}/schedule.json", $"/journees/{full.Slug}/schedule.xml", $"/journees/{full.Slug}/schedule.xcal", $"/journees/{full.Slug}/programme.csv",
                $"/journees/{full.Slug}/programme/versions",
            ],
            Links(with));
        var alternates = with.QuerySelectorAll("head link[rel=alternate][type]").ToDictionary(l => l.GetAttribute("href")!, l => l.GetAttribute("type")!);
        Assert.Equal("text/calendar", alternates[$"/journees/{full.Slug}/programme.ics"]);
        foreach (var (format, type) in alternates.Where(a => !a.Key.EndsWith(".ics", StringComparison.Ordinal)))
        {
            using var answer = await app.Visitor().GetAsync(format, Ct);
            Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        }

        Assert.Equal(6, alternates.Count);
    }

    private static IEnumerable<string> Links(AngleSharp.Dom.IParentNode page) =>
        page.QuerySelectorAll("section[aria-labelledby=ab] a").Select(a => a.GetAttribute("href")!);
}
