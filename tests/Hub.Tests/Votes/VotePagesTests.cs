using System.Net;
using AngleSharp.Html.Dom;
using Hub.Core.Votes;
using Hub.Tests.Programmes;
using Hub.Tests.Support;

namespace Hub.Tests.Votes;

/// <summary>The vote of an audience, from the code on the screen to the result, without scripts.</summary>
public sealed class VotePagesTests : IAsyncDisposable
{
    private readonly SqliteHub app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Whoever_reads_the_code_has_one_voice_may_think_again_and_reads_the_result()
    {
        var vote = await AVote.OpenAsync(app, "Awa A", "Noé B");
        using var phone = app.Visitor();
        using var page = await vote.EnterAsync(app, phone);

        Assert.Equal(["Le projet de Awa A", "Le projet de Noé B"], page.QuerySelectorAll(".ballot b").Select(b => b.TextContent));
        await VoteAsync(phone, vote, 0);
        using var again = await VoteAsync(phone, vote, 1);
        Assert.Contains("Votre vote est enregistré.", again.Words(), StringComparison.Ordinal);
        Assert.Contains("Noé B", again.Words("[aria-pressed=true]"), StringComparison.Ordinal);
        await vote.CloseAsync(app);

        foreach (var shown in new[] { vote.Page, vote.Stage.Page, vote.Stage.Screen })
        {
            using var result = await phone.ReadAsync(shown);
            Assert.Equal("1 Le projet de Noé B Noé B 1 vote (100\u00a0%) 2 Le projet de Awa A Awa A 0 vote (0\u00a0%)", result.Words(".votes"));
        }
    }

    [Fact]
    public async Task Nobody_sees_how_the_votes_stand_before_the_end()
    {
        var vote = await AVote.OpenAsync(app, "Awa A", "Noé B");
        var turns = await vote.TurnsAsync(app);
        using var phone = app.Visitor();
        using var organiser = await app.OrganiserAsync(vote.Stage.Organisation);
        await vote.EnterAsync(app, phone);
        List<(HttpClient Reader, string Page)> doors =
            [(phone, vote.Page), (phone, vote.Stage.Page), (phone, vote.Stage.Screen), (phone, $"{vote.Stage.Screen}?cle={vote.Vote.ScreenKey}"), (organiser, vote.Desk), (organiser, vote.Stage.Desk)];
        var before = await ReadAsync(doors);

        foreach (var _ in Enumerable.Range(0, 3))
        {
            await vote.CastAsync(app, Guid.NewGuid(), turns[1]);
        }

        // Had all three gone to the other turn, each page would say the same.
        Assert.Equal(before.Select(w => w.Replace("0 vote reçu", "3 votes reçus", StringComparison.Ordinal)), await ReadAsync(doors));
        Assert.Contains(before, w => w.Contains("0 vote reçu", StringComparison.Ordinal));
        await vote.CloseAsync(app);
        Assert.Contains("Noé B Noé B 3 votes (100\u00a0%)", (await phone.ReadAsync(vote.Page)).Words(".votes"), StringComparison.Ordinal);
        await app.AskAsync<VoteDesk, bool>(desk => desk.OpenAsync(vote.Stage.Edition.Id, vote.Stage.Session.Id, null, Ct));
        Assert.Null((await phone.ReadAsync(vote.Stage.Page)).QuerySelector(".votes"));
    }

