using System.Net;
using Hub.Core.Audit;
using Hub.Core.Evaluations;
using Hub.Core.Pitches;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Pitches;

/// <summary>What organisers do once a call is closed, on their desk.</summary>
public sealed class DecisionPagesTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decisions_are_written_down_and_then_released_to_everybody()
    {
        var call = await ACall.OpenAsync(app);
        var (first, second) = (await call.SendAsync(app, "Ville de Rance"), await call.SendAsync(app, "Ville d’Erdre"));
        await call.CloseAsync(app);
        using var organiser = await app.OrganiserAsync(call.Organisation);
        var page = $"{call.Desk}/decisions";

        using var early = await organiser.PostAsync(page, new Dictionary<string, string> { ["Days"] = "7" }, $"{page}?handler=Release");
        Assert.Contains("Aucune décision à communiquer", (await early.ReadAsync()).Words(), StringComparison.Ordinal);
        using var decided = await organiser.PostAsync(page, Verdicts((first, "Accepted", "Bravo", 0), (second, "Reserve", "", 0)));
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        Assert.Equal("proposition bien reçue", await app.LastSubjectAsync(first));
        using var wrong = await organiser.PostAsync(page, new Dictionary<string, string> { ["Days"] = "0" }, $"{page}?handler=Release");
        Assert.Contains("de 1 à", (await wrong.ReadAsync()).Words("#Days-error"), StringComparison.Ordinal);
        using var released = await organiser.PostAsync(page, new Dictionary<string, string> { ["Days"] = "3" }, $"{page}?handler=Release");

        Assert.Equal("proposition retenue", await app.LastSubjectAsync(first));
        Assert.Contains("Bravo", (await app.MailsToAsync(first.Email))[^1].Text(), StringComparison.Ordinal);
        var words = (await organiser.ReadAsync(page)).Words();
        Assert.Contains("à confirmer avant le", words, StringComparison.Ordinal);
        Assert.Contains("En réserve, 1re", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_given_up_stays_in_sight()
    {
        var call = await ACall.OpenAsync(app);
        var author = Assert.Single(await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted)));
        using var organiser = await app.OrganiserAsync(call.Organisation);
        Assert.Null((await organiser.ReadAsync($"{call.Desk}/decisions")).QuerySelector("#rendues"));

        Assert.True(await app.WithdrawAsync(author));

        Assert.Equal("Le projet de Ville de Rance", (await organiser.ReadAsync($"{call.Desk}/decisions")).Words("#rendues + ul a"));
    }

    [Fact]
    public async Task Who_decides_over_a_colleague_reads_what_they_decided_and_keeps_their_own_words()
    {
        var call = await ACall.OpenAsync(app);
        var author = await call.SendAsync(app, "Ville de Rance");
        await call.CloseAsync(app);
        using var organiser = await app.OrganiserAsync(call.Organisation);
        var page = $"{call.Desk}/decisions";
        await call.DecideAsync(app, (author, Verdict.Accepted, null));

        using var answer = await organiser.PostAsync(page, Verdicts((author, "Declined", "Trop proche d’un autre", 0)));

        using var shown = await answer.ReadAsync();
        Assert.Contains("Entre-temps\u00a0: Retenue", shown.Words(), StringComparison.Ordinal);
        Assert.Equal("Trop proche d’un autre", shown.QuerySelector($"[name='Input[{author.ApplicationId}].Reason']")!.TextContent.Trim());
        Assert.Equal(Verdict.Accepted, (await app.DecisionAsync(author))!.Verdict);
        using var again = await organiser.PostAsync(page, Verdicts((author, "Declined", "Trop proche d’un autre", 1)));
        Assert.Equal(Verdict.Declined, (await app.DecisionAsync(author))!.Verdict);
    }

    [Fact]
    public async Task What_the_committee_still_owes_is_said_beside_each_proposal_and_before_the_release()
    {
        var call = await ACall.OpenAsync(app);
        await call.SendAsync(app, "Ville de Rance");
        await call.JoinAsync(app, "Région d’exemple");
        await call.JoinAsync(app, "Ville de Rance", "Jo Bellec");
        await call.CloseAsync(app);
        using var organiser = await app.OrganiserAsync(call.Organisation);

        using var page = await organiser.ReadAsync($"{call.Desk}/decisions");

        Assert.Equal("0 sur 1", page.Words("td[data-label=Avis]"));
        Assert.Contains("Un avis du comité manque encore", page.Words("details"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organisers_keep_a_member_away_and_read_whom_the_hub_keeps_away()
    {
        var call = await ACall.OpenAsync(app);
        var author = await call.SendAsync(app, "Ville de Rance");
        var (kept, _) = await call.JoinAsync(app);
        await call.JoinAsync(app, "Mairie de Rance", "Jo Bellec");
        using var organiser = await app.OrganiserAsync(call.Organisation);
        var page = $"{call.Desk}/propositions/{author.ApplicationId}";

        using var none = await organiser.PostAsync(page, new Dictionary<string, string> { ["Reason"] = "Sa sœur y travaille." }, $"{page}?handler=Recuse");
        Assert.Contains("Choisissez un membre", (await none.ReadAsync()).Words("#Member-error"), StringComparison.Ordinal);
        using var done = await organiser.PostAsync(page, new Dictionary<string, string> { ["Member"] = $"{kept.Id}", ["Reason"] = "Sa sœur y travaille." }, $"{page}?handler=Recuse");

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var words = (await organiser.ReadAsync(page)).Words("[aria-labelledby=avis]");
        Assert.Contains("Noé Lanvallay", words, StringComparison.Ordinal);
        Assert.Contains("Sa sœur y travaille.", words, StringComparison.Ordinal);
        Assert.Contains("Jo Bellec", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_given_up_stands_in_the_journal_of_the_day()
    {
        var call = await ACall.OpenAsync(app);
        var author = Assert.Single(await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted)));
        Assert.True(await app.ConfirmAsync(author));

        Assert.True(await app.WithdrawAsync(author));

        var noted = await app.ReadAsync(db => db.Audit.Where(a => a.SubjectId == call.Edition.Id && (a.Command == "ConfirmPlace" || a.Command == "GiveUpPlace")).OrderBy(a => a.At).Select(a => new { a.Command, a.Details }).ToListAsync(Ct));
        Assert.Equal(["ConfirmPlace 1", "GiveUpPlace 1"], noted.Select(n => $"{n.Command} {n.Details}").Order(StringComparer.Ordinal));
        using var visitor = app.Visitor();
        using var mine = await visitor.ReadAsync((await app.MailsToAsync(author.Email))[0].LinkTo("/proposer/"));
        Assert.Contains("Des fuites en moins.", mine.Words("[aria-labelledby=envoye]"), StringComparison.Ordinal);
        Assert.Empty(mine.QuerySelectorAll("[formaction*=Invite], form[action*=Invite], form[action*=Withdraw]"));
    }

    [Fact]
    public async Task A_place_in_the_reserve_that_is_no_number_is_said_and_stays()
    {
        var call = await ACall.OpenAsync(app);
        var author = await call.SendAsync(app, "Ville de Rance");
        await call.CloseAsync(app);
        using var organiser = await app.OrganiserAsync(call.Organisation);
        var fields = Verdicts((author, "Reserve", "", 0));
        (fields[$"Input[{author.ApplicationId}].Position"], fields["Input.State"]) = ("premier", "Confirmed");

        using var answer = await organiser.PostAsync($"{call.Desk}/decisions", fields);

        using var shown = await answer.ReadAsync();
        Assert.Contains("un nombre à partir de 1", shown.Words(), StringComparison.Ordinal);
        Assert.Equal("premier", shown.QuerySelector($"[name='Input[{author.ApplicationId}].Position']")!.GetAttribute("value"));
        Assert.Null(await app.DecisionAsync(author));
    }

    [Fact]
    public async Task Tags_sort_proposals_and_stay_between_organisers()
    {
        var call = await ACall.OpenAsync(app);
        var author = await call.SendAsync(app, "Ville de Rance");
        await call.CloseAsync(app);
        using var organiser = await app.OrganiserAsync(call.Organisation);
        var page = $"{call.Desk}/propositions/{author.ApplicationId}";

        using var tagged = await organiser.PostAsync(page, new Dictionary<string, string> { ["Tags"] = "eau, à rappeler, Eau" }, $"{page}?handler=Tags");
        using var wrong = await organiser.PostAsync(page, new Dictionary<string, string> { ["Tags"] = new('x', 41) }, $"{page}?handler=Tags");

        Assert.Equal(["eau", "à rappeler"], (await call.ApplicationAsync(app)).Tags);
        Assert.Contains("à rappeler", (await organiser.ReadAsync($"{call.Desk}/decisions")).Words(), StringComparison.Ordinal);
        Assert.Equal(new string('x', 41), (await wrong.ReadAsync()).QuerySelector("#Tags")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_committee_is_asked_in_reminded_and_dismissed_on_one_page()
    {
        var call = await ACall.OpenAsync(app);
        await call.SendAsync(app, "Ville de Rance");
        using var organiser = await app.OrganiserAsync(call.Organisation);
        var page = $"{call.Desk}/comite";
        var email = $"{Guid.NewGuid():N}@region.example";
        Dictionary<string, string> member = new() { ["Input.Name"] = "Noé Lanvallay", ["Input.Organisation"] = "Région", ["Input.Email"] = email };

        using var invited = await organiser.PostAsync(page, member);
        using var twice = await organiser.PostAsync(page, member);
        Assert.Contains("Cette personne évalue déjà", (await twice.ReadAsync()).Words(), StringComparison.Ordinal);
        Assert.Single(await app.MailsToAsync(email));
        await call.CloseAsync(app);
        using var reminded = await organiser.PostAsync(page, new Dictionary<string, string>(), $"{page}?handler=Remind");
        Assert.Contains("Une personne est relancée", (await organiser.ReadAsync(page)).Words(), StringComparison.Ordinal);
        Assert.Equal(2, (await app.MailsToAsync(email)).Count);
        var id = await app.ReadAsync(db => db.Reviewers.Where(r => r.ContestId == call.Call.Id).Select(r => r.Id).SingleAsync(Ct));
        using var dismissed = await organiser.PostAsync(page, new Dictionary<string, string> { ["member"] = $"{id}" }, $"{page}?handler=Dismiss");

        Assert.Contains("N’évalue plus", (await organiser.ReadAsync(page)).Words("tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_confirmed_too_late_keeps_what_was_typed()
    {
        var call = await ACall.OpenAsync(app);
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted));
        var page = (await app.MailsToAsync(authors[0].Email))[0].LinkTo("/proposer/");
        using var visitor = app.Visitor();
        using var nobody = await visitor.PostAsync(page, new Dictionary<string, string> { ["OnStage.Presenters"] = "", ["OnStage.Summary"] = "Deux phrases" }, $"{page}?handler=Confirm");
        Assert.Equal("Deux phrases", (await nobody.ReadAsync()).QuerySelector("#OnStage_Summary")!.TextContent.Trim());
        var token = await Form.TokenAsync(visitor, page);
        await app.ReadAsync(db => db.StageOffers.Where(o => o.CallId == call.Call.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.ConfirmBy, app.Clock.Now), Ct));

        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["OnStage.Presenters"] = "Awa Dembasse", ["__RequestVerificationToken"] = token });
        using var late = await visitor.PostAsync($"{page}?handler=Confirm", form, Ct);

        Assert.Contains("La place n’est plus libre", (await late.ReadAsync()).Words(), StringComparison.Ordinal);
        Assert.Equal(StageOfferState.Offered, (await app.OfferAsync(authors[0]))!.State);
    }

    private static Dictionary<string, string> Verdicts(params IEnumerable<(Author Author, string Verdict, string Reason, int Seen)> decided) => decided
        .SelectMany(d => new[] { ("Verdict", d.Verdict), ("Reason", d.Reason), ("Seen", $"{d.Seen}"), ("Position", "") }.Select(f => ($"Input[{d.Author.ApplicationId}].{f.Item1}", f.Item2)))
        .ToDictionary(f => f.Item1, f => f.Item2, StringComparer.Ordinal);
}
