using Hub.Core.Evaluations;
using Hub.Core.Pitches;
using Hub.Core.Privacy;
using Hub.Core.Programmes;
using Hub.Tests.Programmes;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Pitches;

/// <summary>From a released decision to a turn on stage.</summary>
public abstract class PitchStageTests(HubApp app) : IAsyncDisposable
{
    private readonly DateTime start = app.Clock.Now;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_confirms_has_a_turn_and_a_mail_and_is_a_speaker()
    {
        var (call, stage) = await OnStageAsync();
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted));

        Assert.True(await app.ConfirmAsync(authors[0], "Awa Dembasse, directrice\nMaï Kerouac, élue"));
        Assert.True(await app.ConfirmAsync(authors[0], "Awa Dembasse, directrice générale"));

        var turn = Assert.Single((await stage.OrderAsync(app)).Slots);
        Assert.Equal((authors[0].ApplicationId, "Le projet de Ville de Rance", "Awa Dembasse, directrice générale"), (turn.Id, turn.Title, turn.Presenters));
        Assert.Equal("passage confirmé", await app.LastSubjectAsync(authors[0]));
        Assert.Contains("Les pitchs", (await app.MailsToAsync(authors[0].Email))[^1].Text(), StringComparison.Ordinal);
        var speaker = await app.ReadAsync(db => db.SpeakerInvitations.AsNoTracking().SingleAsync(i => i.EditionId == call.Edition.Id, Ct));
        Assert.Equal(("Awa Dembasse", SpeakerState.Accepted, authors[0].Email), (speaker.Name, speaker.State, speaker.Email));
    }

    [Fact]
    public async Task What_they_say_of_it_is_read_with_their_turn_once_it_is_announced()
    {
        var (call, stage) = await OnStageAsync();
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted));
        Assert.True(await app.ConfirmAsync(authors[0]));
        using var visitor = app.Visitor();
        Assert.DoesNotContain("Moins d’eau perdue.", (await visitor.ReadAsync(stage.Page)).Words(), StringComparison.Ordinal);

        await stage.AnnounceAsync(app);

        Assert.Contains("Moins d’eau perdue.", (await visitor.ReadAsync(stage.Page)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawal_gives_the_place_and_the_turn_to_the_next_of_the_reserve()
    {
        var (call, stage) = await OnStageAsync();
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted), ("Ville d’Erdre", Verdict.Reserve), ("Ville de Vire", Verdict.Reserve));
        Assert.True(await app.ConfirmAsync(authors[0]));

        Assert.True(await app.WithdrawAsync(authors[0]));

        Assert.Empty((await stage.OrderAsync(app)).Slots);
        var moved = await WaitingAsync(authors);
        Assert.Equal("une place se libère", await app.LastSubjectAsync(moved.Promoted));
        Assert.Contains("réserve", (await app.MailsToAsync(moved.Promoted.Email))[^1].Text(), StringComparison.Ordinal);
        Assert.True(await app.ConfirmAsync(moved.Promoted));
        Assert.Equal(moved.Promoted.ApplicationId, Assert.Single((await stage.OrderAsync(app)).Slots).Id);
        Assert.Null(await app.OfferAsync(moved.Waiting));
    }

    [Fact]
    public async Task A_place_nobody_confirms_is_reminded_of_and_goes_to_the_next()
    {
        var call = await ACall.OpenAsync(app);
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted), ("Ville d’Erdre", Verdict.Reserve));
        await RoundAsync(start.AddDays(5).AddMinutes(-1));
        Assert.Equal("proposition retenue", await app.LastSubjectAsync(authors[0]));

        await RoundAsync(start.AddDays(5));
        await RoundAsync(start.AddDays(6));
        Assert.Equal("passage à confirmer", await app.LastSubjectAsync(authors[0]));
        Assert.Equal(4, (await app.MailsToAsync(authors[0].Email)).Count);
        await RoundAsync(start.AddDays(7));

        Assert.Equal("place non confirmée", await app.LastSubjectAsync(authors[0]));
        Assert.False(await app.ConfirmAsync(authors[0]));
        Assert.Equal((StageOfferState.Offered, start.AddDays(14)), ((await app.OfferAsync(authors[1]))!.State, (await app.OfferAsync(authors[1]))!.ConfirmBy));
        Assert.Equal("une place se libère", await app.LastSubjectAsync(authors[1]));
    }

    [Fact]
    public async Task The_last_second_confirms_and_the_next_does_not()
    {
        var call = await ACall.OpenAsync(app);
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted), ("Ville d’Erdre", Verdict.Accepted));

        app.Clock.Now = start.AddDays(7).AddSeconds(-1);
        Assert.True(await app.ConfirmAsync(authors[0]));
        app.Clock.Now = start.AddDays(7);
        Assert.False(await app.ConfirmAsync(authors[1]));
    }

    [Fact]
    public async Task Nobody_is_promoted_once_the_day_has_begun()
    {
        var call = await ACall.OpenAsync(app);
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted), ("Ville d’Erdre", Verdict.Reserve));
        Assert.True(await app.ConfirmAsync(authors[0]));

        app.Clock.Now = call.Edition.StartsAt;
        Assert.True(await app.WithdrawAsync(authors[0]));

        Assert.Null(await app.OfferAsync(authors[1]));
    }

    [Fact]
    public async Task A_place_promised_late_ends_when_the_day_begins()
    {
        var call = await ACall.OpenAsync(app);
        app.Clock.Now = start;
        await call.SendAsync(app, "Ville de Rance");
        await call.CloseAsync(app);
        app.Clock.Now = call.Edition.StartsAt.AddDays(-2);
        var application = await call.ApplicationAsync(app);
        Assert.Empty(await app.AskAsync<DecisionOffice, IReadOnlyList<Guid>>(office => office.DecideAsync(call.Call.Id, [new(application.Id, Verdict.Accepted, null, null, 0)], null, Ct)));
        Assert.Equal(ReleaseOutcome.Done, await call.ReleaseAsync(app));

        Assert.Equal(call.Edition.StartsAt, await app.ReadAsync(db => db.StageOffers.Where(o => o.ApplicationId == application.Id).Select(o => o.ConfirmBy).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Turns_follow_when_another_session_is_chosen()
    {
        var (call, stage) = await OnStageAsync();
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted));
        Assert.True(await app.ConfirmAsync(authors[0]));

        Assert.True(await PlayInAsync(call, null));
        Assert.Empty((await stage.OrderAsync(app)).Slots);
        Assert.True(await PlayInAsync(call, stage.Session.Id));
        Assert.True(await PlayInAsync(call, stage.Session.Id));

        Assert.Single((await stage.OrderAsync(app)).Slots);
        Assert.False(await PlayInAsync(call, Guid.NewGuid()));
    }

    [Fact]
    public async Task Whom_the_organisers_named_already_is_not_spoken_for()
    {
        var (call, stage) = await OnStageAsync();
        Assert.True(await stage.ChangeAsync(app, order => order.Add("Mot d’accueil", "Awa Dembasse, présidente")));
        await app.AskToSpeakAsync(stage.Edition, "organisatrice@exemple.example", "Awa Dembasse");
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted));

        Assert.True(await app.ConfirmAsync(authors[0]));

        Assert.Equal("organisatrice@exemple.example", (await app.ReadAsync(db => db.SpeakerInvitations.AsNoTracking().SingleAsync(i => i.EditionId == call.Edition.Id, Ct))).Email);
    }

    [Fact]
    public async Task Who_is_erased_gives_their_place_back()
    {
        var (call, stage) = await OnStageAsync();
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted), ("Ville d’Erdre", Verdict.Reserve));
        Assert.True(await app.ConfirmAsync(authors[0]));

        await app.DoAsync<Erasure>(erasure => erasure.EraseAsync(authors[0].Email, Ct));

        Assert.Empty((await stage.OrderAsync(app)).Slots);
        Assert.Null(await app.OfferAsync(authors[0]));
        Assert.Equal(StageOfferState.Offered, (await app.OfferAsync(authors[1]))!.State);
    }

    [Fact]
    public async Task Two_withdrawals_at_once_promote_two_and_a_place_goes_to_one()
    {
        var call = await ACall.OpenAsync(app);
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted), ("Ville d’Erdre", Verdict.Accepted), ("Ville de Vire", Verdict.Reserve), ("Ville d’Aulne", Verdict.Reserve), ("Ville de Mée", Verdict.Reserve));

        await Task.WhenAll(app.WithdrawAsync(authors[0]), app.WithdrawAsync(authors[1]), app.WithdrawAsync(authors[0]), app.WithdrawAsync(authors[1]));

        Assert.Equal(2, await app.ReadAsync(db => db.StageOffers.CountAsync(o => o.CallId == call.Call.Id && o.State == StageOfferState.Offered, Ct)));
        Assert.Equal(1, await app.ReadAsync(db => db.Decisions.CountAsync(d => d.ContestId == call.Call.Id && d.Verdict == Verdict.Reserve, Ct)));
    }

    public ValueTask DisposeAsync()
    {
        app.Clock.Now = start;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A call whose accepted proposals have their turn in a session of its day.</summary>
    private async Task<(ACall Call, AStage Stage)> OnStageAsync()
    {
        var stage = await AStage.WithAsync(app);
        var call = await ACall.OnAsync(app, stage.Organisation, stage.Edition);
        Assert.True(await PlayInAsync(call, stage.Session.Id));
        return (call, stage);
    }

    private Task<bool> PlayInAsync(ACall call, Guid? session) => app.AskAsync<PitchStage, bool>(stage => stage.PlayInAsync(call.Call.Id, session, null, Ct));

    private async Task RoundAsync(DateTime now)
    {
        app.Clock.Now = now;
        await app.DoAsync<StageRounds>(rounds => rounds.RunAsync(Ct));
    }

    private async Task<(Author Promoted, Author Waiting)> WaitingAsync(IReadOnlyList<Author> authors) =>
        await app.OfferAsync(authors[1]) is null ? (authors[2], authors[1]) : (authors[1], authors[2]);

    public sealed class OnSqlite(SqliteHub app) : PitchStageTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : PitchStageTests(app), IClassFixture<PostgreSqlHub>;
}
