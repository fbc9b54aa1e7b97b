using Hub.Core.Evaluations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Evaluations;

public abstract class ApplicationDeskTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Applications_begun_at_once_are_numbered_one_after_the_other()
    {
        var contest = await app.ContestAsync();

        var authors = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.BeginAsync(contest)));

        Assert.DoesNotContain(null, authors);
        Assert.Equal(Enumerable.Range(1, 20), await NumbersAsync(contest));
    }

    [Fact]
    public async Task Nobody_begins_before_the_opening_or_after_the_closing_and_no_number_is_lost()
    {
        Contest early = new(Guid.CreateVersion7(), AContest.Terms(app.Now.AddHours(2)));
        Contest late = new(Guid.CreateVersion7(), AContest.Terms(app.Now.AddHours(-1)));
        await app.SaveAsync(early, late);

        Assert.Null(await app.BeginAsync(early));
        Assert.Null(await app.BeginAsync(late));
        Assert.Equal(0, await app.ReadAsync(db => db.Contests.Where(c => c.Id == early.Id || c.Id == late.Id).MaxAsync(c => c.LastNumber, Ct)));
    }

    [Fact]
    public async Task Colleagues_who_write_at_once_lose_nothing()
    {
        var contest = await app.ContestAsync();
        var author = (await app.BeginAsync(contest))!;

        var different = await Task.WhenAll(app.WriteAsync(author, "title", "Le titre"), app.WriteAsync(author, "pitch", "Les mots"));
        Assert.Equal([SaveOutcome.Saved, SaveOutcome.Saved], different);
        var same = await Task.WhenAll(app.WriteAsync(author, "title", "Le mien", seen: 1), app.WriteAsync(author, "title", "Le sien", seen: 1));
        Assert.Equal([SaveOutcome.Saved, SaveOutcome.Conflict], same.Order());

        var kept = await app.ApplicationAsync(author);
        Assert.Equal(("Les mots", same[0] is SaveOutcome.Saved ? "Le mien" : "Le sien"), (kept.TextOf("pitch"), kept.TextOf("title")));
    }

    [Fact]
    public async Task An_answer_to_no_question_is_refused()
    {
        var author = (await app.BeginAsync(await app.ContestAsync()))!;

        Assert.Equal(SaveOutcome.Refused, await app.WriteAsync(author, "charm", "irrésistible"));
        Assert.Empty((await app.ApplicationAsync(author)).Answers);
    }

    [Fact]
    public async Task One_organisation_sends_no_more_than_it_may_even_at_once()
    {
        var contest = await app.ContestAsync(mostPerOrganisation: 2);
        List<Author> authors = [];
        for (var i = 0; i < 8; i++)
        {
            var author = (await app.BeginAsync(contest, i % 2 == 0 ? "Ville de Rance" : "VILLE DE RANCE"))!;
            await app.WriteAsync(author, "title", "Titre");
            await app.WriteAsync(author, "pitch", "Mots");
            authors.Add(author);
        }

        var sent = await Task.WhenAll(authors.Select(a => app.SubmitAsync(a)));

        Assert.Equal(2, sent.Count(s => s.Outcome is SubmitOutcome.Done));
        Assert.Equal(6, sent.Count(s => s.Outcome is SubmitOutcome.TooMany));
        Assert.Equal(2, await app.ReadAsync(db => db.Applications.CountAsync(a => a.ContestId == contest.Id && a.State == ApplicationState.Submitted, Ct)));
        Assert.Equal(SubmitOutcome.Done, (await app.SubmitAsync(await Written(contest, "Ville de Vannes"))).Outcome);
    }

    [Fact]
    public async Task What_was_sent_may_be_sent_again_though_the_organisation_has_all_it_may()
    {
        var contest = await app.ContestAsync(mostPerOrganisation: 1);
        var author = await app.ApplyAsync(contest);

        await app.WriteAsync(author, "title", "Mieux dit", seen: 1);
        var second = await app.SubmitAsync(author);

        Assert.Equal(2, second.Version!.Number);
        Assert.Contains("Mieux dit", await app.ReadAsync(db => db.ApplicationVersions.Where(v => v.ApplicationId == author.ApplicationId && v.Number == 2).Select(v => v.Content).SingleAsync(Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_came_in_time_counts_however_long_it_waited()
    {
        var contest = await app.ContestAsync();
        var author = await Written(contest, "Ville de Rance");
        var arrived = contest.ClosesAt.AddTicks(-1);

        Assert.Equal(SubmitOutcome.Late, (await app.SubmitAsync(author, contest.ClosesAt)).Outcome);
        Assert.Equal(SubmitOutcome.Done, (await app.SubmitAsync(author, arrived)).Outcome);
    }

    [Fact]
    public async Task What_is_incomplete_is_not_sent()
    {
        var author = (await app.BeginAsync(await app.ContestAsync()))!;
        await app.WriteAsync(author, "title", "Titre");

        Assert.Equal(SubmitOutcome.Incomplete, (await app.SubmitAsync(author)).Outcome);
        Assert.Equal(ApplicationState.Draft, (await app.ApplicationAsync(author)).State);
    }

    [Fact]
    public async Task A_version_read_again_has_the_hash_that_was_told()
    {
        var author = await app.ApplyAsync(await app.ContestAsync(), "Communauté « Étang & Dune »");

        var version = await app.ReadAsync(db => db.ApplicationVersions.AsNoTracking().SingleAsync(v => v.ApplicationId == author.ApplicationId, Ct));

        Assert.Equal(version.Hash, ApplicationVersion.HashOf(version.Content));
        Assert.Contains("Étang & Dune", version.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_is_invited_once_and_no_more_than_ten_write()
    {
        var author = (await app.BeginAsync(await app.ContestAsync(), email: "awa@rance.example"))!;

        Assert.Null(await InviteAsync(author, " AWA@rance.example"));
        var invited = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => InviteAsync(author, $"collegue{i}@rance.example")));

        Assert.Equal(Author.Most - 1, invited.Count(i => i is not null));
        Assert.Equal(Author.Most, await app.ReadAsync(db => db.Authors.CountAsync(a => a.ApplicationId == author.ApplicationId, Ct)));
    }

    private Task<Author?> InviteAsync(Author author, string email) =>
        app.InOperationAsync<Author?>((desk, link) => desk.InviteAsync(author.ApplicationId, "Maï Kerouac", email, "fr", link, Ct));

    private async Task<Author> Written(Contest contest, string organisation)
    {
        var author = (await app.BeginAsync(contest, organisation))!;
        await app.WriteAsync(author, "title", "Titre");
        await app.WriteAsync(author, "pitch", "Mots");
        return author;
    }

    private Task<List<int>> NumbersAsync(Contest contest) =>
        app.ReadAsync(db => db.Applications.Where(a => a.ContestId == contest.Id).OrderBy(a => a.Number).Select(a => a.Number).ToListAsync(Ct));

    public sealed class OnSqlite(SqliteHub app) : ApplicationDeskTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : ApplicationDeskTests(app), IClassFixture<PostgreSqlHub>;
}
