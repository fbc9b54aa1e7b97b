using System.Net;
using System.Text.Json;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Pitches;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Pitches;

/// <summary>From the public page of a call to a receipt, as somebody who proposes sees it.</summary>
public abstract class ProposalPagesTests(HubApp app) : IAsyncDisposable
{
    private readonly DateTime start = app.Clock.Now;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, "Une seule proposition par organisation.")]
    [InlineData(2, "2 propositions au plus par organisation.")]
    public async Task How_many_an_organisation_may_send_is_said_before_one_writes(int most, string said)
    {
        var call = await ACall.OpenAsync(app, most);
        using var author = app.Visitor();

        Assert.Contains(said, (await author.ReadAsync(await call.BeginAsync(app, "awa@rance.example"))).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_call_says_what_is_asked_until_when_and_how_it_is_judged()
    {
        var call = await ACall.OpenAsync(app, mostPerOrganisation: 1);
        using var visitor = app.Visitor();

        using var page = await visitor.ReadAsync(call.Page);

        var words = page.Words();
        Assert.Contains("L’appel est ouvert jusqu’au", words, StringComparison.Ordinal);
        Assert.Contains("heure de Paris", words, StringComparison.Ordinal);
        Assert.Contains("Une seule proposition par organisation.", words, StringComparison.Ordinal);
        Assert.Contains("Titre 90 signes au plus", words, StringComparison.Ordinal);
        Assert.Equal(["Intérêt", "75\u00a0%", "0\u00a0: aucun", "5\u00a0: décisif"], page.QuerySelectorAll("tbody tr:first-child :is(th, .n, div)").Select(c => c.TextContent.Trim()));
        Assert.Contains("Pitches", (await visitor.ReadAsync($"/en{call.Page}")).Words("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_of_a_call_and_a_call_of_a_hidden_day_are_not_there()
    {
        var draft = await ACall.OpenAsync(app, isPublished: false);
        var hidden = await ACall.OpenAsync(app);
        await app.ReadAsync(db => db.Editions.Where(e => e.Id == hidden.Edition.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, EditionState.Draft), Ct));
        using var visitor = app.Visitor();

        foreach (var address in (string[])[draft.Page, hidden.Page, $"/journees/{draft.Edition.Slug}/appels/rien"])
        {
            using var answer = await visitor.GetAsync(address, Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_proposal_is_begun_written_and_sent_and_its_receipt_can_be_checked()
    {
        var call = await ACall.OpenAsync(app);
        var email = Address();
        using var visitor = app.Visitor();
        using var begun = await visitor.PostAsync(call.Page, ACall.Begin(email));
        Assert.Equal($"{call.Page}?sent=lien", begun.Headers.Location?.ToString());
        var page = (await app.MailsToAsync(email))[^1].LinkTo("/proposer/");

        using var sent = await visitor.PostAsync(page, ACall.Answers("Trois capteurs", "Par quartier."), $"{page}?handler=Send");

        Assert.Equal(page, sent.Headers.Location?.ToString());
        var receipt = (await app.MailsToAsync(email))[^1];
        var version = Assert.Single(await call.VersionsAsync(app));
        Assert.Contains("proposition bien reçue", receipt["Subject"], StringComparison.Ordinal);
        Assert.Contains(version.Hash, receipt.Text().ReplaceLineEndings(""), StringComparison.Ordinal);
        using var shown = await visitor.ReadAsync(page);
        Assert.Equal(version.Hash, shown.Words("[data-hash]"));
        var bytes = await visitor.GetByteArrayAsync($"{page}?handler=Version&number=1", Ct);
        Assert.Equal(version.Hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
    }

    [Fact]
    public async Task What_is_missing_is_said_below_the_question_and_what_was_typed_stays()
    {
        var call = await ACall.OpenAsync(app);
        var page = await call.BeginAsync(app, Address());
        using var visitor = app.Visitor();

        using var answer = await visitor.PostAsync(page, ACall.Answers(new string('t', 91), ""), $"{page}?handler=Send");

        using var shown = await answer.ReadAsync();
        Assert.Contains("90 signes au plus", shown.Words("#reponse-title-erreur"), StringComparison.Ordinal);
        Assert.Contains("En quelques mots\u00a0: répondez à cette question.", shown.Words("#reponse-pitch-erreur"), StringComparison.Ordinal);
        Assert.Equal(["title", "pitch"], shown.QuerySelectorAll("[data-invalid]").Select(f => f.GetAttribute("data-answer")));
        Assert.Equal(91, shown.QuerySelector("#reponse-title")!.GetAttribute("value")!.Length);
        Assert.Equal(91, (await call.ApplicationAsync(app)).TextOf("title")!.Length);
        Assert.Equal(ApplicationState.Draft, (await call.ApplicationAsync(app)).State);
    }

    [Fact]
    public async Task What_arrives_at_the_closing_is_kept_and_does_not_count_and_a_granted_hour_lets_it_count()
    {
        var call = await ACall.OpenAsync(app);
        var email = Address();
        var page = await call.BeginAsync(app, email);
        using var visitor = app.Visitor();
        app.Clock.Now = start.AddHours(1);

        using var late = await visitor.PostAsync(page, ACall.Answers("Trop tard", "d’une seconde"), $"{page}?handler=Send");
        using var shown = await late.ReadAsync();
        Assert.Contains("L’appel est clos\u00a0: votre proposition n’a pas été envoyée.", shown.Words(), StringComparison.Ordinal);
        Assert.Contains("Trop tard", shown.Words("[aria-labelledby=garde]"), StringComparison.Ordinal);
        Assert.Empty((await visitor.ReadAsync(page)).QuerySelectorAll("[formaction*=Send], [name^='Input.Answers']"));

        var application = await call.ApplicationAsync(app);
        Assert.True(await app.AskAsync<CallOffice, bool>(office => office.AllowUntilAsync(call.Call.Id, application.Id, app.Clock.Now.AddMinutes(5), null, Ct)));
        Assert.Contains("plus de temps", (await app.MailsToAsync(email))[^1]["Subject"], StringComparison.Ordinal);
        using var sent = await visitor.PostAsync(page, ACall.Answers("Trop tard", "d’une seconde", seen: 1), $"{page}?handler=Send");
        Assert.Equal(ApplicationState.Submitted, (await call.ApplicationAsync(app)).State);
    }

    [Fact]
    public async Task Two_colleagues_who_change_one_answer_both_keep_their_words()
    {
        var call = await ACall.OpenAsync(app);
        var (first, second) = (Address(), Address());
        var page = await call.BeginAsync(app, first);
        using var visitor = app.Visitor();
        using var invited = await visitor.PostAsync(page, new Dictionary<string, string> { ["Colleague.Name"] = "Maï Kerouac", ["Colleague.Email"] = second }, $"{page}?handler=Invite");
        var theirs = (await app.MailsToAsync(second))[^1].LinkTo("/proposer/");
        Assert.NotEqual(page, theirs);
        using var colleague = app.Visitor();

        using var saved = await colleague.PostAsync(theirs, ACall.Answers("Le titre de Maï", ""));
        using var refused = await visitor.PostAsync(page, ACall.Answers("Le titre d’Awa", ""));

        using var both = await refused.ReadAsync();
        Assert.Equal("Le titre d’Awa", both.QuerySelector("#reponse-title")!.GetAttribute("value"));
        Assert.Contains("Le titre de Maï", both.Words(".lines"), StringComparison.Ordinal);
        Assert.Equal("Le titre de Maï", (await call.ApplicationAsync(app)).TextOf("title"));
        using var meant = await visitor.PostAsync(page, ACall.Answers("Le titre d’Awa", "", seen: 1));
        Assert.Equal("Le titre d’Awa", (await call.ApplicationAsync(app)).TextOf("title"));
    }

    [Fact]
    public async Task Each_answer_is_kept_while_it_is_typed()
    {
        var call = await ACall.OpenAsync(app);
        var page = await call.BeginAsync(app, Address());
        using var visitor = app.Visitor();

        Assert.Equal(("Saved", 1), await KeepAsync("Un", 0));
        Assert.Equal(("Saved", 2), await KeepAsync("Un titre", 1));
        Assert.Equal(("Conflict", 2), await KeepAsync("Autre", 1));
        Assert.Equal("Un titre", (await call.ApplicationAsync(app)).TextOf("title"));

        async Task<(string?, int)> KeepAsync(string text, int seen)
        {
            using var answer = await visitor.PostAsync(page, new Dictionary<string, string> { ["key"] = "title", ["text"] = text, ["seen"] = $"{seen}" }, $"{page}?handler=Keep");
            using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
            return (told.RootElement.GetProperty("outcome").GetString(), told.RootElement.GetProperty("revision").GetInt32());
        }
    }

    [Fact]
    public async Task A_withdrawn_proposal_is_told_to_all_and_comes_back_no_more()
    {
        var call = await ACall.OpenAsync(app);
        var email = Address();
        var page = await call.BeginAsync(app, email);
        using var visitor = app.Visitor();
        using var sent = await visitor.PostAsync(page, ACall.Answers("Trois capteurs", "Mots"), $"{page}?handler=Send");

        using var withdrawn = await visitor.PostAsync(page, new Dictionary<string, string>(), $"{page}?handler=Withdraw");
        using var again = await visitor.PostAsync(call.Page, new Dictionary<string, string> { ["Lost.Email"] = email }, $"{call.Page}?handler=Recover");

        Assert.Equal(ApplicationState.Withdrawn, (await call.ApplicationAsync(app)).State);
        Assert.Contains("proposition retirée", (await app.MailsToAsync(email))[^1]["Subject"], StringComparison.Ordinal);
        using var shown = await visitor.ReadAsync(page);
        Assert.Contains("Cette proposition est retirée.", shown.Words(), StringComparison.Ordinal);
        Assert.Empty(shown.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_lost_link_is_mailed_again_and_a_stranger_gets_the_same_answer_and_no_mail()
    {
        var call = await ACall.OpenAsync(app);
        var (email, stranger) = (Address(), Address());
        var page = await call.BeginAsync(app, email);
        app.Clock.Now = start.AddMinutes(61);
        using var visitor = app.Visitor();

        using var known = await visitor.PostAsync(call.Page, new Dictionary<string, string> { ["Lost.Email"] = email.ToUpperInvariant() }, $"{call.Page}?handler=Recover");
        using var unknown = await visitor.PostAsync(call.Page, new Dictionary<string, string> { ["Lost.Email"] = stranger }, $"{call.Page}?handler=Recover");

        Assert.Equal(known.Headers.Location, unknown.Headers.Location);
        var mails = await app.MailsToAsync(email);
        Assert.Equal((2, page), (mails.Count, mails[^1].LinkTo("/proposer/")));
        Assert.Empty(await app.MailsToAsync(stranger));
    }

    [Fact]
    public async Task Nobody_fills_the_mailbox_of_somebody_else()
    {
        var call = await ACall.OpenAsync(app);
        var email = Address();
        using var visitor = app.Visitor();

        for (var i = 0; i < PitchDesk.MostDrafts + 3; i++)
        {
            using var begun = await visitor.PostAsync(call.Page, ACall.Begin(email));
            Assert.Equal($"{call.Page}?sent=lien", begun.Headers.Location?.ToString());
        }

        Assert.Equal(PitchDesk.MostDrafts, await app.ReadAsync(db => db.Applications.CountAsync(a => a.ContestId == call.Call.Id, Ct)));
        Assert.Equal(2 * PitchDesk.MostDrafts, (await app.MailsToAsync(email)).Count);
    }

    [Fact]
    public async Task A_link_that_nobody_has_opens_nothing()
    {
        using var visitor = app.Visitor();

        using var guessed = await visitor.GetAsync($"/proposer/{new string('a', 43)}", Ct);

        Assert.Equal(HttpStatusCode.NotFound, guessed.StatusCode);
    }

    public ValueTask DisposeAsync()
    {
        app.Clock.Now = start;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static string Address() => $"{Guid.NewGuid():N}@rance.example";

    public sealed class OnSqlite(SqliteHub app) : ProposalPagesTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : ProposalPagesTests(app), IClassFixture<PostgreSqlHub>;
}
