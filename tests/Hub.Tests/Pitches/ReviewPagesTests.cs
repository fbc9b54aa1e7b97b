using System.Net;
using Hub.Core.Evaluations;
using Hub.Tests.Evaluations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Pitches;

/// <summary>The pages of a member of the committee, by their link.</summary>
public sealed class ReviewPagesTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_proposal_is_judged_and_sent()
    {
        var desk = await DeskAsync();
        Assert.Contains("Avis envoyés\u00a0: 0 sur 1", (await desk.Visitor.ReadAsync(desk.Page)).Words(), StringComparison.Ordinal);

        using var sent = await desk.Visitor.PostAsync(desk.Sheet, Marks("4.5", "3"), $"{desk.Sheet}?handler=Send");

        Assert.Contains("Votre avis est envoyé.", (await desk.Visitor.ReadAsync(desk.Sheet)).Words(), StringComparison.Ordinal);
        var words = (await desk.Visitor.ReadAsync(desk.Page)).Words();
        Assert.Contains("Avis envoyés\u00a0: 1 sur 1", words, StringComparison.Ordinal);
        Assert.Contains("4,13", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_without_all_its_marks_is_kept_and_says_which_is_missing()
    {
        var desk = await DeskAsync();

        using var answer = await desk.Visitor.PostAsync(desk.Sheet, Marks("4", "", note: "À revoir"), $"{desk.Sheet}?handler=Send");

        using var shown = await answer.ReadAsync();
        Assert.Contains("Clarté\u00a0: choisissez une note.", shown.Words(), StringComparison.Ordinal);
        Assert.Equal("4", shown.QuerySelector("input[name='Input.Marks[interest]'][checked]")!.GetAttribute("value"));
        Assert.Equal(ReviewState.Draft, (await ReviewAsync(desk))!.State);
        Assert.Equal("À revoir", (await ReviewAsync(desk))!.Note);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("-1")]
    [InlineData("4.2")]
    [InlineData("beaucoup")]
    public async Task A_mark_outside_the_scale_is_refused_and_nothing_written(string mark)
    {
        var desk = await DeskAsync();

        using var answer = await desk.Visitor.PostAsync(desk.Sheet, Marks(mark, "3", note: "Mes mots"));

        using var shown = await answer.ReadAsync();
        Assert.Contains("hors de l’échelle", shown.Words(), StringComparison.Ordinal);
        Assert.Equal("Mes mots", shown.QuerySelector("#note")!.TextContent.Trim());
        Assert.Null(await ReviewAsync(desk));
    }

    [Fact]
    public async Task Of_two_tabs_the_second_shows_both_and_loses_nothing()
    {
        var desk = await DeskAsync();
        using var first = await desk.Visitor.PostAsync(desk.Sheet, Marks("4", "3", note: "Le premier onglet"));

        using var second = await desk.Visitor.PostAsync(desk.Sheet, Marks("1", "3", note: "Le second onglet"));

        using var shown = await second.ReadAsync();
        Assert.Contains("Cette fiche a changé entre-temps", shown.Words(), StringComparison.Ordinal);
        Assert.Contains("Enregistré entre-temps\u00a0: 4", shown.Words(), StringComparison.Ordinal);
        Assert.Equal("Le second onglet", shown.QuerySelector("#note")!.TextContent.Trim());
        Assert.Equal("Le premier onglet", (await ReviewAsync(desk))!.Note);
        using var again = await desk.Visitor.PostAsync(desk.Sheet, Marks("1", "3", note: "Le second onglet", seen: int.Parse(shown.QuerySelector("[name='Input.Seen']")!.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("Le second onglet", (await ReviewAsync(desk))!.Note);
    }

    [Fact]
    public async Task Who_declares_a_conflict_finds_nothing_any_more_not_even_in_a_tab_left_open()
    {
        var desk = await DeskAsync();
        using var kept = await desk.Visitor.PostAsync(desk.Sheet, Marks("4", "3"));
        var token = await Form.TokenAsync(desk.Visitor, desk.Sheet);

        using var recused = await desk.Visitor.PostAsync(desk.Sheet, new Dictionary<string, string> { ["reason"] = "Ma sœur y travaille." }, $"{desk.Sheet}?handler=Recuse");
        foreach (var handler in new[] { "", "?handler=Keep", "?handler=Send", "?handler=Recuse" })
        {
            using FormUrlEncodedContent form = new(Marks("5", "5", seen: 1).Append(new("__RequestVerificationToken", token)));
            using var late = await desk.Visitor.PostAsync(desk.Sheet + handler, form, Ct);
            Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        }

        using var gone = await desk.Visitor.GetAsync(desk.Sheet, Ct);
        using var compared = await desk.Visitor.GetAsync($"{desk.Page}/comparer?p={desk.Author.ApplicationId}", Ct);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Redirect), (gone.StatusCode, compared.StatusCode));
        Assert.Contains("Aucune proposition à évaluer", (await desk.Visitor.ReadAsync(desk.Page)).Words(), StringComparison.Ordinal);
        Assert.Equal(ReviewState.Discarded, (await ReviewAsync(desk))!.State);
        using var organiser = await app.OrganiserAsync(desk.Call.Organisation);
        Assert.Contains("Ma sœur y travaille.", (await organiser.ReadAsync($"{desk.Call.Desk}/propositions/{desk.Author.ApplicationId}")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposals_are_compared_with_ones_own_marks_alone()
    {
        var desk = await DeskAsync();
        var (other, _) = await desk.Call.JoinAsync(app);
        Assert.Equal(SaveOutcome.Saved, await app.JudgeAsync(other, desk.Author, AContest.Sheet(5, 5, "Très bien")));
        Assert.True(await app.SendReviewAsync(other, desk.Author));

        using var page = await desk.Visitor.ReadAsync($"{desk.Page}/comparer?p={desk.Author.ApplicationId}");

        Assert.Contains("Le projet de Ville de Rance", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Très bien", page.Words(), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Marks(string interest, string clarity, string note = "", int seen = 0) => new()
    {
        ["Input.Marks[interest]"] = interest,
        ["Input.Marks[clarity]"] = clarity,
        ["Input.Note"] = note,
        ["Input.Seen"] = $"{seen}",
    };

    private Task<Review?> ReviewAsync(Desk desk) => app.ReadAsync(db => db.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.ReviewerId == desk.Reviewer.Id, Ct));

    /// <summary>One proposal, to be judged by one who has not begun.</summary>
    private async Task<Desk> DeskAsync()
    {
        var call = await ACall.OpenAsync(app);
        var author = await call.SendAsync(app, "Ville de Rance");
        var (reviewer, page) = await call.JoinAsync(app);
        await call.CloseAsync(app);
        return new(call, author, reviewer, page, app.Visitor());
    }

    private sealed record Desk(ACall Call, Author Author, Reviewer Reviewer, string Page, HttpClient Visitor)
    {
        public string Sheet => $"{Page}/{Author.ApplicationId}";
    }
}
