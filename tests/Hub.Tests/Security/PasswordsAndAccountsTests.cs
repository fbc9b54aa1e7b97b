using System.Net;
using System.Text.RegularExpressions;
using Hub.Core.Accounts;
using Hub.Core.Data;
using Hub.Core.Organisations;
using Hub.Core.Registrations;
using Hub.Tests.Browser;
using Hub.Tests.Support;
using Hub.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Security;

/// <summary>Lines 1 to 18 of docs/security.md that no other test proves.</summary>
public sealed partial class PasswordsAndAccountsTests(SqliteHub app, PublicSite site, Chromium chromium) : IClassFixture<SqliteHub>
{
    private const string Wrong = "pas le bon mot de passe";

    private static readonly string[] Known = ["current-password", "new-password"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Line_03_spaces_at_both_ends_and_every_byte_after_the_seventy_second_count()
    {
        var password = $"  {string.Concat(Enumerable.Range(0, 50).Select(n => $"{(char)('a' + (n * 11 % 26))}u"))} ";
        var email = Address();
        var link = await AccountCommands.AddAdministratorAsync(app.Services, email);
        using var set = await app.Visitor().SendFormAsync(link.PathAndQuery, new() { ["Password"] = password, ["Again"] = password });
        Assert.Equal("/connexion", set.Headers.Location?.ToString());

        foreach (var other in new[] { password.TrimStart(), password.TrimEnd(), password[..72], $"{password[..71]}_{password[72..]}" })
        {
            using var refused = await TryAsync(app.Visitor(), email, other);
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        }

        using var taken = await TryAsync(app.Visitor(), email, password);
        Assert.Equal("/organisation", taken.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Line_05_every_field_of_a_password_tells_password_managers_what_it_is_and_takes_what_they_paste()
    {
        using var visitor = await site.VisitAsync();
        using var administrator = await site.AdministerAsync();
        var link = await AccountCommands.AddAdministratorAsync(site.App.Services, Address());
        (HttpClient Browser, string Page, string[] Expected)[] pages =
        [
            (visitor, "/connexion", ["current-password"]), (visitor, link.PathAndQuery, ["new-password", "new-password"]),
            (administrator, "/compte/changer-mot-de-passe", ["current-password", "new-password", "new-password"]),
            (administrator, "/compte", ["current-password"]), (administrator, "/compte/adresse", ["current-password"]),
            (administrator, "/compte/application", ["current-password"]), (administrator, "/connexion/preuve", ["current-password"]),
        ];

        foreach (var (browser, page, expected) in pages)
        {
            using var document = await browser.ReadAsync(page);
            var fields = document.QuerySelectorAll("input[type=password]");
            Assert.Equal(expected, fields.Select(f => f.GetAttribute("autocomplete")));
            Assert.All(fields, f => Assert.False(f.HasAttribute("readonly") || f.GetAttribute("maxlength") is { } most && int.Parse(most, System.Globalization.CultureInfo.InvariantCulture) < PasswordRules.Longest));
        }

        foreach (var page in site.Desk)
        {
            using var document = await administrator.ReadAsync(page);
            Assert.All(document.QuerySelectorAll("input[type=password]"), f => Assert.Contains(f.GetAttribute("autocomplete"), Known));
        }

        var scripts = Directory.EnumerateFiles(Repository.File("src/Hub.Web/wwwroot/js"), "*.js").Select(File.ReadAllText).ToList();
        Assert.NotEmpty(scripts);
        Assert.DoesNotContain(scripts, s => s.Contains("paste", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Line_07_no_password_grows_old()
    {
        await using SqliteHub hub = new();
        var account = await hub.AccountAsync(Address());
        hub.Clock.Now += TimeSpan.FromDays(400);

        using var browser = await hub.SignInAsync(account.Email!);
        using var desk = await browser.GetAsync("/organisation", Token);

        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
    }

    [Fact]
    public async Task Line_09_guesses_from_ten_addresses_rest_the_password_and_leave_the_passkey_and_the_mailed_link_open()
    {
        var port = Ports.Free();
        await using SqliteHub hub = new() { Additions = services => BehindAnyProxy(services, port) };
        var origin = hub.Listen(port);
        var (organisation, email) = (An.Organisation(), Address());
        var account = await hub.AccountAsync(email);
        await hub.SaveAsync(organisation, new OrganiserGrant(organisation.Id, account.Id, An.Now));
        var page = await chromium.OpenAsync(origin);
        await PasskeyTests.PlugInAsync(page);
        await page.SignInAsync(email);
        await page.GotoAsync("/compte");
        await page.FillAsync("#Name", "Téléphone");
        await page.FillAsync("#Password", Organisers.Password);
        await page.ClickAsync("form[data-make] button");
        await page.Locator(".links b").WaitForAsync();
        await page.ClickAsync(".deskbar form button");

        for (var n = 1; n <= 10; n++)
        {
            using HttpClient stranger = new(new ProxyInFront()) { BaseAddress = origin, DefaultRequestHeaders = { { "X-Forwarded-For", $"203.0.113.{n}" } } };
            using var guess = await TryAsync(stranger, email, Wrong);
            Assert.Equal(HttpStatusCode.OK, guess.StatusCode);
        }

        using HttpClient owner = new(new ProxyInFront()) { BaseAddress = origin, DefaultRequestHeaders = { { "X-Forwarded-For", "198.51.100.1" } } };
        using var rested = await TryAsync(owner, email, Organisers.Password);
        Assert.Equal(HttpStatusCode.OK, rested.StatusCode);
        await page.GotoAsync("/connexion?ReturnUrl=%2Fcompte");
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync("**/compte");

        using var asked = await owner.SendFormAsync("/compte/oubli", new() { ["Email"] = email });
        var link = Assert.Single(await hub.MailsToAsync(email)).LinkTo("/compte/");
        using var set = await owner.SendFormAsync(link, new() { ["Password"] = "velo orange en pente douce", ["Again"] = "velo orange en pente douce" });
        using var back = await TryAsync(owner, email, "velo orange en pente douce");
        Assert.Equal("/organisation", back.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Line_10_a_fresh_hub_has_no_account_and_no_usual_name_opens_it()
    {
        await using SqliteHub hub = new();
        using var visitor = hub.Visitor();
        using var front = await visitor.GetAsync("/connexion", Token);
        Assert.Equal(0, await hub.ReadAsync(db => db.Users.CountAsync(Token)));

        foreach (var (email, password) in new[] { ("admin", "admin"), ("admin@localhost", "admin"), ("admin@hub.example", "password"), ("root@hub.example", "changeme"), ("hub@hub.example", "hub") })
        {
            using var refused = await TryAsync(visitor, email, password);
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        }

        Assert.False(await hub.ReadAsync(db => db.Set<AccountSession>().AnyAsync(Token)));
    }

    [Fact]
    public async Task Line_15_a_link_that_anybody_can_ask_for_lives_an_hour_at_the_most()
    {
        Assert.InRange(ShortLivedTokens.Lifespan, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        Assert.InRange(AddressChange.Lifespan, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

        var account = await app.AccountAsync(Address());
        await app.DoAsync<OneTimeLink>(async link =>
        {
            var query = System.Web.HttpUtility.ParseQueryString((await link.ForAsync(account, isInvited: false)).Query);
            Assert.NotNull(await link.OpenAsync(account.Id, query["jeton"]));

            // The other provider, whose links live for days, must not take it.
            await app.DoAsync<UserManager<Account>>(async accounts => Assert.False(await accounts.VerifyUserTokenAsync(
                account, TokenOptions.DefaultProvider, UserManager<Account>.ResetPasswordTokenPurpose, query["jeton"]!)));
        });
    }

    [Theory]
    [InlineData("/connexion")]
    [InlineData("/compte/oubli")]
    [InlineData("/inscriptions/retrouver")]
    [InlineData("/journees/*/inscription")]
    [InlineData("/compte/adresse")]
    [InlineData("/organisation/equipe")]
    public async Task Line_18_a_known_address_and_one_that_is_not_get_the_same_answer(string form)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        var known = $"z{Address()}";
        await app.AccountAsync(known);
        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee(email: known), "fr", Token));
        var page = form.Replace("*", edition.Slug, StringComparison.Ordinal);

        Assert.Equal(await AnswerAsync(page, $"z{Address()}"), await AnswerAsync(page, known));
    }

    /// <summary>Status, headers and body of the answer, and of the page it leads to; without the address, secrets and ids.</summary>
    private async Task<string> AnswerAsync(string page, string email)
    {
        var organisation = An.Organisation();
        await app.SaveAsync(organisation);
        using var browser = page is "/compte/adresse" or "/organisation/equipe" ? await app.OrganiserAsync(organisation) : app.Visitor();
        var password = page is "/connexion" ? Wrong : Organisers.Password;
        var fields = Form.Of(An.Attendee(email: email)).Append(new("Email", email)).Append(new("Password", password)).ToDictionary();
        using var answer = await browser.PostAsync(page, fields);
        Assert.NotEqual(HttpStatusCode.BadRequest, answer.StatusCode);
        return Told().Replace(await SpellAsync(answer) + (answer.Headers.Location is { } next ? await SpellAsync(await browser.GetAsync(next, Token)) : ""), "*");
    }

    private static async Task<string> SpellAsync(HttpResponseMessage answer)
    {
        var headers = string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not "Content-Length").Select(h => $"{h.Key}: {string.Join(',', h.Value)}"));
        return $"{answer.StatusCode}\n{headers}\n{await answer.Content.ReadAsStringAsync(Token)}";
    }

    /// <summary>Sealed things, and random ones.</summary>
    [GeneratedRegex("CfDJ8[\\w%-]*|z?[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Told();

    private static void BehindAnyProxy(IServiceCollection services, int port)
    {
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedFor;
            options.KnownProxies.Add(IPAddress.Loopback);
            options.KnownProxies.Add(IPAddress.IPv6Loopback);
        });
        services.Configure<HubOptions>(options => options.PublicOrigin = new($"http://localhost:{port}"));
    }

    private static string Address() => $"{Guid.NewGuid():N}@exemple.example";

    private static Task<HttpResponseMessage> TryAsync(HttpClient browser, string email, string password) =>
        browser.SendFormAsync("/connexion", new() { ["Email"] = email, ["Password"] = password });
}
