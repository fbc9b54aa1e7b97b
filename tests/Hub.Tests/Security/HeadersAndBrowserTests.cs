using System.Net;
using System.Text;
using Hub.Core.Audit;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Security;

/// <summary>Lines 29 to 40 of docs/security.md that no other test proves.</summary>
public sealed class HeadersAndBrowserTests(SqliteHub app, PublicSite site) : IClassFixture<SqliteHub>
{
    private static readonly string[] OpenToScripts = ["/agenda.ics", "/agenda.json", "/agenda.atom", "/territoires.json"];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/journees/nulle-part", HttpStatusCode.NotFound)]
    [InlineData("POST", "/contact", HttpStatusCode.BadRequest)]
    [InlineData("TRACE", "/agenda", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/deconnexion", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/mon-espace/rien", HttpStatusCode.Gone)]
    public async Task Lines_29_to_34_hold_for_refusals_as_well(string method, string address, HttpStatusCode expected)
    {
        using HttpRequestMessage request = new(new(method), address);
        using var answer = await app.Visitor().SendAsync(request, Token);

        Assert.Equal(expected, answer.StatusCode);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.All(["script-src 'self';", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"], part => Assert.Contains(part, policy, StringComparison.Ordinal));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.StartsWith("camera=(), geolocation=(), microphone=()", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/swagger")]
    [InlineData("/.git/HEAD")]
    [InlineData("/appsettings.json")]
    [InlineData("/hub.db")]
    [InlineData("/data/hub.db")]
    [InlineData("/trace.axd")]
    [InlineData("/web.config")]
    [InlineData("/Hub.Web.dll")]
    [InlineData("/..%2fappsettings.json")]
    [InlineData("/css/..%2f..%2fappsettings.json")]
    [InlineData("/dev/composants")]
    [InlineData("/dev/courriels")]
    public async Task Line_35_nothing_is_told_of_what_the_hub_is_made_of(string address)
    {
        using var visitor = await site.VisitAsync();
        using var answer = await visitor.GetAsync(address, Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers, h => h.Key is "Server" or "X-Powered-By" or "X-AspNet-Version");
        Assert.DoesNotContain("Exception", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_36_scripts_of_other_sites_read_the_public_feeds_and_nothing_else()
    {
        using var visitor = await site.VisitAsync();
        await site.OpenAsync();
        string[] pages = [.. site.Pages, "/css/base.css", "/healthz", "/robots.txt", "/sitemap.xml", "/connexion"];

        foreach (var address in pages.Concat(OpenToScripts))
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Options })
            {
                using HttpRequestMessage request = new(method, address) { Headers = { { "Origin", "https://evil.example" }, { "Access-Control-Request-Method", "POST" } } };
                using var answer = await visitor.SendAsync(request, Token);
                Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"), address);
                var allowed = answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) ? origins.Single() : null;
                Assert.Equal(OpenToScripts.Contains(address) && method == HttpMethod.Get ? "*" : null, allowed);
            }
        }
    }

    [Theory]
    [InlineData("/agenda.ics", "text/calendar; charset=utf-8")]
    [InlineData("/agenda.json", "application/json; charset=utf-8")]
    [InlineData("/agenda.atom", "application/atom+xml; charset=utf-8")]
    [InlineData("/territoires.json?texte=vannes", "application/json; charset=utf-8")]
    [InlineData("/journees/*.ics", "text/calendar; charset=utf-8")]
    [InlineData("/journees/*/programme.ics", "text/calendar; charset=utf-8")]
    [InlineData("/journees/*/programme.csv", "text/csv; charset=utf-8")]
    [InlineData("/journees/*/schedule.json", "application/json; charset=utf-8")]
    [InlineData("/journees/*/schedule.xml", "application/vnd.c3voc.schedule+xml; charset=utf-8")]
    [InlineData("/sitemap.xml", "application/xml; charset=utf-8")]
    [InlineData("/robots.txt", "text/plain; charset=utf-8")]
    [InlineData("/.well-known/security.txt", "text/plain; charset=utf-8")]
    [InlineData("/healthz", "text/plain; charset=utf-8")]
    [InlineData("/css/base.css", "text/css; charset=utf-8")]
    [InlineData("/js/hub.js", "text/javascript; charset=utf-8")]
    public async Task Line_37_every_body_says_what_it_is(string address, string type)
    {
        using var visitor = await site.VisitAsync();

        using var answer = await visitor.GetAsync(address.Replace("*", site.Day.Slug, StringComparison.Ordinal), Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type.Split(';')[0], answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(Strict.GetString(await answer.Content.ReadAsByteArrayAsync(Token)));
        if (!address.StartsWith("/css", StringComparison.Ordinal) && !address.StartsWith("/js", StringComparison.Ordinal))
        {
            // Files of ours are read in the charset of the page that names them.
            Assert.Equal(type, answer.Content.Headers.ContentType?.ToString());
        }
    }

    [Fact]
    public async Task Line_37_every_page_says_that_it_is_html_in_utf_8()
    {
        using var visitor = await site.VisitAsync();
        await site.OpenAsync();
        foreach (var address in site.Pages)
        {
            using var answer = await visitor.GetAsync(address, Token);
            Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
            Assert.NotEmpty(Strict.GetString(await answer.Content.ReadAsByteArrayAsync(Token)));
        }
    }

    [Fact]
    public async Task Line_38_what_a_stranger_says_about_where_a_request_comes_from_and_goes_to_changes_nothing()
    {
        await using SqliteHub hub = new();
        var origin = hub.Listen();
        var account = await hub.AccountAsync("ada@exemple.example");
        using HttpClient plain = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = origin };
        using HttpClient liar = new(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = origin,
            DefaultRequestHeaders =
            {
                { "X-Forwarded-For", "203.0.113.7" }, { "X-Forwarded-Host", "evil.example" }, { "X-Forwarded-Proto", "https" }, { "X-Forwarded-Prefix", "/evil" },
                { "Forwarded", "for=203.0.113.7;host=evil.example;proto=https" }, { "X-Original-URL", "/contact" }, { "X-Rewrite-URL", "/contact" }, { "X-Original-Host", "evil.example" },
                { "X-HTTP-Method-Override", "DELETE" }, { "X-Real-IP", "203.0.113.7" },
            },
        };

        foreach (var address in new[] { "/organisation", "/en/aide", "/agenda.atom", "/plan-du-site" })
        {
            using var told = await liar.GetAsync(address, Token);
            using var untold = await plain.GetAsync(address, Token);
            Assert.Equal((untold.StatusCode, untold.Headers.Location), (told.StatusCode, told.Headers.Location));
            Assert.Equal(await untold.Content.ReadAsStringAsync(Token), await told.Content.ReadAsStringAsync(Token));
            Assert.False(told.Headers.Contains("Strict-Transport-Security"));
        }

        using var guess = await liar.SendFormAsync("/connexion", new() { ["Email"] = account.Email!, ["Password"] = "pas le bon mot de passe" });
        var line = await hub.ReadAsync(db => db.Audit.SingleAsync(e => e.Command == "RefuseSignIn", Token));
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(line.Origin!)));
    }

    [Fact]
    public async Task Line_38_a_trusted_proxy_says_who_asks_and_never_by_which_name()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/organisation") { Headers = { { "X-Forwarded-Host", "evil.example" } } };
        using var visitor = await site.VisitAsync();

        using var answer = await visitor.SendAsync(request, Token);

        Assert.DoesNotContain("evil", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_39_a_name_the_hub_does_not_go_by_is_refused()
    {
        await using var strict = app.WithWebHostBuilder(host => host.UseSetting("AllowedHosts", "hub.example"));
        using var visitor = strict.CreateClient(new() { BaseAddress = new("https://hub.example"), AllowAutoRedirect = false });

        using var own = await visitor.GetAsync("/contact", Token);
        using HttpRequestMessage foreign = new(HttpMethod.Get, "/contact") { Headers = { Host = "evil.example" } };
        using var refused = await visitor.SendAsync(foreign, Token);

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.DoesNotContain("evil.example", await refused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    public static TheoryData<string> Elsewhere =>
    [
        "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "https:evil.example", "https:/evil.example", "https://evil.example/",
        "https://localhost@evil.example/", "http://localhost/organisation", "javascript:alert(1)", "data:text/html,x", "/\t/evil.example", "\t//evil.example", "/\n/evil.example", " //evil.example",
        "/\r\nSet-Cookie: a=b", "/\r\n\r\n<script>", "/%09/evil.example", "/%2f/evil.example", "/%5cevil.example", "~//evil.example", "~/\\evil.example", "~evil", "/é", "/\u0001", "/\u2028/evil", "/\u200B/evil.example", "/..//evil.example", "/.//evil.example", "?x", "#x", "@evil.example",
    ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task Line_40_nobody_is_led_to_another_site(string asked)
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        var query = $"ReturnUrl={Uri.EscapeDataString(asked)}";
        using var browser = app.Visitor();

        using var signedIn = await browser.SendFormAsync($"/connexion?{query}", new() { ["Email"] = account.Email!, ["Password"] = Organisers.Password });
        using var again = await browser.GetAsync($"/connexion?{query}", Token);
        using var proved = await browser.SendFormAsync($"/connexion/preuve?{query}", new() { ["Password"] = Organisers.Password });
        using var dressed = await browser.SendFormAsync("/contact", new() { ["theme"] = "dark", ["retour"] = asked }, "/apparence");

        Assert.All([signedIn, again, proved, dressed], answer =>
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.True(IsHere(answer.Headers.Location!.OriginalString), answer.Headers.Location.OriginalString);
            Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var set) && set.Any(c => c.StartsWith("a=", StringComparison.Ordinal)));
        });
    }

    [Theory]
    [InlineData("/connexion?ReturnUrl=/%00")]
    [InlineData("/connexion?ReturnUrl=%ff%fe")]
    [InlineData("/connexion?ReturnUrl=a&ReturnUrl=//evil.example")]
    [InlineData("//evil.example/")]
    [InlineData("/en//evil.example/")]
    [InlineData("/%5cevil.example")]
    [InlineData("/en/%09/evil.example")]
    public async Task Line_40_odd_addresses_are_answered_here(string address)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"https://localhost{address}") { Headers = { { "Accept-Language", "en" } } };
        using var answer = await app.Visitor().SendAsync(request, Token);

        Assert.InRange((int)answer.StatusCode, 200, 404);
        Assert.True(answer.Headers.Location is null || IsHere(answer.Headers.Location.OriginalString));
    }

    /// <summary>As browsers read it: tabs and line breaks are nothing, a backslash is a slash.</summary>
    private static bool IsHere(string location)
    {
        var read = string.Concat(location.Where(c => c is not ('\t' or '\r' or '\n'))).Trim().Replace('\\', '/');
        return new Uri(new Uri("https://localhost/connexion"), read).Authority == "localhost" && read.StartsWith('/') && !read.StartsWith("//", StringComparison.Ordinal);
    }
}
