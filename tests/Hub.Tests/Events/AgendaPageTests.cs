using System.Globalization;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Registrations;
using Hub.Tests.Support;

namespace Hub.Tests.Events;

public sealed class AgendaPageTests
{
    private readonly Organisation organisation = An.Organisation();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_day_says_in_words_where_it_stands()
    {
        await using SqliteHub app = new();
        var (open, large, full, last) = (An.Edition(organisation), An.Edition(organisation, 1200), An.Edition(organisation, 1), An.Edition(organisation, 1));
        var (later, closed, postponed, cancelled) = (An.Edition(organisation), An.Edition(organisation), An.Edition(organisation), An.Edition(organisation));
        var (now, past) = (An.Edition(organisation, times: At("2027-01-04 09:00")), An.Edition(organisation, times: At("2026-11-12 09:00")));
        later.SetWindow(new(new(2027, 2, 1, 8, 0, 0, DateTimeKind.Utc), null));
        closed.SetWindow(new(null, An.Now.AddHours(-1)));
        postponed.Postpone("Salle indisponible", An.Now);
        cancelled.Cancel("Neige", An.Now);
        await app.SaveAsync(organisation, open, large, full, last, later, closed, postponed, cancelled, now, past);
        await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(full.Id, An.Attendee(), "fr", Token));

        using var agenda = await app.Visitor().ReadAsync("/agenda");
        using var gone = await app.Visitor().ReadAsync("/agenda?passees=1");

        string Status(Edition edition) => agenda.Words($".day:has(a[href$='/{edition.Slug}']) .status");
        Assert.Equal("Inscriptions ouvertes, 20 places", Status(open));
        Assert.Equal("Inscriptions ouvertes, 1\u202F200 places", Status(large));
        Assert.Equal("Inscriptions ouvertes, plus qu’une place", Status(last));
        Assert.Equal("Complet, liste d’attente ouverte", Status(full));
        Assert.Equal("Ouverture des inscriptions le 1er février", Status(later).Replace('\u00A0', ' '));
        Assert.Equal("Inscriptions closes", Status(closed));
        Assert.Equal("Reportée", Status(postponed));
        Assert.Equal("Annulée", Status(cancelled));
        Assert.Equal("En cours", Status(now));
        Assert.Equal("", Status(past));
        Assert.Equal("Passée", gone.Words($".day:has(a[href$='/{past.Slug}']) .status"));
        Assert.Equal("1 journée, en novembre 2026", gone.Words("[role=status]").Replace('\u00A0', ' '));
    }

    [Fact]
    public async Task Days_stand_under_the_month_of_their_own_clock()
    {
        await using SqliteHub app = new();

        // Still April in Paris, May already in Nouméa.
        var noumea = An.Edition(organisation, times: An.Times(new(2027, 5, 1, 8, 0, 0), zone: "Pacific/Noumea"));
        await app.SaveAsync(organisation, An.Edition(organisation), An.Edition(organisation), noumea, An.Draft(organisation, times: At("2027-06-01 09:00")));

        using var page = await app.Visitor().ReadAsync("/agenda");

        Assert.Equal("3 journées, de mars à mai 2027", page.Words("[role=status]"));
        Assert.Equal(["mars 2027", "mai 2027"], page.QuerySelectorAll(".month__name").Select(m => m.FirstChild!.TextContent.Trim().Replace('\u00A0', ' ')), StringComparer.OrdinalIgnoreCase);
        Assert.Equal([2, 1], page.QuerySelectorAll(".month").Select(m => m.QuerySelectorAll(".day").Length));
        Assert.Contains("à Paris", page.Words($".day:has(a[href$='/{noumea.Slug}']) .day__meta"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_English_agenda_speaks_English_and_stays_under_its_address()
    {
        await using SqliteHub app = new();
        await app.SaveAsync(organisation, An.Edition(organisation, 100));

        using var page = await app.Visitor().ReadAsync("/en/agenda");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Registration open, 100 seats", page.Words(".day .status"));
        Assert.Equal("March 2027", page.QuerySelector(".month__name")!.FirstChild!.TextContent.Trim().Replace('\u00A0', ' '));
        Assert.All(page.QuerySelectorAll("main a[href^='/']"), a => Assert.Matches("^/en[/?]", a.GetAttribute("href")));
        Assert.Equal("/agenda", page.QuerySelector("a[hreflang=fr]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_home_page_counts_what_is_to_come_and_never_what_is_over()
    {
        await using SqliteHub app = new();
        await app.SaveAsync(organisation, An.Edition(organisation), An.Edition(organisation, times: At("2026-11-12 09:00")), An.Edition(organisation, times: At("2026-11-13 09:00")));

        using var home = await app.Visitor().ReadAsync("/");
        using var past = await app.Visitor().ReadAsync("/?passees=1");

        Assert.Equal(["1", "1"], home.QuerySelectorAll(".hero dd").Select(d => d.TextContent));
        Assert.Null(past.QuerySelector(".hero"));
        Assert.Equal("Journées passées", past.Words("h1"));
    }

    [Fact]
    public async Task Favourite_days_are_the_visitors_own_and_tell_nothing_of_drafts()
    {
        await using SqliteHub app = new();
        var (kept, other, draft) = (An.Edition(organisation), An.Edition(organisation), An.Draft(organisation));
        await app.SaveAsync(organisation, kept, other, draft);
        using var visitor = app.Visitor();
        using HttpRequestMessage asked = new(HttpMethod.Get, "/agenda?favoris=1");
        asked.Headers.Add("Cookie", $"journees={kept.Id:N}.{draft.Id:N}.{Guid.NewGuid():N}.nonsense");

        using var answer = await visitor.SendAsync(asked, Token);
        using var page = await answer.ReadAsync();

        Assert.EndsWith(kept.Slug, Assert.Single(page.QuerySelectorAll(".day h4 a")).GetAttribute("href"), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task An_empty_agenda_says_so()
    {
        await using SqliteHub app = new();

        using var page = await app.Visitor().ReadAsync("/");

        Assert.Contains("Aucune journée", page.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".day"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/agenda")]
    [InlineData("/agenda?passees=1")]
    [InlineData("/agenda.ics")]
    public async Task Forty_days_take_as_many_commands_as_one(string address)
    {
        CommandCount count = new();
        await using SqliteHub app = new() { Additions = services => services.Count(count) };
        await app.SaveAsync(organisation, An.Edition(organisation), An.Edition(organisation, times: At("2026-11-12 09:00")));
        await app.Visitor().GetStringAsync(address, Token);

        var one = await count.OfAsync(() => app.Visitor().GetStringAsync(address, Token));
        await app.SaveAsync([.. Enumerable.Range(0, 40).Select(_ => An.Edition(organisation)), .. Enumerable.Range(0, 40).Select(_ => An.Edition(organisation, times: At("2026-11-12 09:00")))]);
        var many = await count.OfAsync(() => app.Visitor().GetStringAsync(address, Token));

        Assert.InRange(one, 1, 5);
        Assert.Equal(one, many);
    }

    private static EditionTimes At(string wall) => An.Times(DateTime.Parse(wall, CultureInfo.InvariantCulture));
}
