using System.Net;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Tests.Support;

namespace Hub.Tests.Events;

public abstract class DayPageTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_opened_by_its_link_alone_and_kept_by_no_cache()
    {
        var draft = await EditionAsync(announced: false);
        var browser = app.Visitor();
        foreach (var wrong in new[] { "", "?apercu=", $"?apercu={Tokens.New()}" })
        {
            using var refused = await browser.GetAsync($"/journees/{draft.Slug}{wrong}", Token);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        using var answer = await browser.GetAsync($"/journees/{draft.Slug}?apercu={draft.PreviewToken}", Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        using var page = await answer.ReadAsync();
        Assert.Contains("Seules les personnes qui ont ce lien voient cette page.", page.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href$='/inscription']"));
    }

    [Fact]
    public async Task An_open_day_leads_to_its_form_and_its_file()
    {
        var edition = await EditionAsync();

        using var page = await app.Visitor().ReadAsync($"/journees/{edition.Slug}");

        Assert.Empty(page.QuerySelectorAll("main .notice"));
        Assert.NotNull(page.QuerySelector($"a[href='/journees/{edition.Slug}/inscription']"));
        Assert.NotNull(page.QuerySelector($"a[href='/journees/{edition.Slug}.ics']"));
        Assert.Contains("0 places prises sur 20", page.Words(".ticketbox").Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal("journée", page.QuerySelector(".prose em")!.TextContent);
    }

    [Fact]
    public async Task A_cancelled_day_says_why_and_takes_nobody()
    {
        var edition = await EditionAsync(e => e.Cancel("Neige & verglas", An.Now));

        using var page = await app.Visitor().ReadAsync($"/journees/{edition.Slug}");

        Assert.Equal(("Cette journée est annulée", "Neige & verglas"), (page.Words(".notice h2"), page.Words(".notice p")));
        Assert.Null(page.QuerySelector("a[href$='/inscription']"));
        Assert.StartsWith("Annulée", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_postponed_day_says_when_it_was_to_be()
    {
        var edition = await EditionAsync(e => e.Postpone("Salle indisponible", An.Now));

        using var page = await app.Visitor().ReadAsync($"/journees/{edition.Slug}");

        Assert.Contains("Cette journée est reportée", page.Words(".notice"), StringComparison.Ordinal);
        Assert.Contains("18 mars 2027", page.Words(".notice").Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href$='/inscription']"));
    }

    [Fact]
    public async Task A_past_day_says_when_it_was()
    {
        var edition = await EditionAsync(times: An.Times(new(2026, 11, 12, 9, 0, 0)));

        using var page = await app.Visitor().ReadAsync($"/journees/{edition.Slug}");

        Assert.Contains("Cette journée a eu lieu", page.Words(".notice"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href$='/inscription']"));
        Assert.Null(page.QuerySelector("main a[href$='.ics']"));
    }

    [Fact]
    public async Task A_full_day_offers_its_queue()
    {
        var edition = await EditionAsync(capacity: 1);
        await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee(), "fr", Token));

        using var page = await app.Visitor().ReadAsync($"/journees/{edition.Slug}");

        Assert.Contains("Complet, liste d’attente ouverte", page.Words(".notice"), StringComparison.Ordinal);
        Assert.Equal("Rejoindre la liste d’attente", page.Words($".ticketbox a[href='/journees/{edition.Slug}/inscription']"));
    }

    [Fact]
    public async Task What_organisers_write_stays_text()
    {
        var edition = await EditionAsync(facts: An.Facts() with { Description = "<script>alert(1)</script> [clic](javascript:alert(2)) ![](https://ailleurs.example/x.png)" });

        using var page = await app.Visitor().ReadAsync($"/journees/{edition.Slug}");

        Assert.Empty(page.QuerySelectorAll(".prose script, .prose [href^='javascript'], .prose img"));
    }

    [Fact]
    public async Task A_programme_of_forty_sessions_takes_as_many_commands_as_one_of_none()
    {
        CommandCount count = new();
        await using SqliteHub counted = new() { Additions = services => services.Count(count) };
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await counted.SaveAsync(organisation, edition);
        var address = $"/journees/{edition.Slug}";
        await counted.Visitor().GetStringAsync(address, Token);

        var none = await count.OfAsync(() => counted.Visitor().GetStringAsync(address, Token));
        await counted.SaveAsync([.. Enumerable.Range(0, 40).Select(n => SessionOf(edition, n))]);
        var forty = await count.OfAsync(() => counted.Visitor().GetStringAsync(address, Token));

        Assert.InRange(none, 1, 6);
        Assert.Equal(none, forty);
    }

    private static Session SessionOf(Edition edition, int n)
    {
        Session session = new(edition.Id) { Title = $"Atelier {n}", Speakers = $"Personne {n}, élue" };
        session.Place(edition.LocalStart.AddMinutes(10 * n), 10, edition.TimeZone);
        return session;
    }

    private async Task<Edition> EditionAsync(Action<Edition>? story = null, bool announced = true, int capacity = 20, EditionTimes? times = null, EditionFacts? facts = null)
    {
        var organisation = An.Organisation();
        var edition = announced ? An.Edition(organisation, capacity, facts, times) : An.Draft(organisation, capacity, facts, times);
        story?.Invoke(edition);
        await app.SaveAsync(organisation, edition);
        return edition;
    }

    public sealed class OnSqlite(SqliteHub app) : DayPageTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : DayPageTests(app), IClassFixture<PostgreSqlHub>;
}
