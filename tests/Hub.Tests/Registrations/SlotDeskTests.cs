using Hub.Core.Events;
using Hub.Core.Privacy;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Registrations;

/// <summary>Turns on stage that registered people take themselves.</summary>
public abstract class SlotDeskTests(HubApp app) : IAsyncDisposable
{
    private readonly DateTime start = app.Clock.Now;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task First_come_first_served_and_the_others_wait()
    {
        var stage = await ABookableStage.OpenAsync(app, turns: 1, people: 2);

        Assert.True(await stage.BookAsync(app, 0));
        Assert.True(await stage.BookAsync(app, 0, "Un autre sujet"));
        Assert.True(await stage.BookAsync(app, 1));

        Assert.Equal([true, false], (await stage.BookingsAsync(app)).Select(b => b.HasTurn));
        var turn = Assert.Single((await stage.OrderAsync(app)).Slots);
        Assert.Equal(("Des repas plus justes", $"{stage.People[0].Name}, {stage.People[0].JobTitle}, {stage.People[0].Organisation}"), (turn.Title, turn.Presenters));
        Assert.Equal((2, 1), (await CountAsync(stage, 0), await CountAsync(stage, 1)));
    }

    [Fact]
    public async Task A_turn_given_back_goes_to_who_waits_longest_with_a_mail()
    {
        var stage = await ABookableStage.OpenAsync(app, turns: 1, people: 3);
        foreach (var person in Enumerable.Range(0, 3))
        {
            Assert.True(await stage.BookAsync(app, person, $"Sujet {person}"));
        }

        await app.DoAsync<SlotDesk>(desk => desk.GiveBackAsync(stage.People[0].Id, stage.Session.Id, Ct));

        Assert.Equal("Sujet 1", Assert.Single((await stage.OrderAsync(app)).Slots).Title);
        var mail = (await app.MailsToAsync(stage.People[1].Email))[^1];
        Assert.Contains("votre passage sur scène", mail["Subject"], StringComparison.Ordinal);
        Assert.Contains("Sujet 1", mail.Text(), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(stage, 2));
    }

    [Fact]
    public async Task Whoever_gives_their_seat_back_gives_the_turn_back_within_a_minute()
    {
        var stage = await ABookableStage.OpenAsync(app, turns: 1, people: 2);
        Assert.True(await stage.BookAsync(app, 0));
        Assert.True(await stage.BookAsync(app, 1, "Le suivant"));

        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(stage.People[0].Id, null, Ct));
        await app.DoAsync<SlotRounds>(rounds => rounds.RunAsync(Ct));

