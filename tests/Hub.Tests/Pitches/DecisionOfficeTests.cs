using Hub.Core.Evaluations;
using Hub.Core.Pitches;
using Hub.Tests.Support;

namespace Hub.Tests.Pitches;

public abstract class DecisionOfficeTests(HubApp app) : IAsyncDisposable
{
    private readonly DateTime start = app.Clock.Now;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_decided_before_the_closing_and_nothing_released_before_everybodys()
    {
        var call = await ACall.OpenAsync(app);
        var (author, late) = (await call.SendAsync(app, "Ville de Rance"), await call.SendAsync(app, "Ville d’Erdre"));
        Decided accepted = new(author.ApplicationId, Verdict.Accepted, null, null, 0);

        Assert.Equal([author.ApplicationId], await DecideAsync(call, accepted));
        Assert.True(await app.AskAsync<CallOffice, bool>(office => office.AllowUntilAsync(call.Call.Id, late.ApplicationId, start.AddHours(3), null, Ct)));
        await call.CloseAsync(app);
        Assert.Empty(await DecideAsync(call, accepted));

        Assert.Equal(ReleaseOutcome.StillOpen, await call.ReleaseAsync(app));
        app.Clock.Now = start.AddHours(4);
        Assert.Equal(ReleaseOutcome.Undecided, await call.ReleaseAsync(app));
        await call.DecideAsync(app, (late, Verdict.Declined, null));
        Assert.Equal(ReleaseOutcome.Done, await call.ReleaseAsync(app));
        Assert.Equal(ReleaseOutcome.Released, await call.ReleaseAsync(app));
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_is_told()
    {
        var call = await ACall.OpenAsync(app);
        var (author, other) = (await call.SendAsync(app, "Ville de Rance"), await call.SendAsync(app, "Ville d’Erdre"));
        await call.CloseAsync(app);

        Assert.Empty(await DecideAsync(call, new Decided(author.ApplicationId, Verdict.Accepted, null, null, 0)));
        var refused = await DecideAsync(call, new(author.ApplicationId, Verdict.Declined, null, null, 0), new(other.ApplicationId, Verdict.Declined, null, null, 0));

        Assert.Equal([author.ApplicationId], refused);
        Assert.Equal((Verdict.Accepted, Verdict.Declined), ((await app.DecisionAsync(author))!.Verdict, (await app.DecisionAsync(other))!.Verdict));
    }

    [Fact]
    public async Task A_decision_is_taken_back_as_long_as_nobody_was_told()
    {
        var call = await ACall.OpenAsync(app);
        var author = await call.SendAsync(app, "Ville de Rance");
        await call.CloseAsync(app);
        await call.DecideAsync(app, (author, Verdict.Accepted, null));
        await call.DecideAsync(app, (author, null, null));

        Assert.Null(await app.DecisionAsync(author));
        Assert.Equal(ReleaseOutcome.Nothing, await call.ReleaseAsync(app));
    }

    [Fact]
    public async Task The_release_tells_each_once_what_became_of_theirs()
    {
        var call = await ACall.OpenAsync(app);
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted), ("Ville d’Erdre", Verdict.Reserve), ("Ville de Vire", Verdict.Declined));

        Assert.Equal(("proposition retenue", "liste de réserve", "réponse à votre envoi"), (await app.LastSubjectAsync(authors[0]), await app.LastSubjectAsync(authors[1]), await app.LastSubjectAsync(authors[2])));
        Assert.Equal(3, (await app.MailsToAsync(authors[2].Email)).Count);
        Assert.Equal((StageOfferState.Offered, start.AddDays(7)), ((await app.OfferAsync(authors[0]))!.State, (await app.OfferAsync(authors[0]))!.ConfirmBy));
        Assert.Null(await app.OfferAsync(authors[1]));
        Assert.Equal([authors[0].ApplicationId, authors[1].ApplicationId, authors[2].ApplicationId], await DecideAsync(call, [.. authors.Select(a => new Decided(a.ApplicationId, Verdict.Accepted, null, "Trop tard.", 2))]));
    }

    [Fact]
    public async Task The_reserve_is_numbered_as_it_was_ordered_and_then_by_marks()
    {
        var call = await ACall.OpenAsync(app);
        var (low, high, first) = (await call.SendAsync(app, "Ville de Rance"), await call.SendAsync(app, "Ville d’Erdre"), await call.SendAsync(app, "Ville de Vire"));
        var (reviewer, _) = await call.JoinAsync(app);
        await call.CloseAsync(app);
        await Evaluations.AContest.JudgeAsync(app, reviewer, low, 1);
        await Evaluations.AContest.JudgeAsync(app, reviewer, high, 5);
        await call.DecideAsync(app, (low, Verdict.Reserve, null), (high, Verdict.Reserve, null), (first, Verdict.Reserve, 4));

        Assert.Equal(ReleaseOutcome.Done, await call.ReleaseAsync(app));

        Assert.Equal((1, 2, 3), ((await app.DecisionAsync(first))!.Position, (await app.DecisionAsync(high))!.Position, (await app.DecisionAsync(low))!.Position));
    }

    [Fact]
    public async Task After_the_release_nobody_judges_any_more()
    {
        var call = await ACall.OpenAsync(app);
        var (reviewer, page) = await call.JoinAsync(app);
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted));

        Assert.Equal(SaveOutcome.Refused, await Evaluations.AContest.JudgeAsync(app, reviewer, authors[0], Evaluations.AContest.Sheet(3, 3)));
        using var visitor = app.Visitor();
        Assert.Contains("il n’y a plus rien à évaluer", (await visitor.ReadAsync(page)).Words(), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        app.Clock.Now = start;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private Task<IReadOnlyList<Guid>> DecideAsync(ACall call, params IReadOnlyList<Decided> decided) =>
        app.AskAsync<DecisionOffice, IReadOnlyList<Guid>>(office => office.DecideAsync(call.Call.Id, decided, null, Ct));

    public sealed class OnSqlite(SqliteHub app) : DecisionOfficeTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : DecisionOfficeTests(app), IClassFixture<PostgreSqlHub>;
}
