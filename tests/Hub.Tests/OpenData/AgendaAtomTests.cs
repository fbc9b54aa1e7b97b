using System.Globalization;
using System.Xml.Linq;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Registrations;
using Hub.Tests.Support;

namespace Hub.Tests.OpenData;

/// <summary>What RFC 4287 asks of a feed, and what a reader of news needs.</summary>
public abstract class AgendaAtomTests(HubApp app)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly Organisation organisation = An.Organisation();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task It_has_all_that_the_standard_asks_for(string language)
    {
        var edition = An.Edition(organisation, facts: An.Facts("Pain & vin\u0001 <ici>"));
        await app.SaveAsync(organisation, edition);
        var address = $"{language}/agenda.atom?organisation={organisation.Id}";

        using var answer = await app.Visitor().GetAsync(address, Ct);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).Root!;

        Assert.Equal("application/atom+xml; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal((Atom + "feed", language == "" ? "fr" : "en"), (feed.Name, feed.Attribute(XNamespace.Xml + "lang")!.Value));
        Assert.Equal($"https://hub.example{address}", Link(feed, "self"));
        Assert.Equal($"https://hub.example{language}/agenda?organisation={organisation.Id}", Link(feed, "alternate"));
        var entry = Assert.Single(feed.Elements(Atom + "entry"));
        foreach (var element in new[] { feed, entry })
        {
            Assert.True(Uri.TryCreate(Assert.Single(element.Elements(Atom + "id")).Value, UriKind.Absolute, out _));
            Assert.NotEmpty(Assert.Single(element.Elements(Atom + "title")).Value);
            Assert.NotEmpty(Assert.Single(element.Elements(Atom + "author")).Element(Atom + "name")!.Value);
            Assert.Equal(An.Now, Moment(Assert.Single(element.Elements(Atom + "updated"))));
        }

        Assert.Equal($"urn:uuid:{edition.Id}", entry.Element(Atom + "id")!.Value);
        Assert.Equal("Pain & vin <ici>", entry.Element(Atom + "title")!.Value);
        Assert.Equal($"https://hub.example{language}/journees/{edition.Slug}", Link(entry, "alternate"));
        Assert.Contains("Palais des congrès", entry.Element(Atom + "summary")!.Value, StringComparison.Ordinal);
        Assert.Contains("Licence Ouverte", feed.Element(Atom + "rights")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_last_comes_first_under_the_same_id()
    {
        var (first, second) = (An.Edition(organisation, facts: An.Facts("Première")), An.Edition(organisation, facts: An.Facts("Seconde")));
        await app.SaveAsync(organisation, first, second);
        var before = await ReadAsync();
        app.Clock.Now = An.Now.AddDays(1);

        await app.AskAsync<EditionChanges, EditionOutcome>(changes => changes.CancelAsync(second.Id, "Neige", null, Ct));

        var after = await ReadAsync();
        Assert.Equal(
            ["Annulée\u00a0: Seconde", "Première"], after.Elements(Atom + "entry").Select(e => e.Element(Atom + "title")!.Value));
        Assert.Contains("Neige", after.Element(Atom + "entry")!.Element(Atom + "summary")!.Value, StringComparison.Ordinal);
        Assert.Equal((An.Now, An.Now.AddDays(1)), (Moment(before.Element(Atom + "updated")!), Moment(after.Element(Atom + "updated")!)));
        Assert.Equal(Ids(before), Ids(after));
    }

    [Fact]
    public async Task Without_days_it_is_still_a_feed()
    {
        await app.SaveAsync(organisation);

        var feed = await ReadAsync();

        Assert.Empty(feed.Elements(Atom + "entry"));
        Assert.NotNull(feed.Element(Atom + "updated"));
    }

    private async Task<XElement> ReadAsync() => XDocument.Parse(await app.Visitor().GetStringAsync($"/agenda.atom?organisation={organisation.Id}", Ct)).Root!;

    private static IEnumerable<string> Ids(XElement feed) => feed.DescendantsAndSelf().Elements(Atom + "id").Select(i => i.Value).Order(StringComparer.Ordinal);

    private static string Link(XElement element, string relation) =>
        element.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == relation).Attribute("href")!.Value;

    private static DateTime Moment(XElement updated) => DateTime.Parse(updated.Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    public sealed class OnSqlite(SqliteHub app) : AgendaAtomTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : AgendaAtomTests(app), IClassFixture<PostgreSqlHub>;
}
