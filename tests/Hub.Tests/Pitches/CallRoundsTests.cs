using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Pitches;
using Hub.Core.Registrations;
using Hub.Tests.Support;

namespace Hub.Tests.Pitches;

/// <summary>A day that is cancelled takes its calls along.</summary>
public abstract class CallRoundsTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_proposed_and_who_judges_are_told_once_that_there_is_no_day()
    {
        var call = await ACall.OpenAsync(app);
        var author = await call.SendAsync(app, "Ville de Rance");
        var (reviewer, _) = await call.JoinAsync(app);

        await CancelDayAsync(call);
        await RoundAsync();

        var told = (await app.MailsToAsync(author.Email))[^1];
        Assert.Contains("Faute de salle.", told.Text(), StringComparison.Ordinal);
        Assert.Equal(3, (await app.MailsToAsync(author.Email)).Count);
        Assert.Contains("Faute de salle.", (await app.MailsToAsync(reviewer.Email))[^1].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_release_who_was_chosen_is_told_and_who_was_declined_is_left_in_peace()
    {
        var call = await ACall.OpenAsync(app);
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted), ("Ville de Vire", Verdict.Declined));
        var before = (await app.MailsToAsync(authors[1].Email)).Count;

        await CancelDayAsync(call);

        Assert.Contains("Faute de salle.", (await app.MailsToAsync(authors[0].Email))[^1].Text(), StringComparison.Ordinal);
        Assert.Equal(before, (await app.MailsToAsync(authors[1].Email)).Count);
    }

    private async Task CancelDayAsync(ACall call)
    {
        await app.AskAsync<EditionChanges, EditionOutcome>(changes => changes.CancelAsync(call.Edition.Id, "Faute de salle.", null, Ct));
        await RoundAsync();
    }

    private Task RoundAsync() => app.DoAsync<CallRounds>(rounds => rounds.RunAsync(Ct));

    public sealed class OnSqlite(SqliteHub app) : CallRoundsTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : CallRoundsTests(app), IClassFixture<PostgreSqlHub>;
}
