using System.Net;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Tests.Notifications;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

/// <summary>What one does with the link of the mail.</summary>
public abstract class MinePageTests(HubApp app)
{
    private readonly string email = $"{Guid.NewGuid():N}@mairie.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_form_to_correct_begins_with_what_was_said_and_keeps_what_is_not_touched()
    {
        var (edition, link, browser) = await RegisteredAsync();
        using var form = await browser.ReadAsync($"{link}/corriger");
        Assert.Equal("Commune d’exemple", form.QuerySelector("#Input_Organisation")!.GetAttribute("value"));
        var answers = form.QuerySelectorAll("main form input:not([type=hidden], [type=checkbox], [type=radio]), main form textarea")
            .ToDictionary(c => c.GetAttribute("name")!, c => c.GetAttribute("value") ?? c.TextContent.Trim(), StringComparer.Ordinal);
        answers["Input.JobTitle"] = "Directeur & cie";

        using var answer = await browser.PostAsync($"{link}/corriger", answers);

        Assert.Equal(link, answer.Headers.Location?.ToString());
        var registration = await ReadAsync(edition);
        Assert.Equal(An.Attendee(email: email) with { JobTitle = "Directeur & cie" }, registration.Attendee);
        using var page = await browser.ReadAsync(link);
        Assert.Contains("Directeur & cie", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_correction_is_asked_back()
    {
        var (edition, link, browser) = await RegisteredAsync();

        using var answer = await browser.PostAsync($"{link}/corriger", new Dictionary<string, string> { ["Input.FirstName"] = "Ada", ["Input.LastName"] = " " });

        using var page = await answer.ReadAsync();
        Assert.Contains("#Input_LastName", page.QuerySelectorAll("#errors a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Ada", page.QuerySelector("#Input_FirstName")!.GetAttribute("value"));
        Assert.Equal("Exemple", (await ReadAsync(edition)).LastName);
    }

    [Fact]
    public async Task Cancelling_asks_first_then_frees_the_seat_and_says_so_by_mail()
    {
        var (edition, link, browser) = await RegisteredAsync();
        using var mine = await browser.ReadAsync(link);
        var cancel = mine.QuerySelector("a.btn--danger")!.GetAttribute("href")!;
        using var question = await browser.ReadAsync(cancel);
        Assert.Contains("Annuler votre inscription", question.Words("h1"), StringComparison.Ordinal);
        Assert.Equal(RegistrationState.Confirmed, (await ReadAsync(edition)).State);

        using var answer = await browser.PostAsync(cancel, new Dictionary<string, string>());

        Assert.Equal(RegistrationState.Cancelled, (await ReadAsync(edition)).State);
        Assert.Equal(0, await app.ReadAsync(db => db.Editions.Where(e => e.Id == edition.Id).Select(e => e.SeatsTaken).SingleAsync()));
        using var page = await browser.ReadAsync(answer.Headers.Location!.ToString());
        Assert.Contains("Inscription annulée", page.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".ticket"));
        Assert.Equal(2, (await app.MailsToAsync(email)).Count);
        using var again = await browser.GetAsync(cancel, Token);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
    }

    [Fact]
    public async Task A_new_link_goes_by_mail_and_the_old_one_dies()
    {
        var (_, link, browser) = await RegisteredAsync();

        using var answer = await browser.PostAsync(link, new Dictionary<string, string>(), $"{link}?handler=Renew");

        using var said = await browser.ReadAsync(answer.Headers.Location!.ToString());
        Assert.Contains("Un nouveau lien vient de partir par courriel", said.Words(), StringComparison.Ordinal);
        using var old = await browser.GetAsync(link, Token);
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
        var links = (await app.MailsToAsync(email)).Select(m => m.Link()).Where(l => l != link).ToList();
        using var page = await app.Visitor().ReadAsync(Assert.Single(links));
        Assert.NotNull(page.QuerySelector(".ticket"));
    }

    [Fact]
    public async Task The_way_back_is_mailed_even_after_registration_closed_and_nobody_learns_who_is_known()
    {
        var (edition, link, _) = await RegisteredAsync();
        await app.AskAsync<EditionOffice, EditionOutcome>(office => office.CloseRegistrationAsync(edition.Id, null, Token));

        using var known = await app.Visitor().PostAsync("/inscriptions/retrouver", new Dictionary<string, string> { ["Input.Email"] = email });
        using var unknown = await app.Visitor().PostAsync("/inscriptions/retrouver", new Dictionary<string, string> { ["Input.Email"] = "personne@mairie.example" });

        Assert.Equal((known.StatusCode, known.Headers.Location), (unknown.StatusCode, unknown.Headers.Location));
        var mails = await app.MailsToAsync(email);
        Assert.Equal(2, mails.Count);
        var space = SpaceIn(mails[1]);
        using var opened = await app.Visitor().ReadAsync(space);
        Assert.Equal(link, opened.QuerySelector("main a.btn--primary")!.GetAttribute("href"));
        Assert.Empty(await app.MailsToAsync("personne@mairie.example"));
        using var page = await app.Visitor().ReadAsync(known.Headers.Location!.ToString());
        Assert.Contains("Si cette adresse est inscrite", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_space_closes_after_an_hour_and_opens_to_no_made_up_link()
    {
        await RegisteredAsync();
        using var asked = await app.Visitor().PostAsync("/inscriptions/retrouver", new Dictionary<string, string> { ["Input.Email"] = email.ToUpperInvariant() });
        var space = SpaceIn((await app.MailsToAsync(email))[1]);
        var before = app.Clock.Now;
        app.Clock.Now = before.AddMinutes(61);

        using var late = await app.Visitor().GetAsync(space, Token);
        app.Clock.Now = before;
        using var forged = await app.Visitor().GetAsync($"{space[..^4]}AAAA", Token);
        using var nonsense = await app.Visitor().GetAsync("/mon-espace/rien", Token);

        Assert.All([late, forged, nonsense], answer => Assert.Equal(HttpStatusCode.Gone, answer.StatusCode));
        using var page = await nonsense.ReadAsync();
        Assert.Contains("n’existe plus", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_space_mailed_before_a_link_was_renewed_does_not_show_the_new_link()
    {
        var (_, link, browser) = await RegisteredAsync();
        var (_, other, _) = await RegisteredAsync();
        using var asked = await app.Visitor().PostAsync("/inscriptions/retrouver", new Dictionary<string, string> { ["Input.Email"] = email });
        var space = SpaceIn((await app.MailsToAsync(email)).Single(m => m.Text().Contains("/mon-espace/", StringComparison.Ordinal)));
        using var before = await app.Visitor().ReadAsync(space);
        Assert.Equal([link, other], LinksIn(before).OrderByDescending(l => l == link));

        using var answer = await browser.PostAsync(link, new Dictionary<string, string>(), $"{link}?handler=Renew");

        using var after = await app.Visitor().ReadAsync(space);
        Assert.Equal([other], LinksIn(after));
    }

    private static IEnumerable<string> LinksIn(AngleSharp.Dom.IDocument space) =>
        space.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith("/inscriptions/", StringComparison.Ordinal));

    private static string SpaceIn(ReadMail mail) => mail.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .First(w => w.StartsWith("https://hub.example/mon-espace/", StringComparison.Ordinal))["https://hub.example".Length..];

    private async Task<(Edition Edition, string Link, HttpClient Browser)> RegisteredAsync()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee(email: email), "fr", Token));
        return (edition, (await app.MailsToAsync(email))[^1].Link(), app.Visitor());
    }

    private Task<Registration> ReadAsync(Edition edition) => app.ReadAsync(db => db.Registrations.AsNoTracking().For(edition.Id).SingleAsync());

    public sealed class OnSqlite(SqliteHub app) : MinePageTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : MinePageTests(app), IClassFixture<PostgreSqlHub>;
}
