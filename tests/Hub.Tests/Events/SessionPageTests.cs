using System.Net;
using Hub.Core.Events;
using Hub.Tests.Support;

namespace Hub.Tests.Events;

public abstract class SessionPageTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_says_what_it_is_and_what_else_there_is()
    {
        var (edition, day) = await app.PlantAsync(
            e =>
            {
                Room iroise = new(e.Id, "Iroise", 200, 0), ouessant = new(e.Id, "Ouessant", 40, 1);
                return (Iroise: iroise, Ouessant: ouessant, Sessions: new[]
                {
                    ADay.Session(e, "Ouverture", 0, kind: SessionKind.Opening),
                    ADay.Session(e, "Pause café", 1, kind: SessionKind.Break),
                    ADay.Session(e, "Partager ses données", 2, iroise, SessionKind.Workshop, "Ada Exemple, directrice\nBob Modèle"),
                    ADay.Session(e, "Cartographier", 2.5, ouessant),
                    ADay.Session(e, "Clôture", 4, kind: SessionKind.Closing),
                });
            },
            d => [d.Iroise, d.Ouessant, .. d.Sessions]);
        var shown = day.Sessions[2];

        using var page = await app.Visitor().ReadAsync(Address(edition, shown));

        var hero = page.Words(".hero").Replace('\u00A0', ' ');
        Assert.Contains("Atelier Partager ses données", hero, StringComparison.Ordinal);
        Assert.Contains("jeudi 18 mars 2027", hero, StringComparison.Ordinal);
        Assert.Contains("11 h – 12 h, heure de Paris", hero, StringComparison.Ordinal);
        Assert.Contains("Iroise, Palais des congrès", hero, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='{Address(edition, shown)}.ics']"));
        Assert.Equal(["Ada Exemple", "Bob Modèle"], page.QuerySelectorAll(".person b").Select(b => b.TextContent));
        Assert.Equal("Cartographier", page.QuerySelector(".talks a")!.TextContent);
        Assert.Equal(Address(edition, day.Sessions[0]), page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal(Address(edition, day.Sessions[3]), page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_code_that_is_nobodys_is_not_found()
    {
        var (edition, _) = await app.PlantAsync(e => ADay.Session(e, "Ouverture", 0));

        using var answer = await app.Visitor().GetAsync($"/journees/{edition.Slug}/seances/bbbbbb", Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_session_that_left_the_programme_says_so()
    {
        var (edition, sessions) = await app.PlantAsync(e => ADay.Session(e, "Partager ses données", 0));
        await app.PublishAsync(edition.Id, office => office.RemoveSessionAsync(edition.Id, sessions[0].Id, null, Ct));

        using var answer = await app.Visitor().GetAsync(Address(edition, sessions[0]), Ct);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        using var page = await answer.ReadAsync();
        Assert.Equal("Cette session a été retirée du programme", page.Words("h1"));
        Assert.Contains("Partager ses données", page.Words(".lede"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/journees/{edition.Slug}#programme']"));
        Assert.Null(page.QuerySelector("link[rel=canonical], script[type='application/ld+json']"));
    }

    [Fact]
    public async Task A_drafts_session_opens_with_the_drafts_link_alone_and_passes_it_on()
    {
        var (draft, session) = await app.PlantAsync(e => ADay.Session(e, "Ouverture", 0, speakers: "Ada Exemple"), s => [s], o => An.Draft(o));

        foreach (var page in new[] { Address(draft, session), $"/journees/{draft.Slug}/interventions" })
        {
            using var refused = await app.Visitor().GetAsync(page, Ct);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
            using var answer = await app.Visitor().GetAsync($"{page}?apercu={draft.PreviewToken}", Ct);
            Assert.True(answer.Headers.CacheControl?.NoStore);
            using var shown = await answer.ReadAsync();
            Assert.NotNull(shown.QuerySelector($"main a[href$='?apercu={draft.PreviewToken}']"));
            Assert.Null(shown.QuerySelector("main a[href$='.ics'], [data-code], link[rel=canonical], script[type='application/ld+json']"));
        }

        using var favourites = await app.Visitor().GetAsync($"/journees/{draft.Slug}/favoris?apercu={draft.PreviewToken}", Ct);
        Assert.Equal(HttpStatusCode.NotFound, favourites.StatusCode);
    }

    [Fact]
    public async Task English_pages_show_English_words_and_mark_French_ones()
    {
        var (edition, sessions) = await app.PlantAsync(
            e => Worded(ADay.Session(e, "Partager ses données", 0), "Sharing data", "In *short*."), e => ADay.Session(e, "Cartographier", 1));

        using var english = await app.Visitor().ReadAsync("/en" + Address(edition, sessions[0]));
        using var french = await app.Visitor().ReadAsync("/en" + Address(edition, sessions[1]));

        Assert.Equal("Sharing data", english.Words("h1"));
        Assert.Equal("short", english.QuerySelector(".prose:not([lang]) em")!.TextContent);
        Assert.Equal("Cartographier", french.QuerySelector("h1 [lang=fr]")!.TextContent);
        Assert.Equal($"/en{Address(edition, sessions[0])}", french.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Everybody_who_speaks_stands_once_by_the_last_word_of_the_name()
    {
        var (edition, sessions) = await app.PlantAsync(
            e => ADay.Session(e, "Un", 0, speakers: "Zoé Abélard\nAda Exemple"), e => ADay.Session(e, "Deux", 1, speakers: "Ada Exemple, directrice\nBob Écluse"));

        using var page = await app.Visitor().ReadAsync($"/journees/{edition.Slug}/interventions");

        Assert.Equal(["Zoé Abélard", "Bob Écluse", "Ada Exemple"], page.QuerySelectorAll(".people h2").Select(h => h.TextContent));
        var ada = page.QuerySelectorAll(".person")[2];
        Assert.Equal(("AE", "directrice"), (ada.QuerySelector(".avatar")!.TextContent, ada.QuerySelector("p")!.TextContent));
        Assert.Equal(sessions.Select(s => Address(edition, s)), ada.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!));
    }

    private static string Address(Edition edition, Session session) => $"/journees/{edition.Slug}/seances/{session.Code}";

    private static Session Worded(Session session, string title, string about)
    {
        (session.EnglishTitle, session.EnglishAbstract) = (title, about);
        return session;
    }

    public sealed class OnSqlite(SqliteHub app) : SessionPageTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : SessionPageTests(app), IClassFixture<PostgreSqlHub>;
}
