using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Tests.Support;

namespace Hub.Tests.Programmes;

public abstract class RunningOrderOfficeTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_was_invited_is_told_their_hour_once_and_again_when_it_changes()
    {
        var stage = await AStage.WithAsync(app, "Awa A", "Noé B", "Maï C");
        var (awa, mai) = (ASpeaker.Address(), ASpeaker.Address());
        await app.AskToSpeakAsync(stage.Edition, awa, "Awa A");
        await app.AskToSpeakAsync(stage.Edition, mai, "Maï C");

        Assert.Equal(2, await stage.AnnounceAsync(app));
        Assert.Equal(0, await stage.AnnounceAsync(app));
        Assert.Equal(2, (await app.MailsToAsync(awa)).Count);
        var order = await stage.OrderAsync(app);
        await stage.ChangeAsync(app, o => o.Move(order.Slots[2].Id, 1));
        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        Assert.Equal(1, await stage.AnnounceAsync(app));

        Assert.Equal(2, (await app.MailsToAsync(awa)).Count);
        var mails = (await app.MailsToAsync(mai)).Where(m => m["Subject"].Contains("votre heure de passage", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, mails.Count);
        Assert.Contains("9 h 20", Plain(mails[0].Text()), StringComparison.Ordinal);
        Assert.Contains("9 h 10", Plain(mails[1].Text()), StringComparison.Ordinal);
        Assert.Contains("Salle Bréhat", mails[1].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_says_which_session_it_was()
    {
        var stage = await AStage.WithAsync(app, "Awa A");
        using var organiser = await app.OrganiserAsync(stage.Organisation);

        using var journal = await organiser.ReadAsync("/organisation/journal");

        Assert.Contains("Ordre de passage modifié\u00a0: Les pitchs", journal.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_of_a_presenter_has_their_turn_and_rises_with_each_change()
    {
        var stage = await AStage.WithAsync(app, "Awa A", "Noé B");
        var address = ASpeaker.Address();
        var link = await app.AskToSpeakAsync(stage.Edition, address, "Noé B");
        var feed = $"/intervenir/{SpeakerLinks.FeedToken(link["/intervenir/".Length..])}/agenda.ics";
        Assert.DoesNotContain("Le projet", await app.Visitor().GetStringAsync(feed, Ct), StringComparison.Ordinal);

        await stage.AnnounceAsync(app);
        var first = await app.Visitor().GetStringAsync(feed, Ct);
        var order = await stage.OrderAsync(app);
        await stage.ChangeAsync(app, o => o.Move(order.Slots[1].Id, 0));
        var second = await app.Visitor().GetStringAsync(feed, Ct);

        Assert.Contains("SUMMARY:Le projet de Noé B", first, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/Paris:20270318T091000", first, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/Paris:20270318T090000", second, StringComparison.Ordinal);
        Assert.True(Sequence(second) > Sequence(first));
    }

    [Fact]
    public async Task Moves_at_the_same_time_lose_no_turn()
    {
        var stage = await AStage.WithAsync(app, "Awa A", "Noé B", "Maï C", "Zoé D");
        var order = await stage.OrderAsync(app);

        var done = await Task.WhenAll(order.Slots.Index().Select(s => stage.ChangeAsync(app, o => o.Move(s.Item.Id, 3 - s.Index))));

        Assert.All(done, Assert.True);
        Assert.Equal(order.Slots.Select(s => s.Id).Order(), (await stage.OrderAsync(app)).Slots.Select(s => s.Id).Order());
        Assert.Equal(order.Revision + 4, (await stage.OrderAsync(app)).Revision);
    }

    [Fact]
    public async Task Two_hosts_who_call_at_once_bring_one_person_on_stage_after_the_other()
    {
        var stage = await AStage.WithAsync(app, "Awa A", "Noé B");
        var order = await stage.OrderAsync(app);

        await Task.WhenAll(order.Slots.Select(s => stage.ChangeAsync(app, o => o.Start(s.Id, An.Now))));

        Assert.Equal([SlotState.OnStage, SlotState.Presented], (await stage.OrderAsync(app)).Slots.Select(s => s.State).Order());
    }

    [Fact]
    public async Task The_order_of_another_day_is_out_of_reach()
    {
        var stage = await AStage.WithAsync(app, "Awa A");
        var other = await AStage.WithAsync(app, "Noé B");

        Assert.False(await (stage with { Edition = other.Edition }).ChangeAsync(app, o => o.Add("Un intrus", null)));
        Assert.Null(await (stage with { Edition = other.Edition }).AnnounceAsync(app));
        Assert.Single((await stage.OrderAsync(app)).Slots);
    }

    [Fact]
    public async Task Who_takes_a_place_on_stage_takes_the_turn()
    {
        var stage = await AStage.WithAsync(app, "Awa A", "Noé B");

        Assert.Equal(SpeakerOutcome.Done, await app.AskAsync<SpeakerOffice, SpeakerOutcome>(office => office.ReplaceAsync(stage.Edition.Id, "Noé B", "Maï Treguer", "cheffe de projet", null, Ct)));

        Assert.Equal(["Awa A, fondatrice", "Maï Treguer, cheffe de projet"], (await stage.OrderAsync(app)).Slots.Select(s => s.Presenters));
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static int Sequence(string calendar) => int.Parse(calendar[(calendar.LastIndexOf("SEQUENCE:", StringComparison.Ordinal) + 9)..].Split('\r', '\n')[0], System.Globalization.CultureInfo.InvariantCulture);

    public sealed class OnSqlite(SqliteHub app) : RunningOrderOfficeTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : RunningOrderOfficeTests(app), IClassFixture<PostgreSqlHub>;
}
