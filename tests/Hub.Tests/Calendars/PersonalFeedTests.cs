using System.Net;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Calendars;

/// <summary>The calendar of one registered person, from the link of the mail on.</summary>
public abstract class PersonalFeedTests(HubApp app)
{
    private readonly string email = $"{Guid.NewGuid():N}@mairie.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ical.js")]
    [InlineData("icalendar")]
    [InlineData("libical")]
    public async Task A_confirmed_person_finds_the_day_with_the_uid_and_the_sequence_of_the_mail(string library)
    {
        var (edition, _, feed) = await RegisteredAsync();

        var read = await ForeignReader.ReadAsync(library, await app.Visitor().GetByteArrayAsync(feed, Ct), Ct);

        Assert.Equal(new EntryRead($"edition-{edition.Id:N}@hub.example", edition.StartsAt, edition.EndsAt, edition.Title, "CONFIRMED", 0), Assert.Single(read));
        var mail = Assert.Single(await app.MailsToAsync(email)).Body.Parts!.SelectMany(p => p.Parts ?? [p]).First(p => p.Type == "text/calendar").Content!;
        Assert.Contains($"UID:edition-{edition.Id:N}@hub.example", mail, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:0", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_private_and_says_nothing_of_the_person()
    {
        var (_, _, feed) = await RegisteredAsync();
        using var visitor = app.Visitor();

        using var answer = await visitor.GetAsync(feed, Ct);

        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.True(answer.Headers.CacheControl is { Private: true, Public: false, MaxAge.TotalMinutes: 5 });
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.DoesNotContain(email, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exemple\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("inscriptions", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        using HttpRequestMessage again = new(HttpMethod.Get, feed);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var second = await visitor.SendAsync(again, Ct);
        using var head = await visitor.SendAsync(new(HttpMethod.Head, feed), Ct);
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK, answer.Headers.ETag), (second.StatusCode, head.StatusCode, head.Headers.ETag));
    }

    [Fact]
    public async Task Its_address_opens_nothing_else_and_the_database_does_not_hold_it()
    {
        var (edition, link, feed) = await RegisteredAsync();
        var secret = feed.Split('/')[^2];

        Assert.NotEqual(link.Split('/')[^1], secret);
        foreach (var address in new[] { $"/inscriptions/{secret}", $"/inscriptions/{secret}/annuler", $"/inscriptions/{secret}/corriger", $"{link}/agenda.ics" })
        {
            using var answer = await app.Visitor().GetAsync(address, Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        var registration = await app.ReadAsync(db => db.Registrations.AsNoTracking().For(edition.Id).SingleAsync());
        Assert.Equal(Tokens.Hash(secret), registration.FeedHash);
        Assert.DoesNotContain(secret, registration.ProtectedToken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_link_revokes_it_and_a_revoked_address_answers_as_one_that_never_was()
    {
        var (_, link, feed) = await RegisteredAsync();
        using var browser = app.Visitor();

        using var renewed = await browser.PostAsync(link, new Dictionary<string, string>(), $"{link}?handler=Renew");

        using var revoked = await browser.GetAsync(feed, Ct);
        var never = $"/inscriptions/{Tokens.New()}/agenda.ics";
        using var unknown = await browser.GetAsync(never, Ct);
        Assert.Equal(HttpStatusCode.NotFound, revoked.StatusCode);
        Assert.Equal(
            (revoked.StatusCode, (await revoked.Content.ReadAsStringAsync(Ct)).Replace(feed, "", StringComparison.Ordinal)),
            (unknown.StatusCode, (await unknown.Content.ReadAsStringAsync(Ct)).Replace(never, "", StringComparison.Ordinal)));
        var fresh = (await app.MailsToAsync(email)).Select(m => m.Link()).Single(l => l != link);
        Assert.Contains("STATUS:CONFIRMED", await app.Visitor().GetStringAsync(await FeedAsync(fresh), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_has_the_day_in_pencil_and_who_is_seated_has_it_in_ink()
    {
        var (edition, _, feed) = await RegisteredAsync(capacity: 1, before: "bea");
        var waiting = await TextAsync(feed);

        var first = await app.ReadAsync(db => db.Registrations.For(edition.Id).Where(r => r.State == RegistrationState.Confirmed).Select(r => r.Id).SingleAsync());
        Assert.Contains("SUMMARY:Liste d’attente\u00a0: Journée", waiting, StringComparison.Ordinal);
        Assert.Contains("STATUS:TENTATIVE\r\nTRANSP:TRANSPARENT", waiting, StringComparison.Ordinal);

        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(first, null, Ct));
        var served = await app.ReadAsync(db => db.Registrations.AsNoTracking().For(edition.Id).SingleAsync(r => r.NormalizedEmail == MailAddresses.Normalize(email)));
        var after = await TextAsync(feed);

        Assert.True(Sequence(after) > Sequence(waiting));
        Assert.Contains(served.State is RegistrationState.Confirmed ? "STATUS:CONFIRMED\r\nTRANSP:OPAQUE" : "STATUS:TENTATIVE\r\nTRANSP:TRANSPARENT", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_to_join_is_there_for_who_is_confirmed_and_for_nobody_else()
    {
        const string Join = "https://visio.example/salle";
        var facts = An.Facts(format: EditionFormat.Hybrid);
        var (edition, link, feed) = await RegisteredAsync(facts: facts);
        Assert.Contains(Join, await TextAsync(feed), StringComparison.Ordinal);
        Assert.DoesNotContain(Join, await app.Visitor().GetStringAsync($"/journees/{edition.Slug}.ics", Ct), StringComparison.Ordinal);

        using var cancelled = await app.Visitor().PostAsync($"{link}/annuler", new Dictionary<string, string>());

        var after = await TextAsync(feed);
        Assert.DoesNotContain(Join, after, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED\r\nTRANSP:TRANSPARENT", after, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Inscription annulée\u00a0: Journée", after, StringComparison.Ordinal);
        Assert.Equal(1, Sequence(after));
    }

    [Fact]
    public async Task A_day_that_moves_and_then_falls_is_seen_to_move_and_to_fall()
    {
        var (edition, _, feed) = await RegisteredAsync(facts: An.Facts(format: EditionFormat.Remote));
        await app.AskAsync<EditionChanges, EditionOutcome>(changes => changes.ReviseAsync(
            edition.Id, edition.Version, edition.Facts, An.Times(new(2027, 3, 18, 10, 0, 0)), new(null, null), null, Ct));
        var moved = await TextAsync(feed);
        Assert.Contains("DTSTART;TZID=Europe/Paris:20270318T100000", moved, StringComparison.Ordinal);
        Assert.Equal(1, Sequence(moved));

        await app.AskAsync<EditionChanges, EditionOutcome>(changes => changes.CancelAsync(edition.Id, "Neige", null, Ct));

        var fallen = await TextAsync("/en" + feed);
        Assert.Contains("SUMMARY:Cancelled: Journée", fallen, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", fallen, StringComparison.Ordinal);
        Assert.DoesNotContain("visio", fallen, StringComparison.Ordinal);
        Assert.Equal(2, Sequence(fallen));
    }

    [Fact]
    public async Task The_personal_page_offers_it_and_says_how_slowly_some_programs_read()
    {
        var (_, link, _) = await RegisteredAsync();

        using var page = await app.Visitor().ReadAsync(link);

        var block = page.QuerySelector("section[aria-labelledby=agenda]")!;
        Assert.Equal(["webcal", "https"], block.QuerySelectorAll("a").Select(a => new Uri(new("https://localhost"), a.GetAttribute("href")!).Scheme));
        Assert.Contains("24\u00a0heures", block.TextContent, StringComparison.Ordinal);
        Assert.Contains("nouveau lien", block.TextContent, StringComparison.Ordinal);
    }

    private async Task<(Edition Edition, string Link, string Feed)> RegisteredAsync(int capacity = 20, EditionFacts? facts = null, string? before = null)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity, facts);
        await app.SaveAsync(organisation, edition);
        if (before is not null)
        {
            await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee(before), "fr", Ct));
        }

        await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee(email: email), "fr", Ct));
        var link = Assert.Single(await app.MailsToAsync(email)).Link();
        return (edition, link, await FeedAsync(link));
    }

    /// <summary>As the personal page shows it.</summary>
    private async Task<string> FeedAsync(string link)
    {
        using var page = await app.Visitor().ReadAsync(link);
        return page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Single(a => a.EndsWith("/agenda.ics", StringComparison.Ordinal) && a.StartsWith("/inscriptions/", StringComparison.Ordinal));
    }

    private async Task<string> TextAsync(string feed) => (await app.Visitor().GetStringAsync(feed, Ct)).Replace("\r\n ", "", StringComparison.Ordinal);

    private static int Sequence(string feed) =>
        int.Parse(feed.Split("\r\n").Single(l => l.StartsWith("SEQUENCE:", StringComparison.Ordinal))["SEQUENCE:".Length..], System.Globalization.CultureInfo.InvariantCulture);

    public sealed class OnSqlite(SqliteHub app) : PersonalFeedTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : PersonalFeedTests(app), IClassFixture<PostgreSqlHub>;
}
