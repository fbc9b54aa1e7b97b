using System.Net;
using Hub.Core.Data;
using Hub.Tests.Support;

namespace Hub.Tests.Shared;

public abstract class SecurityHeaderTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/en/agenda", HttpStatusCode.OK)]
    [InlineData("/css/base.css", HttpStatusCode.OK)]
    [InlineData("/agenda.ics", HttpStatusCode.OK)]
    [InlineData("/agenda.json", HttpStatusCode.OK)]
    [InlineData("/agenda.atom", HttpStatusCode.OK)]
    [InlineData("/readyz", HttpStatusCode.OK)]
    [InlineData("/nulle/part", HttpStatusCode.NotFound)]
    [InlineData("/organisation", HttpStatusCode.Redirect)]
    public async Task Every_answer_tells_the_browser_to_distrust_all_else(string address, HttpStatusCode expected)
    {
        using var answer = await app.Visitor().GetAsync(address, Token);

        Assert.Equal(expected, answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("strict-origin-when-cross-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/annuler")]
    [InlineData("/corriger")]
    public async Task A_page_whose_address_is_a_secret_is_kept_by_no_cache_and_told_to_no_site(string page)
    {
        var (email, browser) = ($"{Guid.NewGuid():N}@mairie.example", app.Visitor());
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        using var registered = await browser.PostAsync($"/journees/{edition.Slug}/inscription", Form.Of(An.Attendee(email: email)));

        using var answer = await browser.GetAsync(Assert.Single(await app.MailsToAsync(email)).Link() + page, Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/connexion")]
    [InlineData("/inscriptions/retrouver")]
    public async Task A_form_of_another_site_is_refused(string page)
    {
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["Email"] = "ada@mairie.example", ["Input.Email"] = "ada@mairie.example" });

        using var answer = await app.Visitor().PostAsync(page, form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Whatever_is_not_there_is_not_there_in_the_same_words()
    {
        var organisation = An.Organisation();
        var draft = An.Draft(organisation);
        var another = An.Organisation();
        await app.SaveAsync(organisation, draft, another);
        var organiser = await app.OrganiserAsync(another);
        string[] missing =
        [
            "/nulle-part", "/journees/inconnue", $"/journees/{draft.Slug}", $"/journees/{draft.Slug}/inscription", $"/journees/{draft.Slug}.ics",
            $"/journees/{draft.Slug}/programme.ics", $"/journees/{draft.Slug}/programme.csv", $"/journees/{draft.Slug}/schedule.json", $"/journees/{draft.Slug}/schedule.xml", "/journees/inconnue/programme.ics", "/journees/inconnue/seances/abcdef.ics",
            "/inscriptions/trop-court/agenda.ics", $"/inscriptions/{Tokens.New()}/agenda.ics",
            "/inscriptions/trop-court", $"/inscriptions/{Tokens.New()}", $"/inscriptions/{Tokens.New()}/annuler", $"/inscriptions/{Tokens.New()}/corriger",
            $"/dev/courriels/{Guid.NewGuid()}",
        ];

        var said = await Task.WhenAll(missing.Select(address => SaidAsync(app.Visitor(), address)));
        var toAnOrganiser = await Task.WhenAll(new[] { draft.Id, Guid.NewGuid() }.Select(id => SaidAsync(organiser, $"/organisation/journees/{id}")));

        Assert.Single(said.Distinct());
        Assert.Single(toAnOrganiser.Distinct());
    }

    [Fact]
    public async Task A_stranger_cannot_say_that_the_connection_is_secure()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "http://localhost/organisation");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");

        using var answer = await app.Visitor().SendAsync(request, Token);

        Assert.Equal("http", answer.Headers.Location!.Scheme);
    }

    /// <summary>The page without the one thing that must differ: the way to itself in the other language.</summary>
    private static async Task<string> SaidAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address, Token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(Token)).Replace(address, "", StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteHub app) : SecurityHeaderTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : SecurityHeaderTests(app), IClassFixture<PostgreSqlHub>;
}