        Assert.Equal("Le suivant", Assert.Single((await stage.OrderAsync(app)).Slots).Title);
        Assert.False(await stage.BookAsync(app, 0));
    }

    [Fact]
    public async Task More_turns_serve_the_line_and_fewer_take_none_away()
    {
        var stage = await ABookableStage.OpenAsync(app, turns: 1, people: 3);
        foreach (var person in Enumerable.Range(0, 3))
        {
            Assert.True(await stage.BookAsync(app, person));
        }

        await stage.OpenAsync(app, 2);
        await app.DoAsync<SlotRounds>(rounds => rounds.RunAsync(Ct));
        Assert.Equal([true, true, false], (await stage.BookingsAsync(app)).Select(b => b.HasTurn));
        await stage.OpenAsync(app, 1);
        await app.DoAsync<SlotRounds>(rounds => rounds.RunAsync(Ct));

        Assert.Equal([true, true, false], (await stage.BookingsAsync(app)).Select(b => b.HasTurn));
    }

    [Fact]
    public async Task A_turn_that_organisers_take_away_is_not_given_again_by_itself()
    {
        var stage = await ABookableStage.OpenAsync(app, turns: 1, people: 1);
        Assert.True(await stage.BookAsync(app, 0));
        var turn = Assert.Single((await stage.OrderAsync(app)).Slots);

        Assert.True(await stage.ChangeAsync(app, order => order.Remove(turn.Id)));
        await app.DoAsync<SlotRounds>(rounds => rounds.RunAsync(Ct));

        Assert.Empty((await stage.OrderAsync(app)).Slots);
        Assert.Empty(await stage.BookingsAsync(app));
    }

    [Fact]
    public async Task Nobody_takes_a_turn_where_none_is_offered_or_once_the_session_has_begun()
    {
        var stage = await ABookableStage.OpenAsync(app, turns: 0, people: 1);
        Assert.False(await stage.BookAsync(app, 0));
        await stage.OpenAsync(app, 1);
        app.Clock.Now = stage.Session.StartsAt;

        Assert.False(await stage.BookAsync(app, 0));
    }

    [Fact]
    public async Task A_turn_given_back_once_the_session_has_begun_or_left_the_programme_goes_to_nobody()
    {
        var (begun, gone) = (await ABookableStage.OpenAsync(app, turns: 1, people: 2), await ABookableStage.OpenAsync(app, turns: 1, people: 2));
        foreach (var stage in new[] { begun, gone })
        {
            Assert.True(await stage.BookAsync(app, 0));
            Assert.True(await stage.BookAsync(app, 1, "Le suivant"));
        }

        await app.ReadAsync(db => db.Sessions.Where(s => s.Id == gone.Session.Id).ExecuteDeleteAsync(Ct));
        await app.DoAsync<SlotDesk>(desk => desk.GiveBackAsync(gone.People[0].Id, gone.Session.Id, Ct));
        app.Clock.Now = begun.Session.StartsAt;
        await app.DoAsync<SlotDesk>(desk => desk.GiveBackAsync(begun.People[0].Id, begun.Session.Id, Ct));

        Assert.Empty((await gone.OrderAsync(app)).Slots);
        Assert.Empty((await begun.OrderAsync(app)).Slots);
    }

    [Fact]
    public async Task Whose_hour_moves_is_told_by_the_next_announcement()
    {
        var stage = await ABookableStage.OpenAsync(app, turns: 2, people: 2);
        Assert.True(await stage.BookAsync(app, 0));
        Assert.True(await stage.BookAsync(app, 1, "Le suivant"));
        Assert.Equal(0, await stage.AnnounceAsync(app));
        var second = (await stage.OrderAsync(app)).Slots[1].Id;

        Assert.True(await stage.ChangeAsync(app, order => order.Move(second, 0)));

        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        Assert.Equal(2, await stage.AnnounceAsync(app));
        Assert.Contains("9\u00a0h\u00a010", (await app.MailsToAsync(stage.People[0].Email))[^1].Text(), StringComparison.Ordinal);
        Assert.Equal((3, 3), (await CountAsync(stage, 0), await CountAsync(stage, 1)));
    }

    [Fact]
    public async Task Who_is_forgotten_before_the_day_leaves_the_turn_to_the_next_and_afterwards_their_name_alone_goes()
    {
        var stage = await ABookableStage.OpenAsync(app, turns: 1, people: 2);
        Assert.True(await stage.BookAsync(app, 0));
        Assert.True(await stage.BookAsync(app, 1, "Le suivant"));

        await app.DoAsync<Erasure>(erasure => erasure.EraseAsync(stage.People[0].Email, Ct));
        await app.DoAsync<SlotRounds>(rounds => rounds.RunAsync(Ct));
        Assert.Equal("Le suivant", Assert.Single((await stage.OrderAsync(app)).Slots).Title);
        app.Clock.Now = stage.Edition.EndsAt.AddHours(1);
        await app.DoAsync<Erasure>(erasure => erasure.EraseAsync(stage.People[1].Email, Ct));

        Assert.Equal(("Le suivant", null), ((await stage.OrderAsync(app)).Slots[0].Title, (await stage.OrderAsync(app)).Slots[0].Presenters));
        Assert.Empty(await stage.BookingsAsync(app));
    }

    [Fact]
    public async Task A_turn_is_taken_and_given_back_on_ones_own_page()
    {
        var stage = await ABookableStage.OpenAsync(app, turns: 1, people: 2);
        using var browser = app.Visitor();
        var (mine, theirs) = (PageOf(stage, 0), PageOf(stage, 1));
        Assert.Contains("Un passage libre", (await browser.ReadAsync(mine)).Words("#passages"), StringComparison.Ordinal);

        using var wrong = await browser.PostAsync(mine, new Dictionary<string, string> { ["subject"] = new string('x', SlotBooking.TitleLength + 1) }, $"{mine}?handler=BookSlot&session={stage.Session.Id}");
        using var again = await wrong.ReadAsync();
        Assert.Contains("Dites votre sujet", again.Words("#passages"), StringComparison.Ordinal);
        Assert.Equal(SlotBooking.TitleLength + 1, again.QuerySelector("[name=subject]")!.GetAttribute("value")!.Length);
        using var taken = await browser.PostAsync(mine, new Dictionary<string, string> { ["subject"] = "Mes repas" }, $"{mine}?handler=BookSlot&session={stage.Session.Id}");
        using var waits = await browser.PostAsync(theirs, new Dictionary<string, string> { ["subject"] = "Leurs repas" }, $"{theirs}?handler=BookSlot&session={stage.Session.Id}");

        Assert.Contains("Votre passage, vers 9\u00a0h", (await browser.ReadAsync(mine)).Words("#passages"), StringComparison.Ordinal);
        Assert.Contains("En attente d’un passage, rang 1", (await browser.ReadAsync(theirs)).Words("#passages"), StringComparison.Ordinal);
        using var given = await browser.PostAsync(mine, new Dictionary<string, string>(), $"{mine}?handler=GiveSlotBack&session={stage.Session.Id}");
        Assert.Contains("Votre passage, vers 9\u00a0h", (await browser.ReadAsync(theirs)).Words("#passages"), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        app.Clock.Now = start;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private string PageOf(ABookableStage stage, int person) => app.Services.GetRequiredService<RegistrationLinks>().For(stage.People[person]).AbsolutePath;

    /// <summary>Mails so far: the confirmation of the seat is one.</summary>
    private async Task<int> CountAsync(ABookableStage stage, int person) => (await app.MailsToAsync(stage.People[person].Email)).Count;

    public sealed class OnSqlite(SqliteHub app) : SlotDeskTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : SlotDeskTests(app), IClassFixture<PostgreSqlHub>;
}
