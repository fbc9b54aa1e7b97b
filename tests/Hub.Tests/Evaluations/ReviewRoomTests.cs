using Hub.Core.Evaluations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Evaluations;

public abstract class ReviewRoomTests(HubApp app) : IAsyncDisposable
{
    private readonly DateTime start = app.Clock.Now;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_read_before_the_closing()
    {
        var contest = await app.ContestAsync();
        var author = await app.ApplyAsync(contest);
        var reviewer = await app.ReviewerAsync(contest, "Région");

        Assert.Null(await app.OpenAsync(reviewer, author));
        Assert.Empty(await app.QueueAsync(reviewer));
        Close();
        Assert.Contains("Trois capteurs", (await app.OpenAsync(reviewer, author))!.Version.Content, StringComparison.Ordinal);
        Assert.Single(await app.QueueAsync(reviewer));
    }

    [Fact]
    public async Task What_was_never_sent_and_what_was_withdrawn_is_read_by_nobody()
    {
        var contest = await app.ContestAsync();
        var (draft, gone) = ((await app.BeginAsync(contest))!, await app.ApplyAsync(contest));
        await app.ReadAsync(async db =>
        {
            (await db.Applications.SingleAsync(a => a.Id == gone.ApplicationId, Ct)).Withdraw();
            return await db.SaveChangesAsync(Ct);
        });
        var reviewer = await app.ReviewerAsync(contest, "Région");
        Close();

        Assert.Null(await app.OpenAsync(reviewer, draft));
        Assert.Null(await app.OpenAsync(reviewer, gone));
        Assert.Empty(await app.QueueAsync(reviewer));
    }

    [Fact]
    public async Task Marks_of_others_show_once_ones_own_are_sent_and_not_while_they_are_changed()
    {
        var contest = await app.ContestAsync();
        var author = await app.ApplyAsync(contest);
        var (first, second) = (await app.ReviewerAsync(contest, "Région"), await app.ReviewerAsync(contest, "Département"));
        Close();
        await app.JudgeAsync(first, author, 5);

        Assert.Empty((await app.OpenAsync(second, author))!.Others);
        await app.JudgeAsync(second, author, AContest.Sheet(2, 2));
        Assert.Empty((await app.OpenAsync(second, author))!.Others);
        await app.SendReviewAsync(second, author);
        var open = (await app.OpenAsync(second, author))!;
        Assert.Equal(5, Assert.Single(open.Others).Review.Total(AContest.Grid));

        await app.JudgeAsync(second, author, AContest.Sheet(5, 5), open.Own!.Revision);
        Assert.Empty((await app.OpenAsync(second, author))!.Others);
    }

