using System.Net;
using System.Text.RegularExpressions;
using Hub.Core.CheckIns;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.CheckIns;

/// <summary>When a steward's link opens, and what it opens.</summary>
public abstract partial class StewardLinkTests(HubApp app)
{
    /// <summary>19 March, 6:00 in Paris, UTC.</summary>
    private static readonly DateTime End = new(2027, 3, 19, 5, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_expires_at_six_in_the_morning_after_the_day_to_the_second()
    {
        var door = await ADoor.OpenAsync(app, [An.Attendee("ada"), An.Attendee("bob")], now: End.AddSeconds(-1));
        using var steward = app.Visitor();
        var token = await Form.TokenAsync(steward, ADoor.AnyForm);

        using var last = await PostAsync(door, steward, token, "ada");
        app.Clock.Now = End;
        using var late = await PostAsync(door, steward, token, "bob");
        using var page = await steward.GetAsync(door.Address, Token);

        Assert.Equal(HttpStatusCode.Redirect, last.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.NotNull((await door.FindAsync("ada")).CheckedInAt);
        Assert.Null((await door.FindAsync("bob")).CheckedInAt);
    }

    [Fact]
    public async Task Taken_back_while_the_form_is_open_it_checks_nobody_in()
    {
        var door = await ADoor.OpenAsync(app, "ada");
        using var steward = app.Visitor();
        var token = await Form.TokenAsync(steward, $"{door.Address}?q=ada");
        await RevokeAsync(door);

        using var answer = await PostAsync(door, steward, token, "ada");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null((await door.FindAsync("ada")).CheckedInAt);
        Assert.Empty(await door.NotedAsync("ada"));
    }

    [Fact]
    public async Task Made_up_taken_back_expired_and_of_a_cancelled_day_it_answers_alike()
    {
        var revoked = await ADoor.OpenAsync(app, "ada");
        await RevokeAsync(revoked);
        var cancelled = await ADoor.OpenAsync(app, "ada");
        await app.AskAsync<EditionChanges, EditionOutcome>(changes => changes.CancelAsync(cancelled.Edition.Id, "La tempête.", null, Token));
        var expired = await ADoor.OpenAsync(app, [An.Attendee("ada")], times: An.Times(new(2027, 3, 16, 9, 0, 0)));
        using var stranger = app.Visitor();

        var answers = new List<string>();
        foreach (var address in new[] { $"/accueil/{new string('A', 43)}", "/accueil/rien", revoked.Address, cancelled.Address, expired.Address })
        {
            using var shown = await stranger.GetAsync(address, Token);
            using var sent = await stranger.SendFormAsync(ADoor.AnyForm, new() { ["person"] = $"{Guid.NewGuid()}" }, $"{address}?handler=CheckIn");
            answers.Add(await WordsAsync(shown, address) + await WordsAsync(sent, address));
        }

        Assert.StartsWith("NotFound", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Before_the_eve_at_six_in_the_evening_the_page_says_when_it_opens_and_notes_nothing()
    {
        var eve = new DateTime(2027, 3, 17, 17, 0, 0, DateTimeKind.Utc);
        var door = await ADoor.OpenAsync(app, [An.Attendee("ada")], now: eve.AddSeconds(-1));
        using var steward = app.Visitor();
        var sentence = "Le pointage ouvrira le mercredi 17 mars 2027 à 18 h, heure de Paris.";

        using var early = await steward.ReadAsync($"{door.Address}?q=ada");
        using var refused = await door.CheckInAsync(steward, "ada");
        using var said = await steward.ReadAsync(refused.Headers.Location!.ToString());
        var before = (await door.FindAsync("ada")).CheckedInAt;
        app.Clock.Now = eve;
        using var done = await door.CheckInAsync(steward, "ada");

        Assert.Contains(sentence, early.Said(), StringComparison.Ordinal);
        Assert.DoesNotContain("ada Exemple", early.Said(), StringComparison.Ordinal);
        Assert.Contains(sentence, said.Said(), StringComparison.Ordinal);
        Assert.Null(before);
        Assert.Equal(eve, (await door.FindAsync("ada")).CheckedInAt);
    }

    [Fact]
    public async Task On_the_day_the_badge_taken_on_the_eve_has_its_date()
    {
        var door = await ADoor.OpenAsync(app, [An.Attendee("ada")], now: new(2027, 3, 17, 17, 30, 0, DateTimeKind.Utc));
        using var steward = app.Visitor();
        using var done = await door.CheckInAsync(steward, "ada");
        app.Clock.Now = ADoor.Morning;

        using var page = await steward.ReadAsync($"{door.Address}?q=ada");

        Assert.Contains("Pointée le mercredi 17 mars 2027 à 18 h 30", page.Said(".door"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_opens_its_day_alone()
    {
        var mine = await ADoor.OpenAsync(app, "ada");
        var theirs = await ADoor.OpenAsync(app, "bob");
        using var steward = app.Visitor();

        using var sought = await steward.ReadAsync($"{mine.Address}?q=bob");
        using var sent = await ADoor.SendAsync(steward, "CheckIn", (await theirs.FindAsync("bob")).Id, mine.Address);
        using var seen = await steward.ReadAsync($"{mine.Address}?vu={(await theirs.FindAsync("bob")).Id}");

        Assert.Contains("Personne ne répond", sought.Said(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
        Assert.DoesNotContain("bob", seen.Said(), StringComparison.Ordinal);
        Assert.Null((await theirs.FindAsync("bob")).CheckedInAt);
    }

    [Fact]
    public async Task It_gives_no_other_door()
    {
        var door = await ADoor.OpenAsync(app, "ada");
        using var steward = app.Visitor();
        using var used = await door.CheckInAsync(steward, "ada");
        var (desk, secret) = ($"/organisation/journees/{door.Edition.Id}", door.Address["/accueil/".Length..]);

        foreach (var address in new[] { "/organisation", desk, $"{desk}/accueil", $"{desk}/inscriptions", "/administration/courriels", "/compte" })
        {
            using var closed = await steward.GetAsync(address, Token);
            Assert.Contains("/connexion", closed.Headers.Location?.ToString(), StringComparison.Ordinal);
        }

        foreach (var address in new[] { $"/inscriptions/{secret}", $"/inscriptions/{secret}/agenda.ics", $"{door.Address}/annuler", $"/accueil/{(await door.FindAsync("ada")).TokenHash}" })
        {
            using var nothing = await steward.GetAsync(address, Token);
            Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        }

        using var space = await steward.GetAsync($"/mon-espace/{secret}", Token);
        Assert.Equal(HttpStatusCode.Gone, space.StatusCode);
    }

    [Fact]
    public async Task Its_page_is_kept_by_nobody_and_told_to_nobody()
    {
        var door = await ADoor.OpenAsync(app, "ada");

        using var page = await app.Visitor().GetAsync(door.Address, Token);

        Assert.Equal((true, "no-referrer", "noindex, nofollow"), (page.Headers.CacheControl?.NoStore, Header(page, "Referrer-Policy"), Header(page, "X-Robots-Tag")));
    }

    [Fact]
    public async Task It_follows_its_day_to_another_date()
    {
        var door = await ADoor.OpenAsync(app, [An.Attendee("ada")], now: An.Now);
        var edition = await app.ReadAsync(db => db.Editions.SingleAsync(e => e.Id == door.Edition.Id, Token));
        await app.AskAsync<EditionChanges, EditionOutcome>(changes => changes.ReviseAsync(
            edition.Id, edition.Version, edition.Facts, An.Times(new(2027, 4, 1, 9, 0, 0)), new(null, null), null, Token));

        app.Clock.Now = ADoor.Morning;
        using var early = await app.Visitor().ReadAsync(door.Address);
        app.Clock.Now = new(2027, 4, 1, 8, 0, 0, DateTimeKind.Utc);
        using var open = await app.Visitor().ReadAsync($"{door.Address}?q=ada");

        Assert.Contains("mercredi 31 mars 2027", early.Said(), StringComparison.Ordinal);
        Assert.NotNull(open.QuerySelector(".door button"));
    }

    [Fact]
    public void A_day_that_ends_at_midnight_ends_on_its_own_date()
    {
        var edition = An.Edition(An.Organisation(), times: An.Times(new(2027, 3, 18, 16, 0, 0)));
        var overNight = An.Edition(An.Organisation(), times: An.Times(new(2027, 3, 18, 20, 0, 0)));

        Assert.Equal(End, edition.CheckInEndsAt);
        Assert.Equal(End.AddDays(1), overNight.CheckInEndsAt);
    }

    private static async Task<HttpResponseMessage> PostAsync(ADoor door, HttpClient steward, string token, string name)
    {
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["person"] = $"{(await door.FindAsync(name)).Id}", ["__RequestVerificationToken"] = token });
        return await steward.PostAsync($"{door.Address}?handler=CheckIn", form, Token);
    }

    private async Task RevokeAsync(ADoor door)
    {
        var link = await app.ReadAsync(db => db.StewardLinks.Of(door.Edition.Id).SingleAsync(Token));
        await app.AskAsync<StewardLinkOffice, string?>(office => office.RevokeAsync(door.Edition.Id, link.Id, Guid.NewGuid(), Token));
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    private static async Task<string> WordsAsync(HttpResponseMessage answer, string address)
    {
        var headers = string.Join('\n', answer.Headers.Where(h => h.Key is not "Set-Cookie").Select(h => $"{h.Key}: {string.Join(',', h.Value)}"));
        var body = await answer.Content.ReadAsStringAsync(Token);
        return $"{answer.StatusCode}\n{headers}\n{FormToken().Replace(body.Replace(address, "", StringComparison.Ordinal).Replace(Uri.EscapeDataString(address), "", StringComparison.Ordinal), "")}";
    }

    /// <summary>New in every answer.</summary>
    [GeneratedRegex(@"value=""CfDJ8[^""]*""")]
    private static partial Regex FormToken();

    public sealed class OnSqlite(SqliteHub app) : StewardLinkTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : StewardLinkTests(app), IClassFixture<PostgreSqlHub>;
}
