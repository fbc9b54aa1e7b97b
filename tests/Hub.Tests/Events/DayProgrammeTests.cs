using Hub.Core.Events;
using Hub.Tests.Support;

namespace Hub.Tests.Events;

/// <summary>The programme on the page of a day: its dates, its filter, its clock.</summary>
public sealed class DayProgrammeTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    [Fact]
    public async Task A_day_of_two_dates_opens_the_first_the_asked_or_todays()
    {
        var (edition, _) = await app.PlantAsync(e => ADay.Session(e, "Jeudi", 0), e => ADay.Session(e, "Vendredi", 24));

        Assert.Equal(("Jeudi", "jeudi 18 mars"), await OpenedAsync(edition));
        Assert.Equal(("Vendredi", "vendredi 19 mars"), await OpenedAsync(edition, "?jour=2027-03-19"));
        Assert.Equal("Jeudi", (await OpenedAsync(edition, "?jour=2027-03-20")).Title);
        Assert.Equal("Jeudi", (await OpenedAsync(edition, "?jour=x")).Title);
        app.Clock.Now = new(2027, 3, 19, 10, 0, 0, DateTimeKind.Utc);
        Assert.Equal("Vendredi", (await OpenedAsync(edition)).Title);
        app.Clock.Now = An.Now;
    }

    [Fact]
    public async Task Kinds_narrow_the_programme_and_print_says_so()
    {
        var (edition, _) = await app.PlantAsync(
            e => ADay.Session(e, "Accueil", 0, kind: SessionKind.Welcome), e => ADay.Session(e, "Un atelier", 1, kind: SessionKind.Workshop), e => ADay.Session(e, "Un débat", 2, kind: SessionKind.Debate));

        using var all = await app.Visitor().ReadAsync($"/journees/{edition.Slug}");
        using var some = await app.Visitor().ReadAsync($"/journees/{edition.Slug}?type=workshop&type=Nothing");

        Assert.Equal(["Workshop", "Debate"], all.QuerySelectorAll("[name=type]").Select(i => i.GetAttribute("value")));
        Assert.Equal(("3\u00A0créneaux", true), (all.Words("[role=status]").Replace(' ', '\u00A0'), all.QuerySelector("[data-shown]")!.HasAttribute("hidden")));
        Assert.Equal("Un atelier", Assert.Single(some.QuerySelectorAll(".slot h3")).TextContent);
        Assert.Equal(("1 créneau sur 3", "Affiché\u00A0: Atelier"), (some.Words("[role=status]"), some.QuerySelector("[data-shown]")!.TextContent));
        Assert.NotNull(some.QuerySelector("[name=type][value=Workshop][checked]"));
    }

    [Fact]
    public async Task Without_script_the_current_slot_is_marked_and_reached()
    {
        var (edition, sessions) = await app.PlantAsync(e => ADay.Session(e, "Avant", 0), e => ADay.Session(e, "Maintenant", 1), e => ADay.Session(e, "Après", 2));

        using var early = await app.Visitor().ReadAsync($"/journees/{edition.Slug}");
        app.Clock.Now = edition.StartsAt.AddMinutes(70);
        using var running = await app.Visitor().ReadAsync($"/journees/{edition.Slug}");
        app.Clock.Now = An.Now;

        Assert.Empty(early.QuerySelectorAll(".slot[data-past], .slot--now, [data-go-now]:not([hidden])"));
        Assert.Equal("Avant", Assert.Single(running.QuerySelectorAll(".slot[data-past] h3")).TextContent);
        Assert.Equal("Maintenant", Assert.Single(running.QuerySelectorAll(".slot--now h3")).TextContent);
        Assert.Equal($"#s-{sessions[1].Code}", running.QuerySelector("[data-go-now]:not([hidden])")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Six_people_stand_on_the_page_and_the_others_behind_a_link()
    {
        var (edition, _) = await app.PlantAsync(e => ADay.Session(e, "Tous", 0, speakers: string.Join('\n', Enumerable.Range(0, 8).Select(n => $"Personne {n}, élue"))));

        using var page = await app.Visitor().ReadAsync($"/journees/{edition.Slug}");

        Assert.Equal(6, page.QuerySelectorAll("#intervenants .person").Length);
        Assert.Equal("Les 8 intervenantes et intervenants", page.Words($"a[href='/journees/{edition.Slug}/interventions']"));
    }

    private async Task<(string Title, string Tab)> OpenedAsync(Edition edition, string query = "")
    {
        using var page = await app.Visitor().ReadAsync($"/journees/{edition.Slug}{query}");
        return (Assert.Single(page.QuerySelectorAll(".slot h3")).TextContent, page.Words("#programme .tabs a[aria-current]").Replace('\u00A0', ' '));
    }
}
