using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Pitches;
using Hub.Core.Privacy;
using Hub.Tests.Evaluations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Pitches;

/// <summary>What the hub holds of who proposes something: told to them, forgotten when they ask, let go after a while.</summary>
public abstract class ProposalPrivacyTests(HubApp app) : IAsyncDisposable
{
    private readonly DateTime start = app.Clock.Now;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_proposes_gets_all_of_it_and_nothing_of_their_colleagues()
    {
        var call = await ACall.OpenAsync(app);
        var email = Address();
        await call.ProposeAsync(app, email);

        var data = await app.AskAsync<PersonalRecords, PersonalData>(records => records.OfAddressAsync(email.ToUpperInvariant(), Ct));

        var proposal = Assert.Single(data.Proposals);
        Assert.Equal((call.Call.Title, email, "Moins de fuites.", ApplicationState.Submitted), (proposal.Call, proposal.Email, proposal.Answers[1].Answer, proposal.State));
        Assert.Contains("Des fuites en moins.", Assert.Single(proposal.Versions).Content, StringComparison.Ordinal);
        Assert.Equal(["pitch-begun", "pitch-received"], proposal.Mails.Select(m => m.Kind));
        Assert.All(proposal.History, act => Assert.Null(act.Origin));
    }

    [Fact]
    public async Task Whoever_judges_gets_what_they_said_and_whoever_proposes_not_a_word_of_it_before_the_release()
    {
        var call = await ACall.OpenAsync(app);
        var author = await call.SendAsync(app, "Ville de Rance");
        var (reviewer, _) = await call.JoinAsync(app);
        await call.CloseAsync(app);
        Assert.Equal(SaveOutcome.Saved, await app.JudgeAsync(reviewer, author, AContest.Sheet(4, 2, "Un projet rare.")));
        Assert.True(await app.SendReviewAsync(reviewer, author));
        await call.DecideAsync(app, (author, Verdict.Accepted, null));

        var theirs = Assert.Single((await app.AskAsync<PersonalRecords, PersonalData>(records => records.OfAddressAsync(reviewer.Email, Ct))).Committees);
        var mine = Assert.Single((await app.AskAsync<PersonalRecords, PersonalData>(records => records.OfAddressAsync(author.Email, Ct))).Proposals);
        Assert.Equal(ReleaseOutcome.Done, await call.ReleaseAsync(app));
        var told = Assert.Single((await app.AskAsync<PersonalRecords, PersonalData>(records => records.OfAddressAsync(author.Email, Ct))).Proposals);

        var review = Assert.Single(theirs.Reviews);
        Assert.Equal((1, "Un projet rare.", 4m), (review.Number, review.Note, review.Marks[0].Mark));
        Assert.Equal(["InviteReviewer", "SubmitReview"], theirs.History.Select(a => a.Command));
        Assert.Null(mine.Decision);
        Assert.Equal(["BeginApplication", "SubmitApplication"], mine.History.Select(a => a.Command));
        Assert.Equal((Verdict.Accepted, StageOfferState.Offered), (told.Decision!.Verdict, told.Decision.Place));
    }

    [Fact]
    public async Task Who_is_erased_takes_along_what_nobody_else_writes()
    {
        var call = await ACall.OpenAsync(app);
        var (alone, first, second) = (Address(), Address(), Address());
        await call.ProposeAsync(app, alone);
        var shared = await call.ProposeAsync(app, first);
        using var visitor = app.Visitor();
        using var invited = await visitor.PostAsync(shared, new Dictionary<string, string> { ["Colleague.Name"] = "Maï Kerouac", ["Colleague.Email"] = second }, $"{shared}?handler=Invite");
        var colleague = (await app.MailsToAsync(second))[^1].LinkTo("/proposer/");

        await EraseAsync(alone);
        await EraseAsync(first);

        Assert.Equal("Trois capteurs par quartier", (await visitor.ReadAsync(colleague)).QuerySelector("#reponse-title")!.GetAttribute("value"));
        Assert.DoesNotContain(first, (await visitor.ReadAsync(colleague)).Words(), StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.Applications.CountAsync(a => a.ContestId == call.Call.Id, Ct)));
        Assert.Single(await call.VersionsAsync(app));
    }

    [Fact]
    public async Task A_year_after_the_day_nothing_of_what_was_proposed_is_left()
    {
        var call = await ACall.OpenAsync(app);
        await call.ProposeAsync(app, Address());
        var reviewer = await app.ReviewerAsync(await app.ReadAsync(db => db.Contests.AsNoTracking().SingleAsync(c => c.Id == call.Call.Id, Ct)), "Région");
        var author = await app.ReadAsync(async db =>
        {
            var mine = db.Applications.Where(a => a.ContestId == call.Call.Id).Select(a => a.Id);
            return await db.Authors.AsNoTracking().SingleAsync(a => mine.Contains(a.ApplicationId), Ct);
        });
        app.Clock.Now = start.AddHours(2);
        await app.JudgeAsync(reviewer, author, 4);

        app.Clock.Now = call.Edition.EndsAt.AddYears(4);
        var purged = await app.AskAsync<Purge, IReadOnlyList<PurgeLine>>(purge => purge.RunAsync(Ct));

        Assert.Contains(purged, line => line is { Rule: "proposals", Rows: >= 1 });
        Assert.Equal(0, await app.ReadAsync(db => db.Applications.CountAsync(a => a.ContestId == call.Call.Id, Ct)));
        Assert.Equal(0, await app.ReadAsync(db => db.Reviews.CountAsync(r => r.ReviewerId == reviewer.Id, Ct)));
    }

    [Fact]
    public async Task A_day_given_up_as_a_draft_takes_its_calls_along()
    {
        var organisation = An.Organisation();
        var draft = An.Draft(organisation);
        await app.SaveAsync(organisation, draft);
        await ACall.OnAsync(app, organisation, draft);
        using var organiser = await app.OrganiserAsync(organisation);

        using var gone = await organiser.PostAsync($"/organisation/journees/{draft.Id}/supprimer", new Dictionary<string, string>());

        Assert.Equal(System.Net.HttpStatusCode.Redirect, gone.StatusCode);
        Assert.Equal(0, await app.ReadAsync(db => db.Editions.CountAsync(e => e.Id == draft.Id, Ct)));
    }

    public ValueTask DisposeAsync()
    {
        app.Clock.Now = start;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static string Address() => $"{Guid.NewGuid():N}@rance.example";

    private Task EraseAsync(string email) => app.DoAsync<Erasure>(erasure => erasure.EraseAsync(email, Ct));

    public sealed class OnSqlite(SqliteHub app) : ProposalPrivacyTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : ProposalPrivacyTests(app), IClassFixture<PostgreSqlHub>;
}
