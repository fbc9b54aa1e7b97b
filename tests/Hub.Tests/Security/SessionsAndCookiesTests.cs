using System.Collections.Concurrent;
using System.Net;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Hub.Web.Accounts;
using Microsoft.Playwright;

namespace Hub.Tests.Security;

/// <summary>Lines 19 to 28 of docs/security.md that no other test proves.</summary>
public sealed class SessionsAndCookiesTests(SqliteHub app, PublicSite site, Chromium chromium) : IClassFixture<SqliteHub>
{
    /// <summary>What the hub cannot do without: forms, their answers, who is signed in; and what a person chose to have kept.</summary>
    private static readonly string[] Exempt = ["hub-formulaire", "hub-message", "__Host-hub", "__Host-hub-connexion"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Line_25_cookies_travel_over_https_alone_and_no_script_reads_them()
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");

        using var answer = await app.Visitor().SendFormAsync("/connexion", new() { ["Email"] = account.Email!, ["Password"] = Organisers.Password });
        using var form = await app.Visitor().GetAsync("/contact", Token);

        var session = Attributes(Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-hub=", StringComparison.Ordinal)));
        Assert.Equal(["httponly", "path=/", "samesite=lax", "secure"], session);
        Assert.All(form.Headers.GetValues("Set-Cookie"), c => Assert.Equal(["httponly", "path=/", "samesite=strict", "secure"], Attributes(c)));
    }

    [Fact]
    public async Task Line_26_what_names_a_person_is_stored_by_no_cache()
    {
        using var administrator = await site.AdministerAsync();
        using var visitor = await site.VisitAsync();
        var personal = site.Pages.Where(p => p.StartsWith("/inscriptions/", StringComparison.Ordinal) && p != "/inscriptions/retrouver");
        var link = await AccountCommands.AddAdministratorAsync(site.App.Services, $"{Guid.NewGuid():N}@exemple.example");
        (HttpClient Browser, string Page)[] pages =
            [.. site.Desk.Concat(["/agenda", "/", "/contact"]).Select(p => (administrator, p)), .. personal.Append(link.PathAndQuery).Select(p => (visitor, p))];

        List<string> kept = [];
        foreach (var (browser, page) in pages)
        {
            using var answer = await browser.GetAsync(page, Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            kept.AddRange(answer.Headers.CacheControl?.NoStore is true ? [] : [page]);
        }

        Assert.Empty(kept);
        Assert.True(personal.Count() >= 4);
    }

    [Fact]
    public async Task Line_26_neither_is_the_list_taken_along_nor_what_one_reads_through_before_sending()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee(), "fr", Token));
        using var organiser = await app.OrganiserAsync(organisation);
        var list = $"/organisation/journees/{edition.Id}/inscriptions";

        using var file = await organiser.SendFormAsync(list, [], $"{list}?handler=Export");
        using var step = await app.Visitor().PostAsync($"/journees/{edition.Slug}/inscription", Form.Of(An.Attendee("bob")), $"/journees/{edition.Slug}/inscription?handler=Check");

        Assert.Contains("Exemple", await file.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Contains("bob@mairie.example", await step.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.All([file, step], answer => Assert.True(answer.Headers.CacheControl?.NoStore));
    }

    [Fact]
    public async Task Line_26_the_back_button_after_the_sign_out_shows_nothing()
    {
        await using var hub = PublicSite.BehindProxy();
        var origin = hub.Listen();
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await hub.SaveAsync(organisation, edition);
        await hub.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee("ada"), "fr", Token));
        var account = await hub.AccountAsync("organisation@exemple.example");
        await hub.SaveAsync(new Hub.Core.Organisations.OrganiserGrant(organisation.Id, account.Id, An.Now));
        var page = await chromium.OpenAsync(origin);
        await page.SignInAsync(account.Email!);
        await page.GotoAsync($"/organisation/journees/{edition.Id}/inscriptions");
        Assert.Contains("ada@mairie.example", await page.ContentAsync(), StringComparison.Ordinal);

        await page.ClickAsync(".deskbar form button");
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");

        // The hub is asked again, and sends to the sign-in over https, which the proxy of this test cannot speak: nothing else was kept to be shown.
        var asked = page.WaitForResponseAsync(response => response.Url.EndsWith("/inscriptions", StringComparison.Ordinal));
        await Record.ExceptionAsync(() => page.GoBackAsync());
        Assert.Equal((int)HttpStatusCode.Redirect, (await asked).Status);
        await Assertions.Expect(page.GetByText("ada@mairie.example")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Line_28_no_cookie_that_asks_for_consent_and_no_request_to_anybody_else()
    {
        var origin = await site.OpenAsync();
        var page = await chromium.OpenAsync(origin);
        ConcurrentQueue<string> asked = []; // a page may ask for something while this is read
        page.Request += (_, request) => asked.Enqueue(request.Url);

        foreach (var address in site.Designs)
        {
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        }

        Assert.True(asked.Count > site.Designs.Count);
        Assert.All(asked, url => Assert.True(url.StartsWith("data:", StringComparison.Ordinal) || new Uri(url).Authority == origin.Authority, url));
        Assert.All(await page.Context.CookiesAsync(), cookie => Assert.Contains(cookie.Name, Exempt));
        Assert.Equal("{}", await page.EvaluateAsync<string>("() => JSON.stringify({ ...localStorage, ...sessionStorage })"));
    }

    private static IEnumerable<string> Attributes(string cookie) => cookie.Split(';').Skip(1).Select(a => a.Trim().ToLowerInvariant()).Order(StringComparer.Ordinal);
}
