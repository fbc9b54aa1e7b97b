using System.Net;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Programmes;

/// <summary>What organisers and those who speak see and do in a browser, without scripts.</summary>
public sealed class SpeakerPagesTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_organiser_invites_reminds_and_replaces_from_one_page()
    {
        var (edition, organisation) = await app.StageAsync();
        var page = $"/organisation/journees/{edition.Id}/programme/personnes";
        var address = ASpeaker.Address();
        using var organiser = await app.OrganiserAsync(organisation);

        using var wrong = await organiser.PostAsync(page, Fields(("Name", ASpeaker.Name), ("Email", "awa")), $"{page}?handler=Invite");
        Assert.Contains("Indiquez une adresse complète", (await wrong.ReadAsync()).Words("#Email-error"), StringComparison.Ordinal);
        using var asked = await organiser.PostAsync(page, Fields(("Name", ASpeaker.Name), ("Email", address)), $"{page}?handler=Invite");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        using (var shown = await organiser.ReadAsync(page))
        {
            Assert.Contains("Une invitation part à Awa Dembasse.", shown.Words(), StringComparison.Ordinal);
            Assert.Contains("Pas de réponse", shown.Words(), StringComparison.Ordinal);
            Assert.Contains("invitation envoyée le", shown.Words(), StringComparison.Ordinal);
            Assert.Null(shown.QuerySelector("form[action*='handler=Remind']"));
        }

        using var reminded = await organiser.PostAsync(page, Fields(), $"{page}?handler=Remind");
        Assert.Contains("Il n’y a personne à relancer", (await organiser.ReadAsync(page)).Words(), StringComparison.Ordinal);
        using var replaced = await organiser.PostAsync(page, Fields(("Name", ASpeaker.Name), ("NewName", "Maï Treguer")), $"{page}?handler=Replace");
        using var after = await organiser.ReadAsync(page);
        Assert.Contains("Maï Treguer", after.QuerySelectorAll(".card h2").Select(h => h.TextContent));
        Assert.Contains("encore ce nom", after.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_behind_the_link_takes_every_answer()
    {
        var (edition, _) = await app.StageAsync();
        var page = await app.AskToSpeakAsync(edition, ASpeaker.Address());
        using var visitor = app.Visitor();
        using (var first = await visitor.ReadAsync(page))
        {
            Assert.Contains("Table ronde", first.Words(), StringComparison.Ordinal);
            Assert.DoesNotContain("provisoire", first.Words(), StringComparison.Ordinal);
        }

        await SendAsync(visitor, page, "Propose", ("Input.ProposedTime", "Après 15 h"));
        Assert.Equal(("Après 15 h", SpeakerState.Invited), ((await app.InvitationAsync(edition)).ProposedTime, (await app.InvitationAsync(edition)).State));
        await SendAsync(visitor, page, "Accept");
        Assert.Equal(SpeakerState.Accepted, (await app.InvitationAsync(edition)).State);
        await SendAsync(
            visitor, page, "Details", ("Input.Biography", "Elle ouvre les données."), ("Input.Organisation", "Agglomération d’exemple"),
            ("Input.Windows[0].Day", "2027-03-18"), ("Input.Windows[0].From", "9 h"), ("Input.Windows[0].Until", "12:00"), ("Input.Windows[1].Day", "2027-03-18"));
        Assert.Equal([new SpeakerWindow(new(2027, 3, 18, 9, 0, 0), new(2027, 3, 18, 12, 0, 0))], (await app.InvitationAsync(edition)).Windows);
        Assert.Contains("Elle ouvre les données.", (await visitor.ReadAsync($"/journees/{edition.Slug}/interventions")).Words(), StringComparison.Ordinal);

        await SendAsync(visitor, page, "Withdraw", ("Input.Reason", "Un empêchement."));
        Assert.Equal((SpeakerState.Withdrawn, "Un empêchement."), ((await app.InvitationAsync(edition)).State, (await app.InvitationAsync(edition)).Reason));
        var people = (await visitor.ReadAsync($"/journees/{edition.Slug}/interventions")).Words();
        Assert.Contains(ASpeaker.Name, people, StringComparison.Ordinal);
        Assert.DoesNotContain("Elle ouvre les données.", people, StringComparison.Ordinal);
        await SendAsync(visitor, page, "Details", ("Input.Biography", "Trop tard."), from: $"/journees/{edition.Slug}/favoris");
        Assert.NotEqual("Trop tard.", (await app.InvitationAsync(edition)).Biography);
    }

    [Fact]
    public async Task Times_that_nobody_published_are_marked()
    {
        var organisation = An.Organisation();
        var edition = An.Draft(organisation);
        await app.SaveAsync(organisation, edition);
        await app.AskAsync<ProgrammeOffice, ProgrammeResult>(office => office.WriteSessionAsync(edition.Id, null, new(SessionKind.Debate, "Débat", null, edition.LocalStart, 60, null, null) { Moderators = ASpeaker.Name }, null, null, Ct));
        var page = await app.AskToSpeakAsync(edition, ASpeaker.Address());

        using var shown = await app.Visitor().ReadAsync(page);

        Assert.Contains("Horaire provisoire", shown.Words(".talks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_of_nobody_finds_nothing_and_a_calendar_opens_no_page()
    {
        var (edition, _) = await app.StageAsync();
        var page = await app.AskToSpeakAsync(edition, ASpeaker.Address());
        using var visitor = app.Visitor();
        using var shown = await visitor.ReadAsync(page);
        var calendar = shown.QuerySelector("a[href$='agenda.ics']")!.GetAttribute("href")!;

        var text = await visitor.GetStringAsync(calendar, Ct);
        Assert.Contains("SUMMARY:Débat", text, StringComparison.Ordinal);
        Assert.DoesNotContain(page["/intervenir/".Length..], text, StringComparison.Ordinal);
        foreach (var address in new[] { $"/intervenir/{new string('x', 43)}", "/intervenir/x", calendar.Replace("/agenda.ics", "", StringComparison.Ordinal), $"{page}/agenda.ics" })
        {
            using var answer = await visitor.GetAsync(address, Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var mine = await visitor.GetAsync(page, Ct);
        Assert.True(mine.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", mine.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task A_photo_is_shown_with_consent_alone_and_as_long_as_its_person_comes()
    {
        var (edition, _) = await app.StageAsync();
        var page = await app.AskToSpeakAsync(edition, ASpeaker.Address());
        using var visitor = app.Visitor();
        await SendAsync(visitor, page, "Accept");

        using var refused = await UploadAsync(visitor, page, consent: false);
        Assert.Contains("Sans votre accord", (await refused.ReadAsync()).Words(), StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.SpeakerPhotos.CountAsync(Ct)));
        using var sent = await UploadAsync(visitor, page, consent: true);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(app.Clock.Now, await app.ReadAsync(db => db.SpeakerPhotos.Select(p => p.ConsentedAt).SingleAsync(Ct)));
        var photo = (await visitor.ReadAsync($"/journees/{edition.Slug}/interventions")).QuerySelector(".person img")!.GetAttribute("src")!;
        using var shown = await visitor.GetAsync(photo, Ct);
        Assert.Equal(Pixel, await shown.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(TimeSpan.FromMinutes(5), shown.Headers.CacheControl!.MaxAge);

        await SendAsync(visitor, page, "Withdraw");
        using var gone = await visitor.GetAsync(photo, Ct);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Null((await visitor.ReadAsync($"/journees/{edition.Slug}/interventions")).QuerySelector(".person img"));
        Assert.Equal(0, await app.ReadAsync(db => db.SpeakerPhotos.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_photo_can_be_taken_back()
    {
        var (edition, _) = await app.StageAsync();
        var page = await app.AskToSpeakAsync(edition, ASpeaker.Address());
        using var visitor = app.Visitor();
        using var sent = await UploadAsync(visitor, page, consent: true);

        await SendAsync(visitor, page, "RemovePhoto");

        Assert.Null((await visitor.ReadAsync(page)).QuerySelector(".avatar__photo"));
    }

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) => fields.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);

    private static Task SendAsync(HttpClient visitor, string page, string handler, params (string Name, string Value)[] fields) => SendAsync(visitor, page, handler, fields, page);

    private static async Task SendAsync(HttpClient visitor, string page, string handler, (string Name, string Value) field, string from) => await SendAsync(visitor, page, handler, [field], from);

    private static async Task SendAsync(HttpClient visitor, string page, string handler, (string Name, string Value)[] fields, string from)
    {
        using var answer = await visitor.PostAsync(from, Fields(fields), $"{page}?handler={handler}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient visitor, string page, bool consent)
    {
        using MultipartFormDataContent form = new()
        {
            { new StringContent(await Form.TokenAsync(visitor, page)), "__RequestVerificationToken" },
            { new ByteArrayContent(Pixel), "Input.File", "moi.png" },
        };
        if (consent)
        {
            form.Add(new StringContent("true"), "Input.Consent");
        }

        return await visitor.PostAsync($"{page}?handler=Photo", form, Ct);
    }
}