    [Fact]
    public async Task The_code_is_on_the_screen_of_the_room_alone_and_does_not_last()
    {
        var vote = await AVote.OpenAsync(app, "Awa A", "Noé B");
        using var anybody = app.Visitor();
        var code = vote.Vote.CodeAt(app.Clock.Now);

        Assert.DoesNotContain(code, await anybody.GetStringAsync(vote.Stage.Screen, Ct), StringComparison.Ordinal);
        Assert.DoesNotContain(code, await anybody.GetStringAsync($"{vote.Stage.Screen}?cle=abc", Ct), StringComparison.Ordinal);
        using var room = await anybody.ReadAsync($"{vote.Stage.Screen}?cle={vote.Vote.ScreenKey}");
        Assert.Equal(code, room.Words(".stage__code"));
        Assert.NotNull(room.QuerySelector(".stage__qr svg"));

        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        Assert.NotEqual(code, vote.Vote.CodeAt(app.Clock.Now));
        using var slow = app.Visitor();
        using var led = await slow.GetAsync($"/vote?code={code.ToLowerInvariant()[..3]}%20{code[3..]}", Ct);
        Assert.Equal(vote.Page, led.Headers.Location?.ToString());
        app.Clock.Now = app.Clock.Now.AddMinutes(4);
        using var late = await anybody.ReadAsync($"/vote?code={code}");
        Assert.Contains("Ce code n’est plus le bon", late.Words(), StringComparison.Ordinal);
        Assert.Equal(code, late.QuerySelector("#Code")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Without_a_voice_of_this_vote_nothing_counts_however_often_it_is_sent()
    {
        var (vote, other) = (await AVote.OpenAsync(app, "Awa A", "Noé B"), await AVote.OpenAsync(app, "Maï C", "Zoé D"));
        using var stranger = app.Visitor();
        using var forger = app.Visitor();
        using var guest = app.Visitor();
        forger.DefaultRequestHeaders.Add("Cookie", $"vote-{vote.Stage.Session.Code}={Guid.NewGuid():N}");
        await other.EnterAsync(app, guest);

        foreach (var browser in new[] { stranger, forger, guest })
        {
            using var answer = await browser.SendFormAsync("/contact", new() { ["choice"] = $"{(await vote.TurnsAsync(app))[0]}" }, vote.Page);
            Assert.Equal(vote.Page, answer.Headers.Location?.ToString());
            Assert.Equal("/vote", (await browser.GetAsync(vote.Page, Ct)).Headers.Location?.ToString());
        }

        Assert.Empty(await vote.BallotsAsync(app));
    }

    [Fact]
    public async Task What_comes_after_the_end_or_for_somebody_absent_is_not_counted_and_is_said()
    {
        var vote = await AVote.OpenAsync(app, "Awa A", "Noé B", "Maï C");
        var turns = await vote.TurnsAsync(app);
        using var phone = app.Visitor();
        await vote.EnterAsync(app, phone);
        await vote.Stage.ChangeAsync(app, order => order.Miss(turns[2]));

        Assert.Contains("Ce passage n’a pas lieu", (await VoteAsync(phone, vote, turns[2])).Words(), StringComparison.Ordinal);
        await vote.CloseAsync(app);
        using var sent = await phone.SendFormAsync("/contact", new() { ["choice"] = $"{turns[0]}" }, vote.Page);
        using var late = await phone.ReadAsync(vote.Page);

        Assert.Contains("Le vote est clos\u00a0: ce choix n’a pas été compté.", late.Words(), StringComparison.Ordinal);
        Assert.Empty(await vote.BallotsAsync(app));
        Assert.Equal(2, late.QuerySelectorAll(".votes li").Length);
    }

    [Fact]
    public async Task A_host_opens_a_vote_once_the_order_is_announced_and_the_journal_knows_when_it_opened_and_closed()
    {
        var stage = await AStage.WithAsync(app, "Awa A", "Noé B");
        var desk = $"{stage.Desk}/vote";
        using var host = await app.OrganiserAsync(stage.Organisation);
        using var stranger = await app.OrganiserAsync((await AStage.WithAsync(app, "Zoé D")).Organisation);
        using var visitor = app.Visitor();

        Assert.Null((await host.ReadAsync(desk)).QuerySelector("form[action*='handler=Open']"));
        Assert.False(await app.AskAsync<VoteDesk, bool>(d => d.OpenAsync(stage.Edition.Id, stage.Session.Id, null, Ct)));
        await stage.AnnounceAsync(app);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{stage.Page}/vote", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(desk, Ct)).StatusCode);
        foreach (var act in new[] { "Open", "Close", "Open" })
        {
            using var _ = await host.SendFormAsync(desk, [], $"{desk}?handler={act}");
        }

        using var journal = await host.ReadAsync($"/organisation/journal");
        Assert.Contains("Vote du public ouvert\u00a0: Les pitchs", journal.Words(), StringComparison.Ordinal);
        Assert.Contains("Vote du public clos\u00a0: Les pitchs", journal.Words(), StringComparison.Ordinal);
        Assert.Contains("Vote du public rouvert\u00a0: Les pitchs", journal.Words(), StringComparison.Ordinal);
        Assert.True((await app.ReadAsync(db => Task.FromResult(db.AudienceVotes.Single(v => v.SessionId == stage.Session.Id)))).IsOpen);
    }

    private static async Task<List<string>> ReadAsync(IEnumerable<(HttpClient Reader, string Page)> doors)
    {
        List<string> words = [];
        foreach (var (reader, page) in doors)
        {
            using var read = await reader.ReadAsync(page);
            words.Add(read.Words());
        }

        return words;
    }

    private async Task<IHtmlDocument> VoteAsync(HttpClient phone, AVote vote, int turn) => await VoteAsync(phone, vote, (await vote.TurnsAsync(app))[turn]);

    private static async Task<IHtmlDocument> VoteAsync(HttpClient phone, AVote vote, Guid turn)
    {
        using var answer = await phone.SendFormAsync(vote.Page, new() { ["choice"] = $"{turn}" });
        Assert.Equal(vote.Page, answer.Headers.Location?.ToString());
        return await phone.ReadAsync(vote.Page);
    }
}
