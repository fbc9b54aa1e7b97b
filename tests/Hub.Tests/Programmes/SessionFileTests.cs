using System.Net;
using Hub.Core.Events;
using Hub.Core.Files;
using Hub.Core.Privacy;
using Hub.Core.Programmes;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Programmes;

/// <summary>What was shown in a session is everybody's to take home once it is over, and nobody's before.</summary>
public abstract class SessionFileTests
{
    private readonly HubApp app;

    /// <summary>Some wait until a day is over, on a hub that all share.</summary>
    protected SessionFileTests(HubApp app)
    {
        this.app = app;
        app.Clock.Now = An.Now;
    }

    private static readonly byte[] Slides = "%PDF-1.7 Les données de dix communes"u8.ToArray();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_of_the_organisers_waits_for_the_end_of_its_session()
    {
        var (edition, organisation) = await app.StageAsync();
        var session = await SessionAsync(edition, "Table ronde");
        using var organiser = await app.OrganiserAsync(organisation);
        var desk = Desk(edition, session);

        using var sent = await SendAsync(organiser, desk, desk, "Input", "Diapositives é.pdf", Slides, ("Words", "Les diapositives"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var row = (await organiser.ReadAsync(desk)).QuerySelector("tbody tr")!;
        Assert.Contains("Les diapositives", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("PDF, 1\u00a0ko", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(Slides, await organiser.GetByteArrayAsync(row.QuerySelector("th a")!.GetAttribute("href"), Ct));

        var address = $"/journees/{edition.Slug}/documents/{(await FileAsync(edition)).Id}";
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));
        Assert.Empty(await LinksAsync(edition, session));
        app.Clock.Now = session.EndsAt;
        Assert.Equal(address, Assert.Single(await LinksAsync(edition, session)));
        using var taken = await app.Visitor().GetAsync(address, Ct);
        Assert.Equal(Slides, await taken.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(("attachment", "Diapositives é.pdf"), (taken.Content.Headers.ContentDisposition!.DispositionType, taken.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("nosniff", taken.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", taken.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        using var later = await app.OrganiserAsync(organisation);
        using var removed = await later.PostAsync(desk, new Dictionary<string, string>(), row.QuerySelector("form")!.GetAttribute("action"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));
    }

    [Fact]
    public async Task What_is_no_document_is_refused_and_its_words_are_kept()
    {
        var (edition, organisation) = await app.StageAsync();
        var desk = Desk(edition, await SessionAsync(edition, "Table ronde"));
        using var organiser = await app.OrganiserAsync(organisation);

        using var wrong = await SendAsync(organiser, desk, desk, "Input", "page.pdf", "<script>alert(1)</script>"u8.ToArray(), ("Words", "Ma page"));
        using var page = await wrong.ReadAsync();
        using var large = await SendAsync(organiser, desk, desk, "Input", "gros.pdf", [.. Slides, .. new byte[DocumentFile.MostBytes]]);
        using var none = await organiser.PostAsync(desk, new Dictionary<string, string>());

        Assert.Contains("n’est pas un document", page.Words("#Input_File-error"), StringComparison.Ordinal);
        Assert.Equal("Ma page", page.QuerySelector("#Input_Words")!.GetAttribute("value"));
        Assert.Contains("Ce document pèse 10,1\u00a0Mo, pour 10\u00a0Mo au plus.", (await large.ReadAsync()).Words("#Input_File-error"), StringComparison.Ordinal);
        Assert.Contains("Choisissez un document.", (await none.ReadAsync()).Words("#Input_File-error"), StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.SessionFiles.CountAsync(f => f.EditionId == edition.Id, Ct)));
    }

    [Fact]
    public async Task Who_speaks_sends_their_own_to_a_session_of_theirs()
    {
        var (edition, organisation) = await app.StageAsync();
        var page = await app.AskToSpeakAsync(edition, ASpeaker.Address());
        var (mine, other) = (await SessionAsync(edition, "Débat"), await SessionAsync(edition, "Table ronde"));
        using var visitor = app.Visitor();
        Assert.Empty((await visitor.ReadAsync(page)).QuerySelectorAll("#documents"));
        using var accepted = await visitor.PostAsync(page, new Dictionary<string, string>(), $"{page}?handler=Accept");

        using var unsaid = await SendAsync(visitor, page, $"{page}?handler=Document", "Document", "a.pdf", Slides);
        Assert.Contains("Choisissez la session ou le passage.", (await unsaid.ReadAsync()).Words("#Document_Session-error"), StringComparison.Ordinal);
        using var sent = await SendAsync(visitor, page, $"{page}?handler=Document", "Document", "a.pdf", Slides, ("Session", $"{mine.Id}"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        using var foreign = await SendAsync(visitor, page, $"{page}?handler=Document", "Document", "b.pdf", Slides, ("Session", $"{Guid.NewGuid()}"));
        Assert.Equal(HttpStatusCode.OK, foreign.StatusCode);

        var file = await FileAsync(edition);
        Assert.Equal((mine.Id, "a"), (file.SessionId, file.Words));
        using var organiser = await app.OrganiserAsync(organisation);
        Assert.Contains(ASpeaker.Name, (await organiser.ReadAsync(Desk(edition, mine))).Words("tbody"), StringComparison.Ordinal);
        app.Clock.Now = edition.EndsAt.AddDays(1);
        Assert.Single(await LinksAsync(edition, mine));
        Assert.Empty(await LinksAsync(edition, other));
        using var removed = await visitor.PostAsync(page, new Dictionary<string, string>(), $"{page}?handler=RemoveDocument&file={file.Id}");
        Assert.Empty(await LinksAsync(edition, mine));
    }

    [Fact]
    public async Task Nobody_removes_what_others_gave()
    {
        var (edition, organisation) = await app.StageAsync();
        var session = await SessionAsync(edition, "Table ronde");
        await GiveAsync(edition, session, null);
        var file = (await FileAsync(edition)).Id;
        var page = await app.AskToSpeakAsync(edition, ASpeaker.Address());
        using var visitor = app.Visitor();
        using var accepted = await visitor.PostAsync(page, new Dictionary<string, string>(), $"{page}?handler=Accept");
        using var organiser = await app.OrganiserAsync(organisation);
        var elsewhere = Desk(edition, await SessionAsync(edition, "Débat"));

        using var tried = await visitor.PostAsync(page, new Dictionary<string, string>(), $"{page}?handler=RemoveDocument&file={file}");
        using var astray = await organiser.PostAsync(elsewhere, new Dictionary<string, string>(), $"{elsewhere}?handler=Remove&file={file}");

        Assert.Equal(HttpStatusCode.NotFound, astray.StatusCode);
        Assert.NotNull(await FileAsync(edition));
        Assert.DoesNotContain("est retiré", (await visitor.ReadAsync(page)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_come_shows_nothing_and_who_is_erased_leaves_nothing()
    {
        var (edition, _) = await app.StageAsync();
        var session = await SessionAsync(edition, "Table ronde");
        var (leaving, erased) = (ASpeaker.Address(), ASpeaker.Address());
        await app.AskToSpeakAsync(edition, leaving);
        await app.AskToSpeakAsync(edition, erased, "Noé Lanvallay");
        var (first, second) = ((await app.InvitationAsync(edition)).Id, (await app.InvitationAsync(edition, "Noé Lanvallay")).Id);
        await GiveAsync(edition, session, null);
        await GiveAsync(edition, session, first);
        await GiveAsync(edition, session, second);

        await app.AskAsync<SpeakerAnswers, bool>(answers => answers.WithdrawAsync(first, null, Ct));
        Assert.Equal([null, second], await GiversAsync(edition));
        var record = await app.AskAsync<PersonalRecords, PersonalData>(records => records.OfAddressAsync(erased, Ct));
        Assert.Equal("a.pdf", Assert.Single(Assert.Single(record.Talks).Documents).FileName);
        await app.DoAsync<Erasure>(erasure => erasure.EraseAsync(erased, Ct));
        Assert.Equal([null], await GiversAsync(edition));
    }

    [Fact]
    public async Task A_session_has_as_many_as_it_may()
    {
        var (edition, _) = await app.StageAsync();
        var session = await SessionAsync(edition, "Table ronde");
        foreach (var n in Enumerable.Range(0, SessionFile.MostOfOne))
        {
            Assert.Equal(SessionFileOutcome.Done, await GiveAsync(edition, session, null));
        }

        Assert.Equal(SessionFileOutcome.Full, await GiveAsync(edition, session, null));
    }

    private static string Desk(Edition edition, Session session) => $"/organisation/journees/{edition.Id}/programme/session/{session.Id}/documents";

    private Task<Session> SessionAsync(Edition edition, string title) => app.ReadAsync(db => db.Sessions.AsNoTracking().SingleAsync(s => s.EditionId == edition.Id && s.Title == title, Ct));

    private Task<SessionFile> FileAsync(Edition edition) => app.ReadAsync(db => db.SessionFiles.AsNoTracking().SingleAsync(f => f.EditionId == edition.Id, Ct));

    private Task<List<Guid?>> GiversAsync(Edition edition) => app.ReadAsync(db => db.SessionFiles.Where(f => f.EditionId == edition.Id).OrderBy(f => f.Id).Select(f => f.SentBy).ToListAsync(Ct));

    private Task<SessionFileOutcome> GiveAsync(Edition edition, Session session, Guid? sentBy) => app.AskAsync<SessionFileOffice, SessionFileOutcome>(
        office => office.AddAsync(new(edition.Id, session.Id), DocumentFile.Read("a.pdf", Slides)!, null, sentBy, null, Ct));

    private async Task<IEnumerable<string?>> LinksAsync(Edition edition, Session session) =>
        (await app.Visitor().ReadAsync($"/journees/{edition.Slug}/seances/{session.Code}")).QuerySelectorAll("a[download]").Select(a => a.GetAttribute("href")).Where(h => h!.Contains("/documents/", StringComparison.Ordinal));

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await app.Visitor().GetAsync(address, Ct);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient browser, string page, string to, string model, string name, byte[] content, params (string Name, string Value)[] fields)
    {
        using MultipartFormDataContent form = new()
        {
            { new StringContent(await Form.TokenAsync(browser, page)), "__RequestVerificationToken" },
            { new ByteArrayContent(content), $"{model}.File", name },
        };
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), $"{model}.{field}");
        }

        return await browser.PostAsync(to, form, Ct);
    }

    public sealed class OnSqlite(SqliteHub app) : SessionFileTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : SessionFileTests(app), IClassFixture<PostgreSqlHub>;
}
