using System.Net;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

public abstract class OfferPageTests(HubApp app)
{
    private readonly string bob = $"bob-{Guid.NewGuid():N}@mairie.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opening_an_offer_commits_to_nothing_and_taking_it_shows_the_ticket()
    {
        var (edition, link, browser) = await OfferedAsync();

        using var page = await browser.ReadAsync(link);
        Assert.Contains("Une place est gardée pour vous", page.Words(), StringComparison.Ordinal);
        Assert.Contains("mercredi 6\u00A0janvier 2027 à 10\u00A0h", page.Words(), StringComparison.Ordinal);
        Assert.Equal(RegistrationState.Offered, (await BobAsync(edition)).State);

        using var answer = await browser.PostAsync(link, new Dictionary<string, string>(), $"{link}?handler=Accept");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var ticket = await browser.ReadAsync(link);
        Assert.NotNull(ticket.QuerySelector(".ticket"));
        Assert.Contains("La place est à vous", (await app.MailsToAsync(bob))[^1].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mail_of_an_offer_says_until_when_and_carries_no_calendar()
    {
        await OfferedAsync();

        var mail = (await app.MailsToAsync(bob))[^1];

        Assert.Contains("jusqu’au mercredi 6\u00A0janvier 2027 à 10\u00A0h", mail.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("text/calendar", mail.Body.Types);
    }

    [Fact]
    public async Task Leaving_the_seat_is_asked_first_then_offers_it_to_the_next()
    {
        var (edition, link, browser) = await OfferedAsync();
        await RegisterAsync(edition, "cleo@mairie.example");
        using var page = await browser.ReadAsync(link);
        var leave = page.QuerySelector(".card a.btn--quiet")!.GetAttribute("href")!;
        using var question = await browser.ReadAsync(leave);
        Assert.Contains("Laisser cette place", question.Words("h1"), StringComparison.Ordinal);
        Assert.Equal(RegistrationState.Offered, (await BobAsync(edition)).State);

        using var answer = await browser.PostAsync(leave, new Dictionary<string, string>());

        Assert.Equal(RegistrationState.Cancelled, (await BobAsync(edition)).State);
        Assert.Equal(1, await app.ReadAsync(db => db.Registrations.For(edition.Id).CountAsync(r => r.State == RegistrationState.Offered && r.Email == "cleo@mairie.example", Token)));
    }

    [Fact]
    public async Task An_old_question_does_not_give_back_a_seat_taken_since()
    {
        var (edition, link, browser) = await OfferedAsync();
        using var question = await browser.ReadAsync($"{link}/annuler");
        using var taken = await browser.PostAsync(link, new Dictionary<string, string>(), $"{link}?handler=Accept");

        using var answer = await browser.PostAsync($"{link}/annuler", new Dictionary<string, string> { ["etat"] = question.QuerySelector("input[name=etat]")!.GetAttribute("value")! });

        Assert.Equal(RegistrationState.Confirmed, (await BobAsync(edition)).State);
    }

    [Fact]
    public async Task An_offer_that_ended_says_so_and_gives_no_seat()
    {
        var (edition, link, browser) = await OfferedAsync();
        app.Clock.Now += TimeSpan.FromHours(48);

        using var late = await browser.PostAsync(link, new Dictionary<string, string>(), $"{link}?handler=Accept");

        using var page = await browser.ReadAsync(link);
        Assert.Contains("Le temps de répondre est passé", page.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".ticket"));
        await app.DoAsync<QueueRounds>(rounds => rounds.RunAsync(Token));
        Assert.Contains("La place qui vous était proposée est allée à la personne suivante", (await app.MailsToAsync(bob))[^1].Text(), StringComparison.Ordinal);
        Assert.Equal(RegistrationState.Cancelled, (await BobAsync(edition)).State);
    }

    [Fact]
    public async Task Somebody_who_waits_reads_their_rank_and_leaves_the_queue()
    {
        var edition = await EditionAsync(An.Times());
        await RegisterAsync(edition, bob);
        var link = Assert.Single(await app.MailsToAsync(bob)).Link();
        var browser = app.Visitor();
        using var page = await browser.ReadAsync(link);
        Assert.Contains("Vous êtes en 1re position", page.Words(), StringComparison.Ordinal);
        var leave = page.QuerySelector("a.btn--danger")!;
        Assert.Equal("Quitter la liste d’attente", leave.TextContent);

        using var answer = await browser.PostAsync(leave.GetAttribute("href")!, new Dictionary<string, string>());

        Assert.Equal(RegistrationState.Cancelled, (await BobAsync(edition)).State);
    }

    [Fact]
    public async Task On_the_eve_a_free_seat_is_taken_from_the_personal_page_and_a_full_day_says_that_nobody_queues()
    {
        var edition = await EditionAsync(An.Times(new(2027, 1, 5, 9, 0, 0)));
        await RegisterAsync(edition, bob);
        var link = Assert.Single(await app.MailsToAsync(bob)).Link();
        app.Clock.Now = new(2027, 1, 4, 17, 30, 0, DateTimeKind.Utc);
        await app.DoAsync<QueueRounds>(rounds => rounds.RunAsync(Token));
        var browser = app.Visitor();

        using var full = await browser.ReadAsync($"/journees/{edition.Slug}/inscription");
        Assert.Contains("La liste d’attente est close", full.Words(), StringComparison.Ordinal);
        Assert.Null(full.QuerySelector("#Input_Email"));
        using var over = await browser.ReadAsync(link);
        Assert.Contains("La liste d’attente est close", over.Words(), StringComparison.Ordinal);
        Assert.Contains("la place ira à la première personne qui la prend", (await app.MailsToAsync(bob))[^1].Text(), StringComparison.Ordinal);
        await CancelFirstAsync(edition);
        using var free = await browser.ReadAsync(link);
        Assert.Contains("Une place est libre", free.Words(), StringComparison.Ordinal);

        using var answer = await browser.PostAsync(link, new Dictionary<string, string>(), $"{link}?handler=TakeFreeSeat");

        Assert.Equal(RegistrationState.Confirmed, (await BobAsync(edition)).State);
    }

    private async Task<(Edition Edition, string Link, HttpClient Browser)> OfferedAsync()
    {
        var edition = await EditionAsync(An.Times());
        await RegisterAsync(edition, bob);
        await CancelFirstAsync(edition);
        return (edition, (await app.MailsToAsync(bob))[^1].Link(), app.Visitor());
    }

    /// <summary>One seat, and somebody has it.</summary>
    private async Task<Edition> EditionAsync(EditionTimes times)
    {
        app.Clock.Now = An.Now;
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity: 1, times: times);
        await app.SaveAsync(organisation, edition);
        await RegisterAsync(edition, "ada@mairie.example");
        return edition;
    }

    private Task RegisterAsync(Edition edition, string email) =>
        app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee(email: email), "fr", Token));

    private async Task CancelFirstAsync(Edition edition)
    {
        var ada = await app.ReadAsync(db => db.Registrations.For(edition.Id).Where(r => r.Email == "ada@mairie.example").Select(r => r.Id).SingleAsync(Token));
        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(ada, null, Token));
    }

    private Task<Registration> BobAsync(Edition edition) =>
        app.ReadAsync(db => db.Registrations.AsNoTracking().For(edition.Id).SingleAsync(r => r.Email == bob, Token));

    public sealed class OnSqlite(SqliteHub app) : OfferPageTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : OfferPageTests(app), IClassFixture<PostgreSqlHub>;
}
