using System.Globalization;
using Hub.Core.Calendars;
using Hub.Core.Evaluations;
using Hub.Core.Pitches;
using Hub.Core.Privacy;
using Hub.Tests.Evaluations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Pitches;

public abstract class CommitteeTests(HubApp app) : IAsyncDisposable
{
    private readonly DateTime start = app.Clock.Now;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_asked_in_gets_a_link_and_only_once()
    {
        var call = await ACall.OpenAsync(app);
        var email = AContest.Address("region");

        Assert.True(await call.InviteAsync(app, email));
        Assert.False(await call.InviteAsync(app, email.ToUpperInvariant()));

        var mail = Assert.Single(await app.MailsToAsync(email));
        Assert.EndsWith("comité d’évaluation", mail["Subject"], StringComparison.Ordinal);
        using var visitor = app.Visitor();
        Assert.Contains("dès la clôture", (await visitor.ReadAsync(mail.LinkTo("/comite/"))).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_to_judge_what_the_public_does_not_see()
    {
        var organisation = An.Organisation();
        var draft = An.Draft(organisation);
        await app.SaveAsync(organisation, draft);

        Assert.False(await (await ACall.OnAsync(app, organisation, draft)).InviteAsync(app, AContest.Address("region")));
        Assert.False(await (await ACall.OpenAsync(app, isPublished: false)).InviteAsync(app, AContest.Address("region")));
    }

    [Fact]
    public async Task Who_is_dismissed_opens_nothing_and_comes_back_by_the_same_link()
    {
        var call = await ACall.OpenAsync(app);
        var (reviewer, page) = await call.JoinAsync(app);
        using var visitor = app.Visitor();

        Assert.True(await app.AskAsync<Committee, bool>(committee => committee.DismissAsync(call.Call.Id, reviewer.Id, null, Ct)));
        using var shut = await visitor.GetAsync(page, Ct);
        Assert.True(await call.InviteAsync(app, reviewer.Email, reviewer.Organisation));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, shut.StatusCode);
        Assert.Equal(page, (await app.MailsToAsync(reviewer.Email))[^1].LinkTo("/comite/"));
        await visitor.ReadAsync(page);
    }

    [Fact]
    public async Task Those_who_are_late_are_reminded_and_at_the_most_once_a_day()
    {
        var call = await ACall.OpenAsync(app);
        var author = await call.SendAsync(app, "Ville de Rance");
        var ((done, _), (late, _), (tied, _)) = (await call.JoinAsync(app), await call.JoinAsync(app), await call.JoinAsync(app, "ville de RANCE"));
        await call.CloseAsync(app);
        await app.JudgeAsync(done, author, 4);

        Assert.Equal(1, await RemindAsync(call));
        Assert.Equal(0, await RemindAsync(call));
        app.Clock.Now = start.AddDays(1);
        Assert.Equal(1, await RemindAsync(call));

        Assert.Equal((1, 3, 1), ((await app.MailsToAsync(done.Email)).Count, (await app.MailsToAsync(late.Email)).Count, (await app.MailsToAsync(tied.Email)).Count));
        Assert.EndsWith("avis à rendre", (await app.MailsToAsync(late.Email))[^1]["Subject"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_counts_what_each_may_judge()
    {
        var call = await ACall.OpenAsync(app);
        var (first, _) = (await call.SendAsync(app, "Ville de Rance"), await call.SendAsync(app, "Ville d’Erdre"));
        var ((free, _), (tied, _), (recused, _)) = (await call.JoinAsync(app, name: "A"), await call.JoinAsync(app, "Ville de Rance", "B"), await call.JoinAsync(app, name: "C"));
        await call.CloseAsync(app);
        await app.JudgeAsync(free, first, 4);
        await app.JudgeAsync(recused, first, 4);
        Assert.True(await app.RecuseAsync(recused, first));

        var progress = await app.AskAsync<Committee, IReadOnlyList<ReviewerProgress>>(committee => committee.ProgressAsync(call.Call.Id, Ct));

        Assert.Equal([(free.Id, 1, 2), (tied.Id, 0, 1), (recused.Id, 0, 1)], progress.Select(p => (p.Reviewer.Id, p.Done, p.All)));
    }

    [Fact]
    public async Task Who_is_erased_leaves_their_marks_without_a_name_and_a_link_that_opens_nothing()
    {
        var call = await ACall.OpenAsync(app);
        var author = await call.SendAsync(app, "Ville de Rance");
        var (reviewer, page) = await call.JoinAsync(app);
        await call.CloseAsync(app);
        await app.JudgeAsync(reviewer, author, 4);

        await app.DoAsync<Erasure>(erasure => erasure.EraseAsync(reviewer.Email, Ct));

        using var visitor = app.Visitor();
        using var shut = await visitor.GetAsync(page, Ct);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, shut.StatusCode);
        var left = Assert.Single(await app.ReadAsync(db => db.Reviewers.AsNoTracking().Where(r => r.ContestId == call.Call.Id).ToListAsync(Ct)));
        Assert.Equal(("", ""), (left.Name, left.Email));
        Assert.Equal(4, Assert.Single(await app.RankAsync(await app.ReadAsync(db => db.Contests.AsNoTracking().SingleAsync(c => c.Id == call.Call.Id, Ct)))).Mean);
    }

    [Fact]
    public async Task When_the_call_closes_those_asked_before_are_told_once_that_they_can_read()
    {
        var call = await ACall.OpenAsync(app);
        await call.SendAsync(app, "Ville de Rance");
        var (before, after, tied) = (AContest.Address("region"), AContest.Address("region"), AContest.Address("rance"));
        await call.InviteAsync(app, before);
        await call.InviteAsync(app, tied, "Ville de Rance");
        await RoundAsync();
        Assert.Single(await app.MailsToAsync(before));

        app.Clock.Now = start.AddMinutes(61);
        await call.InviteAsync(app, after);
        await RoundAsync();
        await RoundAsync();

        var mails = await app.MailsToAsync(before);
        Assert.Equal(2, mails.Count);
        Assert.EndsWith("propositions à lire", mails[^1]["Subject"], StringComparison.Ordinal);
        Assert.Contains("Une proposition vous attend", mails[^1].Text(), StringComparison.Ordinal);
        Assert.Contains("les propositions vous attendent déjà", Assert.Single(await app.MailsToAsync(after)).Text(), StringComparison.Ordinal);
        Assert.Single(await app.MailsToAsync(tied));
    }

    [Fact]
    public async Task The_date_the_organisers_ask_for_is_told_in_mails_and_on_the_page()
    {
        var call = await ACall.OpenAsync(app);
        await call.SendAsync(app, "Ville de Rance");
        var (reviewer, page) = await call.JoinAsync(app);
        using var organiser = await app.OrganiserAsync(call.Organisation);
        var desk = $"{call.Desk}/comite";
        Task<HttpResponseMessage> AskAsync(DateTime wall) => organiser.PostAsync(desk, new Dictionary<string, string> { ["DueAt"] = wall.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) }, $"{desk}?handler=Due");

        using var early = await AskAsync(WallClock.ToWall(start.AddMinutes(30), "Europe/Paris"));
        Assert.Contains("après la clôture", (await early.ReadAsync()).Words("#DueAt-error"), StringComparison.Ordinal);
        using var asked = await AskAsync(new(start.Year + 1, 3, 8, 18, 0, 0));
        Assert.Equal(desk, asked.Headers.Location?.ToString());

        await call.CloseAsync(app);
        Assert.Equal(1, await RemindAsync(call));
        Assert.Contains("18\u00a0h, heure de Paris", (await app.MailsToAsync(reviewer.Email))[^1].Text(), StringComparison.Ordinal);
        using var visitor = app.Visitor();
        Assert.Contains("18\u00a0h, heure de Paris", (await visitor.ReadAsync(page)).Words("main"), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        app.Clock.Now = start;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private Task RoundAsync() => app.DoAsync<CommitteeRounds>(rounds => rounds.RunAsync(Ct));

    private Task<int> RemindAsync(ACall call) => app.AskAsync<Committee, int>(committee => committee.RemindAsync(call.Call.Id, null, Ct));

    public sealed class OnSqlite(SqliteHub app) : CommitteeTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : CommitteeTests(app), IClassFixture<PostgreSqlHub>;
}
