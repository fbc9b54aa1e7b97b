using System.Text.RegularExpressions;
using Hub.Core.Evaluations;
using Hub.Core.Pitches;
using Hub.Tests.Evaluations;
using Hub.Tests.Programmes;
using Hub.Tests.Structure;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Pitches;

/// <summary>
/// Words planted in what is nobody's business yet, looked for on every route by each who may not read them: with every id,
/// address and link filled in where a route has room for one.
/// </summary>
public sealed partial class DecisionLeakTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private const string Comment = "glycine-du-commentaire";
    private const string Note = "glycine-de-la-note";
    private const string Reason = "glycine-du-motif";
    private const string Tag = "glycine-de-l-etiquette";
    private const string Link = "glycine-du-deport";

    private static readonly string[] Handlers = ["", "?handler=Version&number=1", "?handler=Csv", "?handler=Changes&depuis=0", "?handler=File", "?p=2", "?texte=glycine"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_the_release_nobody_but_the_organisers_reads_a_mark_or_a_decision_on_any_route()
    {
        var world = await PlantAsync();

        // The same walk finds the words where they belong, or it would prove nothing.
        var found = await WalkAsync(world.Organiser, world);
        Assert.All([Comment, Note, Reason, Tag, Link], word => Assert.Contains(found, f => f.Word == word));

        Assert.Empty(await WalkAsync(app.Visitor(), world));
        Assert.Empty(await WalkAsync(await app.OrganiserAsync(world.Other), world));
        Assert.Empty(await WalkAsync(app.Visitor(), world, world.AuthorSecret));
        Assert.Empty(await WalkAsync(app.Visitor(), world, world.FreshReviewerSecret));
        Assert.Empty(await WalkAsync(app.Visitor(), world, world.TiedReviewerSecret));
        Assert.Empty(await WalkAsync(app.Visitor(), world, world.RecusedReviewerSecret));
    }

    [Fact]
    public async Task A_reviewer_reads_others_marks_after_their_own_and_nothing_of_what_is_decided()
    {
        var world = await PlantAsync();
        await app.JudgeAsync(world.Fresh, world.Author, 2);

        var found = (await WalkAsync(app.Visitor(), world, world.FreshReviewerSecret)).Select(f => f.Word).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal([Note, Comment], found);
    }

    [Fact]
    public async Task After_the_release_an_author_reads_the_reason_and_no_mark()
    {
        var world = await PlantAsync();
        Assert.Equal(ReleaseOutcome.Done, await world.Call.ReleaseAsync(app));

        var found = await WalkAsync(app.Visitor(), world, world.AuthorSecret);

        Assert.Equal([Reason], found.Select(f => f.Word).Distinct());
        Assert.Empty(await WalkAsync(app.Visitor(), world));
    }

    [Fact]
    public async Task Before_the_release_a_proposal_looks_the_same_whatever_was_decided()
    {
        var call = await ACall.OpenAsync(app);
        var (accepted, declined) = (await call.SendAsync(app, "Ville de Rance"), await call.SendAsync(app, "Ville de Rance"));
        await call.CloseAsync(app);
        using var visitor = app.Visitor();
        var pages = new[] { await PageAsync(accepted), await PageAsync(declined) };
        var before = await Task.WhenAll(pages.Select(ReadAsync));
        await call.DecideAsync(app, (accepted, Verdict.Accepted, null), (declined, Verdict.Declined, null));

        Assert.Equal(before, await Task.WhenAll(pages.Select(ReadAsync)));

        async Task<string> ReadAsync(string page) => (await visitor.ReadAsync(page)).Words();
    }

    private async Task<string> PageAsync(Author author) => (await app.MailsToAsync(author.Email))[0].LinkTo("/proposer/");

    private async Task<World> PlantAsync()
    {
        var stage = await AStage.WithAsync(app);
        var call = await ACall.OnAsync(app, stage.Organisation, stage.Edition);
        var author = await call.SendAsync(app, "Ville de Rance");
        var other = An.Organisation();
        await app.SaveAsync(other);
        var ((judge, _), (fresh, freshPage), (_, tiedPage), (recused, recusedPage)) =
            (await call.JoinAsync(app), await call.JoinAsync(app), await call.JoinAsync(app, "Ville de Rance"), await call.JoinAsync(app));
        await call.CloseAsync(app);
        ReviewSheet sheet = new(new Dictionary<string, Mark> { ["interest"] = new(4.5m, Comment), ["clarity"] = new(4.5m, null) }, Note);
        Assert.Equal(SaveOutcome.Saved, await app.JudgeAsync(judge, author, sheet));
        Assert.True(await app.SendReviewAsync(judge, author));
        Assert.True(await app.AskAsync<ReviewRoom, bool>(room => room.RecuseAsync(recused.Id, author.ApplicationId, RecusalKind.Declared, Link, null, Ct)));
        Assert.True(await app.AskAsync<CallOffice, bool>(office => office.TagAsync(call.Call.Id, author.ApplicationId, [Tag], null, Ct)));
        Assert.Empty(await app.AskAsync<DecisionOffice, IReadOnlyList<Guid>>(office => office.DecideAsync(call.Call.Id, [new(author.ApplicationId, Verdict.Accepted, null, Reason, 0)], null, Ct)));
        return new(
            call, stage.Session, author, fresh, other, await app.OrganiserAsync(stage.Organisation),
            (await PageAsync(author))["/proposer/".Length..], freshPage["/comite/".Length..], tiedPage["/comite/".Length..], recusedPage["/comite/".Length..]);
    }

    /// <summary>Every route, with all that is known filled in.</summary>
    /// <returns>Where a planted word was read.</returns>
    private async Task<IReadOnlyList<(string Address, string Word)>> WalkAsync(HttpClient browser, World world, string secret = "nulle-part")
    {
        List<(string, string)> found = [];
        foreach (var address in PublicPagesTests.RoutesOf(app).Select(r => Fill(r, world, secret)).SelectMany(a => Handlers.Select(h => a + h)))
        {
            using var answer = await browser.GetAsync($"/{address}", Ct);
            var text = $"{answer.Headers} {answer.Content.Headers} {await answer.Content.ReadAsStringAsync(Ct)}";
            found.AddRange(new[] { Comment, Note, Reason, Tag, Link }.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => (address, word)));
        }

        return found;
    }

    private static string Fill(string route, World world, string secret) => Slot().Replace(route, slot => slot.Groups["name"].Value switch
    {
        "id" => $"{world.Call.Edition.Id}",
        "slug" => world.Call.Edition.Slug,
        "code" => world.Session.Code,
        "session" => $"{world.Session.Id}",
        "proposal" => $"{world.Author.ApplicationId}",
        "call" when slot.Value.Contains("guid", StringComparison.Ordinal) => $"{world.Call.Call.Id}",
        "call" => world.Call.Call.Slug,
        "secret" or "token" or "link" => secret,
        _ when slot.Value.Contains("guid", StringComparison.Ordinal) => $"{world.Author.ApplicationId}",
        _ when slot.Value.Contains("int", StringComparison.Ordinal) => "404",
        _ => "aide",
    });

    [GeneratedRegex(@"\{\**(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Slot();

    private sealed record World(
        ACall Call, Core.Events.Session Session, Author Author, Reviewer Fresh, Core.Organisations.Organisation Other, HttpClient Organiser,
        string AuthorSecret, string FreshReviewerSecret, string TiedReviewerSecret, string RecusedReviewerSecret);
}