    [Fact]
    public async Task Who_is_recused_finds_nothing_and_what_they_said_no_longer_counts()
    {
        var contest = await app.ContestAsync();
        var author = await app.ApplyAsync(contest);
        var (first, second) = (await app.ReviewerAsync(contest, "Région"), await app.ReviewerAsync(contest, "Département"));
        Close();
        await app.JudgeAsync(first, author, 5);
        await app.JudgeAsync(second, author, 1);

        Assert.True(await app.RecuseAsync(first, author));

        Assert.Null(await app.OpenAsync(first, author));
        Assert.Empty(await app.QueueAsync(first));
        Assert.Equal(SaveOutcome.Refused, await app.JudgeAsync(first, author, AContest.Sheet(5, 5), seen: 3));
        Assert.False(await app.SendReviewAsync(first, author));
        Assert.False(await app.RecuseAsync(first, author));
        Assert.Empty((await app.OpenAsync(second, author))!.Others);
        Assert.Equal((1, 1m), (await app.RankAsync(contest)).Select(r => (r.Reviews, r.Mean!.Value)).Single());
        Assert.DoesNotContain("5", await app.ReadAsync(db => db.Database.SqlQuery<string>($"select \"Marks\" as \"Value\" from \"Reviews\" where \"ReviewerId\" = {first.Id}").SingleAsync(Ct)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VILLE DE RANCE", "noe@region.example")]
    [InlineData("Région", "noe@rance.example")]
    [InlineData("Région", "awa@RANCE.example")]
    public async Task Who_works_for_the_applicant_is_away_without_being_asked(string organisation, string email)
    {
        var contest = await app.ContestAsync();
        var author = await app.ApplyAsync(contest, "Ville de Rance", "awa@rance.example");
        var reviewer = await app.ReviewerAsync(contest, organisation, email);
        Close();

        Assert.Null(await app.OpenAsync(reviewer, author));
        Assert.Empty(await app.QueueAsync(reviewer));
        Assert.Equal(SaveOutcome.Refused, await app.JudgeAsync(reviewer, author, AContest.Sheet(5, 5)));
    }

    [Fact]
    public async Task Who_shares_a_public_mailbox_alone_is_no_colleague()
    {
        var contest = await app.ContestAsync();
        var author = await app.ApplyAsync(contest, email: "awa@laposte.net");
        var reviewer = await app.ReviewerAsync(contest, "Région", "noe@laposte.net");
        Close();

        Assert.NotNull(await app.OpenAsync(reviewer, author));
    }

    [Fact]
    public async Task A_tie_found_later_ends_what_was_said_before()
    {
        var contest = await app.ContestAsync();
        var author = await app.ApplyAsync(contest, email: "awa@rance.example");
        var reviewer = await app.ReviewerAsync(contest, "Région", "noe@conseil.example");
        Close();
        await app.JudgeAsync(reviewer, author, 5);

        await app.InOperationAsync<Author?>((desk, link) => desk.InviteAsync(author.ApplicationId, "Maï Kerouac", "mai@conseil.example", "fr", link, Ct));

        Assert.Null(await app.OpenAsync(reviewer, author));
        Assert.Equal((0, null), (await app.RankAsync(contest)).Select(r => (r.Reviews, r.Rank)).Single());
    }

    [Fact]
    public async Task Who_left_and_who_judges_another_contest_reads_nothing()
    {
        var contest = await app.ContestAsync();
        var author = await app.ApplyAsync(contest);
        var (gone, other) = (await app.ReviewerAsync(contest, "Région"), await app.ReviewerAsync(await app.ContestAsync(), "Région"));
        await app.ReadAsync(async db =>
        {
            (await db.Reviewers.SingleAsync(r => r.Id == gone.Id, Ct)).Leave(app.Now);
            return await db.SaveChangesAsync(Ct);
        });
        Close();

        Assert.Null(await app.OpenAsync(gone, author));
        Assert.Empty(await app.QueueAsync(gone));
        Assert.Null(await app.OpenAsync(other, author));
        Assert.Empty(await app.QueueAsync(other));
    }

    [Fact]
    public async Task What_fewest_have_judged_waits_first_and_what_is_judged_comes_last()
    {
        var contest = await app.ContestAsync();
        List<Author> authors = [];
        foreach (var name in (string[])["Vannes", "Rennes", "Brest"])
        {
            authors.Add(await app.ApplyAsync(contest, name));
        }

        var (first, second) = (await app.ReviewerAsync(contest, "Région"), await app.ReviewerAsync(contest, "Département"));
        Close();
        await app.JudgeAsync(first, authors[0], 3);
        await app.JudgeAsync(second, authors[1], 3);

        Assert.Equal([3, 2, 1], (await app.QueueAsync(first)).Select(e => e.Application.Number));
        Assert.Equal([3, 1, 2], (await app.QueueAsync(second)).Select(e => e.Application.Number));
    }

    [Fact]
    public async Task After_the_decisions_nobody_judges_any_more()
    {
        var contest = await app.ContestAsync();
        var author = await app.ApplyAsync(contest);
        var reviewer = await app.ReviewerAsync(contest, "Région");
        Close();
        await app.JudgeAsync(reviewer, author, 4);
        await app.ReadAsync(async db =>
        {
            (await db.Contests.SingleAsync(c => c.Id == contest.Id, Ct)).Decide(app.Now);
            return await db.SaveChangesAsync(Ct);
        });

        Assert.Equal(SaveOutcome.Refused, await app.JudgeAsync(reviewer, author, AContest.Sheet(0, 0), seen: 2));
        Assert.Equal(4, (await app.RankAsync(contest)).Single().Mean);
    }

    [Fact]
    public async Task Two_windows_that_save_at_once_leave_one_review_and_one_is_told()
    {
        var contest = await app.ContestAsync();
        var author = await app.ApplyAsync(contest);
        var reviewer = await app.ReviewerAsync(contest, "Région");
        Close();

        var outcomes = await Task.WhenAll(app.JudgeAsync(reviewer, author, AContest.Sheet(1, 1)), app.JudgeAsync(reviewer, author, AContest.Sheet(5, 5)));

        Assert.Equal([SaveOutcome.Saved, SaveOutcome.Conflict], outcomes.Order());
        Assert.Equal(1, await app.ReadAsync(db => db.Reviews.CountAsync(r => r.ReviewerId == reviewer.Id, Ct)));
    }

    public ValueTask DisposeAsync()
    {
        app.Clock.Now = start;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private void Close() => app.Clock.Now = start.AddHours(2);

    public sealed class OnSqlite(SqliteHub app) : ReviewRoomTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : ReviewRoomTests(app), IClassFixture<PostgreSqlHub>;
}
