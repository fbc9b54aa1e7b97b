using System.Xml.Linq;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Hub.Tests.Support;

namespace Hub.Tests.Programmes;

/// <summary>What the public sees of a programme, and when.</summary>
public abstract class PublicationTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_public_sees_nothing_of_a_draft_before_it_is_published()
    {
        var (day, organiser, sessions) = await DayAsync();
        await app.DoAsync<ProgrammeOffice>(office => office.WriteSessionAsync(day.Id, sessions[0], Facts(day, 0) with { Title = "Titre corrigé" }, null, null, Ct));

        Assert.DoesNotContain("Titre corrigé", await PublicAsync(day), StringComparison.Ordinal);
        using var page = await organiser.ReadAsync($"{Desk(day)}/publier");
        Assert.Contains("Titre corrigé", page.Words("main"), StringComparison.Ordinal);
        Assert.Contains("Publier la version 2", page.Words("main button"), StringComparison.Ordinal);

        await PublishAsync(organiser, day);

        Assert.Contains("Titre corrigé", await PublicAsync(day), StringComparison.Ordinal);
        using var again = await organiser.ReadAsync($"{Desk(day)}/publier");
        Assert.Empty(again.QuerySelectorAll("main form button.btn--primary"));
    }

    [Fact]
    public async Task Whoever_reads_an_old_draft_publishes_nothing()
    {
        var (day, organiser, sessions) = await DayAsync();
        await app.DoAsync<ProgrammeOffice>(office => office.RemoveSessionAsync(day.Id, sessions[0], null, Ct));
        using var read = await organiser.ReadAsync($"{Desk(day)}/publier");
        await app.DoAsync<ProgrammeOffice>(office => office.WriteSessionAsync(day.Id, sessions[1], Facts(day, 1) with { Title = "Entre-temps" }, null, null, Ct));

        using var answer = await organiser.PostAsync($"{Desk(day)}/publier", new Dictionary<string, string> { ["revision"] = read.QuerySelector("input[name=revision]")!.GetAttribute("value")! });

        using var page = await answer.ReadAsync();
        Assert.Contains("Le brouillon a changé pendant que vous lisiez", page.Words("main"), StringComparison.Ordinal);
        Assert.Contains("Entre-temps", page.Words("main"), StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => Task.FromResult(db.ProgrammeVersions.Count(v => v.EditionId == day.Id))));
        Assert.Contains("Session 0", await PublicAsync(day), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_twice_publishes_once()
    {
        var (day, _, sessions) = await DayAsync();
        await app.DoAsync<ProgrammeOffice>(office => office.RemoveSessionAsync(day.Id, sessions[0], null, Ct));
        var revision = (await app.ReadAsync(db => db.DraftOfAsync(day.Id, Ct))).Revision;

        var numbers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => app.AskAsync<ProgrammePublisher, int?>(publisher => publisher.PublishAsync(day.Id, revision, null, Ct))));

        Assert.Equal([2, 2], numbers);
    }

    [Fact]
    public async Task A_move_of_a_session_that_is_gone_is_in_the_way_of_undoing_once_alone()
    {
        var (day, _, sessions) = await DayAsync();
        foreach (var session in new[] { sessions[1], sessions[0] })
        {
            await app.DoAsync<ProgrammeOffice>(office => office.MoveAsync(day.Id, session, null, new(null, null, 30), null, Ct));
        }

        await app.DoAsync<ProgrammeOffice>(office => office.RemoveSessionAsync(day.Id, sessions[0], null, Ct));

        Assert.Equal(ProgrammeOutcome.Stale, (await app.AskAsync<ProgrammeOffice, ProgrammeResult>(office => office.UndoAsync(day.Id, null, Ct))).Outcome);
        Assert.Equal(ProgrammeOutcome.Done, (await app.AskAsync<ProgrammeOffice, ProgrammeResult>(office => office.UndoAsync(day.Id, null, Ct))).Outcome);
    }

    [Fact]
    public async Task Each_change_is_told_on_a_page_and_in_a_feed()
    {
        var (day, organiser, sessions) = await DayAsync();
        await app.DoAsync<ProgrammeOffice>(office => office.MoveAsync(day.Id, sessions[0], null, Facts(day, 5).Placement, null, Ct));
        await app.DoAsync<ProgrammeOffice>(office => office.RemoveSessionAsync(day.Id, sessions[1], null, Ct));
        await app.DoAsync<ProgrammeOffice>(office => office.WriteSessionAsync(day.Id, null, Facts(day, 6), null, null, Ct));
        await app.DoAsync<ProgrammeOffice>(office => office.WriteSessionAsync(day.Id, sessions[2], Facts(day, 2) with { Needs = "Deux micros" }, null, null, Ct));
        await PublishAsync(organiser, day);

        using var page = await app.Visitor().ReadAsync($"/journees/{day.Slug}/programme/versions");

        Assert.Equal(["Version 2", "Version 1"], page.QuerySelectorAll("main h2").Select(h => h.TextContent));
        Assert.Equal(["Nouvelles sessions 1", "Session 6", "Sessions retirées 1", "Session 1", "Sessions déplacées 1", "Session 0"], page.QuerySelectorAll("#v2 h3, #v2 li > b").Select(e => e.TextContent));
        var feed = XDocument.Parse(await app.Visitor().GetStringAsync($"/journees/{day.Slug}/programme.atom", Ct));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal(["Version 2", "Version 1"], feed.Descendants(atom + "entry").Select(e => e.Element(atom + "title")!.Value));
        Assert.Contains(
            "Session 0 (jeudi 18 mars 2027 à 14 h, Toutes les salles, au lieu de jeudi 18 mars 2027 à 9 h, Toutes les salles)", feed.Descendants(atom + "summary").First().Value.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Sessions déplacées\u00a0: Session 0", feed.Descendants(atom + "summary").First().Value, StringComparison.Ordinal);
        Assert.DoesNotContain("micros", feed.ToString() + page.Words("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_version_can_be_read_and_taken_up_again_on_the_date_the_day_has_now()
    {
        var (day, organiser, sessions) = await DayAsync();
        await app.PublishAsync(day.Id, office => office.RemoveSessionAsync(day.Id, sessions[0], null, Ct));
        await app.DoAsync<EditionChanges>(changes => changes.ReviseAsync(day.Id, day.Version, day.Facts, An.Times(new(2027, 4, 20, 10, 0, 0)), new(null, null), null, Ct));

        using var read = await organiser.ReadAsync($"{Desk(day)}/versions?version=1");
        Assert.Equal(["Session 0", "Session 1", "Session 2"], read.QuerySelectorAll("tbody th").Select(t => t.TextContent));
        using var answer = await organiser.PostAsync($"{Desk(day)}/versions", new Dictionary<string, string>(), $"{Desk(day)}/versions?version=1");
        await PublishAsync(organiser, day);

        var row = await app.ReadAsync(db => db.Set<Session>().FindAsync(sessions[0]).AsTask());
        Assert.Equal((null, new DateTime(2027, 4, 20, 10, 0, 0)), (row!.RemovedAt, row.LocalStart));
        Assert.Contains("Session 0", await PublicAsync(day), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_two_versions_are_compared_and_each_says_who_published_it()
    {
        var (day, organiser, sessions) = await DayAsync();
        foreach (var session in sessions[..2])
        {
            await app.DoAsync<ProgrammeOffice>(office => office.RemoveSessionAsync(day.Id, session, null, Ct));
            await PublishAsync(organiser, day);
        }

        using var list = await organiser.ReadAsync($"{Desk(day)}/versions");
        Assert.Equal(3, list.QuerySelectorAll(".desklist li").Count(l => l.TextContent.Contains(" par ", StringComparison.Ordinal) && l.TextContent.Contains('@', StringComparison.Ordinal)));
        using var all = await organiser.ReadAsync($"{Desk(day)}/versions?de=1&a=3");
        Assert.Equal(["Session 0", "Session 1"], all.QuerySelectorAll("#comparer .changes b").Select(b => b.TextContent));
        using var back = await organiser.ReadAsync($"{Desk(day)}/versions?de=3&a=2");
        Assert.Contains("Nouvelles sessions 1", back.Words("#comparer"), StringComparison.Ordinal);
        using var same = await organiser.ReadAsync($"{Desk(day)}/versions?de=2&a=2");
        Assert.Contains("disent la même chose", same.Words("#comparer"), StringComparison.Ordinal);
        using var none = await organiser.GetAsync($"{Desk(day)}/versions?de=1&a=4", Ct);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task A_draft_day_shows_its_draft_to_whoever_has_its_link()
    {
        var organisation = An.Organisation();
        var draft = An.Draft(organisation);
        await app.SaveAsync(organisation, draft);
        await app.DoAsync<ProgrammeOffice>(office => office.WriteSessionAsync(draft.Id, null, Facts(draft, 0), null, null, Ct));
        var code = (await app.ReadAsync(db => db.DraftOfAsync(draft.Id, Ct))).Plan.Sessions[0].Code;

        using var page = await app.Visitor().ReadAsync($"/journees/{draft.Slug}?apercu={draft.PreviewToken}");
        using var session = await app.Visitor().ReadAsync($"/journees/{draft.Slug}/seances/{code}?apercu={draft.PreviewToken}");

        Assert.Contains("Session 0", page.Words("#programme"), StringComparison.Ordinal);
        Assert.Equal("Session 0", session.Words("h1"));
    }

    private async Task<(Edition Day, HttpClient Organiser, Guid[] Sessions)> DayAsync()
    {
        var organisation = An.Organisation();
        var day = An.Edition(organisation);
        await app.SaveAsync(organisation, day);
        foreach (var n in Enumerable.Range(0, 3))
        {
            await app.DoAsync<ProgrammeOffice>(office => office.WriteSessionAsync(day.Id, null, Facts(day, n), null, null, Ct));
        }

        var organiser = await app.OrganiserAsync(organisation);
        await PublishAsync(organiser, day);
        return (day, organiser, [.. (await app.ReadAsync(db => db.DraftOfAsync(day.Id, Ct))).Plan.Sessions.Select(s => s.Id)]);
    }

    private static SessionFacts Facts(Edition day, int hour) => new(SessionKind.Testimony, $"Session {hour}", null, day.LocalStart.AddHours(hour), 45, null, null);

    private static string Desk(Edition day) => $"/organisation/journees/{day.Id}/programme";

    private static async Task PublishAsync(HttpClient organiser, Edition day)
    {
        using var page = await organiser.ReadAsync($"{Desk(day)}/publier");
        using var answer = await organiser.PostAsync($"{Desk(day)}/publier", new Dictionary<string, string> { ["revision"] = page.QuerySelector("input[name=revision]")!.GetAttribute("value")! });
        Assert.Equal(Desk(day), answer.Headers.Location?.ToString());
    }

    private async Task<string> PublicAsync(Edition day)
    {
        using var page = await app.Visitor().ReadAsync($"/journees/{day.Slug}");
        return page.Words("#programme");
    }

    public sealed class OnSqlite(SqliteHub app) : PublicationTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : PublicationTests(app), IClassFixture<PostgreSqlHub>;
}
