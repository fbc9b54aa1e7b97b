using Hub.Core.Evaluations;
using Hub.Core.Pitches;
using Hub.Tests.Evaluations;
using Hub.Tests.Programmes;
using Hub.Tests.Support;

namespace Hub.Tests.Pitches;

/// <summary>What those who come on stage by a call are told of when.</summary>
public abstract class PitchTurnTests(HubApp app) : IAsyncDisposable
{
    private readonly DateTime start = app.Clock.Now;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_announcement_tells_authors_their_hour_and_again_when_it_moves()
    {
        var (call, stage) = await OnStageAsync();
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted), ("Ville de Vire", Verdict.Accepted));
        Assert.True(await app.ConfirmAsync(authors[0], "Maï Kerouac, élue"));
        Assert.True(await app.ConfirmAsync(authors[1], "Jo Bellec, élu"));

        Assert.Equal(2, await stage.AnnounceAsync(app));

        Assert.Equal("votre heure de passage", await app.LastSubjectAsync(authors[1]));
        Assert.Contains("9\u00a0h\u00a010, 8 min, Salle Bréhat", await LastAsync(authors[1]), StringComparison.Ordinal);
        Assert.Equal(0, await stage.AnnounceAsync(app));
        Assert.True(await stage.ChangeAsync(app, order => order.Move(authors[1].ApplicationId, 0)));
        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        Assert.Equal(2, await stage.AnnounceAsync(app));
        Assert.Contains("9\u00a0h\u00a010", await LastAsync(authors[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_a_speaker_too_is_told_in_one_mail()
    {
        var (call, stage) = await OnStageAsync();
        var author = Assert.Single(await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted)));
        Assert.True(await app.ConfirmAsync(author));
        var before = (await app.MailsToAsync(author.Email)).Count;

        Assert.Equal(1, await stage.AnnounceAsync(app));

        Assert.Equal(before + 1, (await app.MailsToAsync(author.Email)).Count);
    }

    [Fact]
    public async Task Accepted_they_learn_which_session_when_and_for_how_long()
    {
        var (call, _) = await OnStageAsync();

        var author = Assert.Single(await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted)));

        var told = await LastAsync(author);
        Assert.Contains("Les pitchs", told, StringComparison.Ordinal);
        Assert.Contains("9\u00a0h", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_names_what_was_sent_whatever_is_being_written()
    {
        var (call, _) = await OnStageAsync();
        var author = await call.SendAsync(app, "Ville de Rance");
        await app.WriteAsync(author, "title", "Un tout autre titre");
        await call.CloseAsync(app);
        await call.DecideAsync(app, [(author, Verdict.Accepted, null)]);

        Assert.Equal(ReleaseOutcome.Done, await call.ReleaseAsync(app));

        Assert.Contains("Le projet de Ville de Rance", await LastAsync(author), StringComparison.Ordinal);
        Assert.DoesNotContain("Un tout autre titre", await LastAsync(author), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organisers_learn_that_a_place_came_free_and_who_has_it_now()
    {
        var (call, _) = await OnStageAsync();
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted), ("Ville de Vire", Verdict.Reserve));
        Assert.True(await app.ConfirmAsync(authors[0]));

        Assert.True(await app.WithdrawAsync(authors[0]));

        var mail = (await app.MailsToAsync(call.Edition.Contact))[^1];
        Assert.EndsWith("une place rendue", mail["Subject"], StringComparison.Ordinal);
        Assert.Contains("Le projet de Ville de Rance", mail.Text(), StringComparison.Ordinal);
        Assert.Contains("Le projet de Ville de Vire", mail.Text(), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        app.Clock.Now = start;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private async Task<(ACall Call, AStage Stage)> OnStageAsync()
    {
        var stage = await AStage.WithAsync(app);
        var call = await ACall.OnAsync(app, stage.Organisation, stage.Edition);
        Assert.True(await app.AskAsync<PitchStage, bool>(office => office.PlayInAsync(call.Call.Id, stage.Session.Id, null, Ct)));
        return (call, stage);
    }

    private async Task<string> LastAsync(Author author) => (await app.MailsToAsync(author.Email))[^1].Text();

    public sealed class OnSqlite(SqliteHub app) : PitchTurnTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : PitchTurnTests(app), IClassFixture<PostgreSqlHub>;
}
