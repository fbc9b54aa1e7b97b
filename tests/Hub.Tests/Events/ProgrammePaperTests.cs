using System.Text;
using System.Text.RegularExpressions;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Programmes;
using Hub.Tests.Programmes;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Hub.Tests.Events;

/// <summary>What is printed for the day: signs at the doors, badges.</summary>
public sealed partial class ProgrammePaperTests(Chromium chromium)
{
    [Fact]
    public async Task Each_room_has_a_sheet_of_its_own_sessions_and_of_those_all_rooms_share()
    {
        await using SqliteHub app = new();
        var (organisation, page) = await PlantAsync(app);
        using var organiser = await app.OrganiserAsync(organisation);

        using var signs = await organiser.ReadAsync(page);

        var sheets = signs.QuerySelectorAll(".sign").Select(s => (Room: s.QuerySelector("h2")!.TextContent, Titles: s.QuerySelectorAll("b").Select(b => b.TextContent).ToArray())).ToList();
        Assert.Equal(["Grande salle", "Petite salle"], sheets.Select(s => s.Room));
        Assert.Equal(["Ouverture", "Table ronde"], sheets[0].Titles);
        Assert.Equal(["Ouverture", "Atelier"], sheets[1].Titles);
        Assert.Equal(["Toutes les salles", "Toutes les salles"], signs.QuerySelectorAll(".sign__pause .sign__who").Select(w => w.TextContent));
    }

    [Fact]
    public async Task Signs_show_what_is_published_whatever_the_draft_says()
    {
        await using SqliteHub app = new();
        var (organisation, page) = await PlantAsync(app);
        var edition = await app.ReadAsync(db => db.Editions.SingleAsync(TestContext.Current.CancellationToken));
        await app.AskAsync<ProgrammeOffice, ProgrammeResult>(office => office.WriteSessionAsync(
            edition.Id, null, new(SessionKind.Debate, "Au brouillon", null, edition.LocalStart.AddHours(5), 30, null, null), null, null, TestContext.Current.CancellationToken));
        using var organiser = await app.OrganiserAsync(organisation);

        using var signs = await organiser.ReadAsync(page);

        Assert.DoesNotContain("Au brouillon", signs.Words(".signs"), StringComparison.Ordinal);
        Assert.Contains("le programme publié, non le brouillon", signs.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_a_turn_on_stage_and_who_moderates_have_badges_too()
    {
        await using SqliteHub app = new();
        var stage = await AStage.WithAsync(app, "Awa Dembasse", "Noé Lanvallay");
        await app.PublishAsync(stage.Edition.Id, office => office.WriteSessionAsync(
            stage.Edition.Id, null, new(SessionKind.Debate, "Débat", null, stage.Edition.LocalStart.AddHours(5), 30, null, null) { Moderators = "Maï Treguer, animatrice" }, null, null, TestContext.Current.CancellationToken));
        using var organiser = await app.OrganiserAsync(stage.Organisation);

        using var badges = await organiser.ReadAsync($"/organisation/journees/{stage.Edition.Id}/programme/badges");

        Assert.Equal(["Awa Dembasse, fondatrice", "Noé Lanvallay, fondatrice", "Maï Treguer, animatrice"],
            badges.QuerySelectorAll(".badge").Select(b => $"{b.QuerySelector(".badge__name")!.TextContent}, {b.QuerySelector(".badge__function")!.TextContent}"));
    }

    [Fact]
    public async Task Signs_of_others_are_as_missing_as_those_of_no_day()
    {
        await using SqliteHub app = new();
        var (_, page) = await PlantAsync(app);
        var other = An.Organisation();
        await app.SaveAsync(other);
        using var stranger = await app.OrganiserAsync(other);

        using var answer = await stranger.GetAsync(page, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Each_sheet_takes_one_page_of_paper()
    {
        await using var app = PublicSite.BehindProxy();
        var origin = app.Listen();
        var (organisation, signs) = await PlantAsync(app);
        var account = await app.AccountAsync("affiches@exemple.example");
        await app.SaveAsync(new OrganiserGrant(organisation.Id, account.Id, An.Now));
        var page = await chromium.OpenAsync(origin);
        await page.SignInAsync(account.Email!);
        await page.GotoAsync(signs, new() { WaitUntil = WaitUntilState.NetworkIdle });

        var paper = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));

        Assert.Equal(2, Sheets().Count(paper));
    }

    [Fact]
    public async Task Everybody_who_speaks_has_one_badge_and_ten_fill_a_sheet()
    {
        await using var app = PublicSite.BehindProxy();
        var origin = app.Listen();
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        var people = string.Join('\n', Enumerable.Range(1, 20).Select(n => $"Awa Numéro{n:00}, directrice des services numériques et de la donnée du territoire"));
        var account = await app.AccountAsync("badges@exemple.example");
        await app.SaveAsync(organisation, edition, ADay.Session(edition, "Table ronde", 0, speakers: people), ADay.Session(edition, "Débat", 2, speakers: "Awa Numéro01"), new OrganiserGrant(organisation.Id, account.Id, An.Now));
        var page = await chromium.OpenAsync(origin);
        await page.SignInAsync(account.Email!);
        await page.GotoAsync($"/organisation/journees/{edition.Id}/programme/badges", new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"Awa Numéro{n:00}"), await page.Locator(".badge__name").AllTextContentsAsync());
        Assert.Equal(2, Sheets().Count(Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }))));
    }

    private static async Task<(Organisation Organisation, string Page)> PlantAsync(HubApp app)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        Room large = new(edition.Id, "Grande salle", 200, 0);
        Room small = new(edition.Id, "Petite salle", 40, 1);
        Room unused = new(edition.Id, "Salle fermée", 10, 2);
        await app.SaveAsync(
            organisation, edition, large, small, ADay.Session(edition, "Ouverture", 0, kind: SessionKind.Welcome), ADay.Session(edition, "Table ronde", 1, large, speakers: "Awa Dembasse, directrice"), ADay.Session(edition, "Atelier", 1, small));
        return (organisation, $"/organisation/journees/{edition.Id}/programme/affiches");
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Sheets();
}
