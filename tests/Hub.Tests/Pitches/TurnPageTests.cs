using System.Net;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Pitches;
using Hub.Core.Privacy;
using Hub.Core.Programmes;
using Hub.Tests.Evaluations;
using Hub.Tests.Programmes;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Pitches;

/// <summary>The page of one turn on stage: announced with the running order, and with its documents once the session is over.</summary>
public abstract class TurnPageTests(HubApp app) : IAsyncDisposable
{
    private static readonly byte[] Slides = AContest.Pdf("Les capteurs");

    private readonly DateTime start = app.Clock.Now;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_turn_has_a_page_from_the_announcement_on_with_its_words_its_people_and_its_neighbours()
    {
        var (call, stage) = await OnStageAsync();
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted), ("Ville de Vire", Verdict.Accepted));
        Assert.True(await app.ConfirmAsync(authors[0], "Maï Kerouac, élue"));
        Assert.True(await app.ConfirmAsync(authors[1], "Jo Bellec"));
        using var visitor = app.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(PageOf(stage, authors[0])));

        await stage.AnnounceAsync(app);

        using var session = await visitor.ReadAsync(stage.Page);
        Assert.Equal([PageOf(stage, authors[0]), PageOf(stage, authors[1])], session.QuerySelectorAll("#passages + ol a").Select(a => a.GetAttribute("href")));
        using var page = await visitor.ReadAsync(PageOf(stage, authors[0]));
        Assert.Equal("Le projet de Ville de Rance", page.Words("h1"));
        Assert.Contains("9\u00a0h\u00a0\u2013 9\u00a0h\u00a008, heure de Paris", page.Words(".keyfacts"), StringComparison.Ordinal);
        Assert.Contains("Moins d’eau perdue.", page.Words("main"), StringComparison.Ordinal);
        Assert.Contains("Maï Kerouac, élue", page.Words("main"), StringComparison.Ordinal);
        Assert.Equal("Ville de Rance", page.Words(".lede"));
        Assert.Equal(PageOf(stage, authors[1]), page.QuerySelector("[rel=next]")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("[rel=prev]"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{stage.Page}/passages/{Guid.NewGuid()}"));
    }

    [Fact]
    public async Task Organisers_read_on_the_running_order_who_comes_for_whom_and_what_they_need_and_nobody_else_does()
    {
        var (call, stage) = await OnStageAsync();
        var author = Assert.Single(await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted)));
        Assert.True(await app.AskAsync<PitchStage, bool>(places => places.ConfirmAsync(author, new("Maï Kerouac", null, "Une rampe d’accès"), app.Clock.Now, Ct)));
        await stage.AnnounceAsync(app);
        using var organiser = await app.OrganiserAsync(call.Organisation);

        var words = (await organiser.ReadAsync(stage.Desk)).Words(".order");
        Assert.Contains("Ville de Rance", words, StringComparison.Ordinal);
        Assert.Contains("Besoins\u00a0: Une rampe d’accès", words, StringComparison.Ordinal);
        using var visitor = app.Visitor();
        foreach (var address in (string[])[stage.Page, stage.Screen, PageOf(stage, author)])
        {
            Assert.DoesNotContain("rampe", (await visitor.ReadAsync(address)).Source.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_authors_give_is_everybodys_on_the_page_of_their_turn_once_the_session_is_over()
    {
        var (call, stage) = await OnStageAsync();
        var author = Assert.Single(await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted)));
        var mine = (await app.MailsToAsync(author.Email))[0].LinkTo("/proposer/");
        using var visitor = app.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{mine}/documents"));
        Assert.True(await app.ConfirmAsync(author));
        await stage.AnnounceAsync(app);
        Assert.Contains($"{mine}/documents", (await visitor.ReadAsync(mine)).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));

        using var sent = await SendAsync(visitor, $"{mine}/documents");

        Assert.Equal($"{mine}/documents", sent.Headers.Location?.ToString());
        var file = await app.ReadAsync(db => db.SessionFiles.AsNoTracking().SingleAsync(f => f.EditionId == call.Edition.Id, Ct));
        var address = $"/journees/{call.Edition.Slug}/documents/{file.Id}";
        Assert.Empty((await visitor.ReadAsync(PageOf(stage, author))).QuerySelectorAll("a[download]"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));

        var data = await app.AskAsync<PersonalRecords, PersonalData>(records => records.OfAddressAsync(author.Email, Ct));
        Assert.Equal("capteurs.pdf", Assert.Single(Assert.Single(data.Proposals).Documents).FileName);
        app.Clock.Now = stage.Session.EndsAt;
        Assert.Equal(address, Assert.Single((await visitor.ReadAsync(PageOf(stage, author))).QuerySelectorAll("a[download]")).GetAttribute("href"));
        Assert.Empty((await visitor.ReadAsync(stage.Page)).QuerySelectorAll("a[download]"));
        Assert.Equal(Slides, await visitor.GetByteArrayAsync(address, Ct));
        using var organiser = await app.OrganiserAsync(call.Organisation);
        var row = (await organiser.ReadAsync($"/organisation/journees/{call.Edition.Id}/programme/session/{stage.Session.Id}/documents")).QuerySelector("tbody tr")!;
        Assert.Contains("Le projet de Ville de Rance", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Awa Dembasse", row.TextContent, StringComparison.Ordinal);

        using var removed = await visitor.PostAsync($"{mine}/documents", new Dictionary<string, string>(), (await visitor.ReadAsync($"{mine}/documents")).QuerySelector(".desklist form")!.GetAttribute("action"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));
    }

    [Fact]
    public async Task A_place_given_up_and_a_person_erased_take_their_documents_along()
    {
        var (call, stage) = await OnStageAsync();
        var authors = await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted), ("Ville de Vire", Verdict.Accepted));
        foreach (var author in authors)
        {
            Assert.True(await app.ConfirmAsync(author));
            using var sent = await SendAsync(app.Visitor(), (await app.MailsToAsync(author.Email))[0].LinkTo("/proposer/") + "/documents");
        }

        Assert.True(await app.WithdrawAsync(authors[0]));
        Assert.Equal([authors[1].ApplicationId], await TurnsWithFilesAsync(call));
        await app.DoAsync<Erasure>(erasure => erasure.EraseAsync(authors[1].Email, Ct));

        Assert.Empty(await TurnsWithFilesAsync(call));
        Assert.NotEqual(Guid.Empty, stage.Session.Id);
    }

    [Fact]
    public async Task Organisers_give_documents_to_a_turn_and_a_turn_that_is_gone_hides_them()
    {
        var stage = await AStage.WithAsync(app, "Awa A", "Noé B");
        await stage.AnnounceAsync(app);
        var slot = (await stage.OrderAsync(app)).Slots[1];
        using var organiser = await app.OrganiserAsync(stage.Organisation);
        using var sent = await SendAsync(organiser, $"/organisation/journees/{stage.Edition.Id}/programme/session/{stage.Session.Id}/documents", ("Input.Session", $"{slot.Id}"), model: "Input", to: "");
        app.Clock.Now = stage.Session.EndsAt;
        using var visitor = app.Visitor();
        var address = Assert.Single((await visitor.ReadAsync($"{stage.Page}/passages/{slot.Id}")).QuerySelectorAll("a[download]")).GetAttribute("href")!;

        Assert.True(await stage.ChangeAsync(app, order => order.Remove(slot.Id)));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{stage.Page}/passages/{slot.Id}"));
    }

    [Fact]
    public async Task Who_has_a_turn_sends_documents_to_it_by_their_link()
    {
        var stage = await AStage.WithAsync(app, "Awa A", "Noé B");
        await stage.AnnounceAsync(app);
        var email = AContest.Address("rance");
        await app.AskAsync<SpeakerOffice, SpeakerOutcome>(office => office.InviteAsync(stage.Edition.Id, "Noé B", email, null, Ct));
        var page = (await app.MailsToAsync(email))[^1].LinkTo("/intervenir/");
        var invitation = await app.ReadAsync(db => db.SpeakerInvitations.AsNoTracking().SingleAsync(i => i.EditionId == stage.Edition.Id, Ct));
        Assert.True(await app.AskAsync<SpeakerAnswers, bool>(answers => answers.AcceptAsync(invitation.Id, Ct)));

        using var sent = await SendAsync(app.Visitor(), page);

        Assert.Equal(page, sent.Headers.Location?.ToString());
        var file = await app.ReadAsync(db => db.SessionFiles.AsNoTracking().SingleAsync(f => f.EditionId == stage.Edition.Id, Ct));
        Assert.Equal((stage.Session.Id, (await stage.OrderAsync(app)).Slots[1].Id), (file.SessionId, file.SlotId!.Value));
    }

    [Fact]
    public async Task Documents_follow_their_turn_into_another_session()
    {
        var (call, stage) = await OnStageAsync();
        var author = Assert.Single(await call.ReleasedAsync(app, ("Ville de Rance", Verdict.Accepted)));
        Assert.True(await app.ConfirmAsync(author));
        using var sent = await SendAsync(app.Visitor(), (await app.MailsToAsync(author.Email))[0].LinkTo("/proposer/") + "/documents");
        await app.DoAsync<ProgrammeOffice>(office => office.WriteSessionAsync(call.Edition.Id, null, new(SessionKind.PitchSession, "Les pitchs, suite", null, null, 45, null, null), null, ct: Ct));
        var other = (await app.ReadAsync(db => db.DraftOfAsync(call.Edition.Id, Ct))).Plan.Sessions.Single(s => s.Facts.Title == "Les pitchs, suite");

        Assert.True(await app.AskAsync<PitchStage, bool>(office => office.PlayInAsync(call.Call.Id, other.Id, null, Ct)));

        Assert.Equal(other.Id, await app.ReadAsync(db => db.SessionFiles.Where(f => f.SlotId == author.ApplicationId).Select(f => f.SessionId).SingleAsync(Ct)));
        Assert.NotEqual(stage.Session.Id, other.Id);
    }

    public ValueTask DisposeAsync()
    {
        app.Clock.Now = start;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static string PageOf(AStage stage, Author author) => $"{stage.Page}/passages/{author.ApplicationId}";

    /// <param name="to">Handler the form goes to.</param>
    private static async Task<HttpResponseMessage> SendAsync(HttpClient visitor, string page, (string Name, string Value)? field = null, string model = "Document", string to = "?handler=Document")
    {
        using MultipartFormDataContent form = new()
        {
            { new StringContent(await Form.TokenAsync(visitor, page)), "__RequestVerificationToken" },
            { new ByteArrayContent(Slides), $"{model}.File", "capteurs.pdf" },
        };
        if (field is var (name, value))
        {
            form.Add(new StringContent(value), name);
        }

        return await visitor.PostAsync(page + to, form, Ct);
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await app.Visitor().GetAsync(address, Ct);
        return answer.StatusCode;
    }

    private Task<List<Guid>> TurnsWithFilesAsync(ACall call) =>
        app.ReadAsync(db => db.SessionFiles.Where(f => f.EditionId == call.Edition.Id).Select(f => f.SlotId!.Value).ToListAsync(Ct));

    private async Task<(ACall Call, AStage Stage)> OnStageAsync()
    {
        var stage = await AStage.WithAsync(app);
        var call = await ACall.OnAsync(app, stage.Organisation, stage.Edition);
        Assert.True(await app.AskAsync<PitchStage, bool>(office => office.PlayInAsync(call.Call.Id, stage.Session.Id, null, Ct)));
        return (call, stage);
    }

    public sealed class OnSqlite(SqliteHub app) : TurnPageTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : TurnPageTests(app), IClassFixture<PostgreSqlHub>;
}
