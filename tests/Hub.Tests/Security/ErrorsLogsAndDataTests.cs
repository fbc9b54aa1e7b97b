using System.Net;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Organisations;
using Hub.Tests.Support;
using Hub.Web.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Tests.Security;

/// <summary>Lines 59 to 64 of docs/security.md that no other test proves.</summary>
public sealed class ErrorsLogsAndDataTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private const string Wrong = "pas-le-bon-mot-de-passe-du-tout";

    private static readonly string[] Odd =
    [
        "'", "\"", "%", "\\", "../../etc/passwd", "-1", "99999999999999999999", "1e309", "NaN", "[]", "{}", "\u202E", "\uD83D", "%00", "\r\nx: y", "a'; DROP TABLE Users;--", "${jndi:ldap://evil.example}", "0001-01-01", "9999-12-31", new string('x', 5000),
    ];

    private static readonly string[] Settled = ["src/Hub.Web/appsettings.json", "src/Hub.Web/appsettings.Development.json", "docker-compose.yml", "Dockerfile"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Line_59_no_query_breaks_a_page()
    {
        await using PublicSite own = new();
        using var administrator = await own.AdministerAsync();
        string[] names = ["texte", "page", "p", "q", "qui", "geste", "du", "au", "etat", "region", "theme", "format", "vue", "periode", "passees", "type", "jour", "dans", "sent", "list", "handler", "ReturnUrl", "session", "compte", "jeton", "Input.Email"];

        List<string> broken = [];
        var turn = 0;
        foreach (var page in own.Pages.Concat(own.Desk).Select(p => p.Split('?')[0]).Distinct().Where(p => p is not "/recherche" and not "/territoires"))
        {
            for (var n = 0; n < 4; n++)
            {
                var query = string.Join('&', names.Select(name => $"{name}={Uri.EscapeDataString(Odd[turn++ % Odd.Length])}"));
                using var answer = await administrator.GetAsync($"{page}?{query}", Token);
                broken.AddRange((int)answer.StatusCode < 500 ? [] : [$"{answer.StatusCode} {page}?{query}"]);
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public async Task Line_60_what_matters_leaves_a_line_that_says_who_what_when_and_from_where()
    {
        await using var hub = PublicSite.BehindProxy();
        var origin = hub.Listen();
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        var (chief, member) = (await hub.AccountAsync("chef@exemple.example"), await hub.AccountAsync("membre@exemple.example"));
        await hub.SaveAsync(organisation, edition, new OrganiserGrant(organisation.Id, chief.Id, An.Now));
        await hub.DoAsync<HubDbContext>(db => db.Users.Where(u => u.Id == chief.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.IsAdministrator, true), Token));
        using HttpClient browser = new(new ProxyInFront()) { BaseAddress = origin };

        await SendAsync("/connexion", new() { ["Email"] = chief.Email!, ["Password"] = Wrong });
        await SendAsync("/connexion", new() { ["Email"] = chief.Email!, ["Password"] = Organisers.Password });
        await SendAsync("/organisation/equipe", new() { ["Input.Email"] = member.Email!, ["Input.Role"] = "Editor", ["Input.Organisation"] = $"{organisation.Id}" });
        await SendAsync($"/administration/comptes/{member.Id}", [], "?handler=Appoint");
        await SendAsync($"/administration/comptes/{member.Id}", [], "?handler=Dismiss");
        await SendAsync($"/administration/comptes/{member.Id}", [], "?handler=Disable");
        await SendAsync($"/organisation/journees/{edition.Id}/inscriptions", [], "?handler=Export");
        await SendAsync("/compte", [], "/deconnexion");

        var lines = await hub.ReadAsync(db => db.Audit.OrderBy(e => e.Id).ToListAsync(Token));
        foreach (var (command, subject, by) in new (string, Guid, Guid?)[]
        {
            ("RefuseSignIn", chief.Id, null), ("SignIn", chief.Id, chief.Id), ("AddEditor", organisation.Id, chief.Id), ("AppointAdministrator", member.Id, chief.Id),
            ("DismissAdministrator", member.Id, chief.Id), ("DisableAccount", member.Id, chief.Id), ("ExportRegistrations", edition.Id, chief.Id), ("SignOut", chief.Id, chief.Id),
        })
        {
            var line = Assert.Single(lines, l => l.Command == command);
            Assert.Equal((subject, by, An.Now), (line.SubjectId, line.AccountId, line.At));
            Assert.True(IPAddress.IsLoopback(IPAddress.Parse(line.Origin!)), $"{command} came from {line.Origin}");
        }

        async Task SendAsync(string page, Dictionary<string, string> fields, string? to = null)
        {
            using var answer = await browser.SendFormAsync(page, fields, to is null ? page : to[0] == '?' ? page + to : to);
            Assert.True((int)answer.StatusCode < 400, $"{page}{to} answers {(int)answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData(LogLevel.Trace)]
    [InlineData(null)]
    public async Task Line_60_no_secret_reaches_the_log(LogLevel? level)
    {
        LogBook book = new();
        List<string> secrets;
        await using (SqliteHub hub = new() { Additions = services => book.Listen(services, level) })
        {
            var organisation = An.Organisation();
            var edition = An.Edition(organisation);
            await hub.SaveAsync(organisation, edition);
            var account = await hub.AccountAsync("ada@exemple.example");
            using var visitor = hub.Visitor();
            using var wrong = await visitor.SendFormAsync("/connexion", new() { ["Email"] = account.Email!, ["Password"] = Wrong });
            using var right = await visitor.SendFormAsync("/connexion", new() { ["Email"] = account.Email!, ["Password"] = Organisers.Password });
            using var proof = await visitor.SendFormAsync("/connexion/preuve", new() { ["Password"] = Wrong, ["Code"] = "918273" });
            using var desk = await visitor.GetAsync("/organisation", Token);
            using var registered = await hub.Visitor().PostAsync($"/journees/{edition.Slug}/inscription", Form.Of(An.Attendee("bob") with { Needs = "besoin-tout-personnel" }));
            var link = await AccountCommands.AddAdministratorAsync(hub.Services, "chef@exemple.example");
            using var opened = await hub.Visitor().SendFormAsync(link.PathAndQuery, new() { ["Password"] = Organisers.Password, ["Again"] = Wrong });
            var mine = Assert.Single(await hub.MailsToAsync("bob@mairie.example")).Link();
            using var ticket = await hub.Visitor().SendFormAsync(mine, [], $"{mine}?handler=Renew");

            var cookies = right.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0].Split('=', 2)[1]).Where(v => v.Length > 20);
            secrets = [Wrong, Organisers.Password, "918273", .. cookies];
            if (level is null)
            {
                // Addresses are logged from Information on, where the hub itself logs warnings alone; among them those that are secrets.
                secrets.AddRange([mine.Split('/')[^1], System.Web.HttpUtility.ParseQueryString(link.Query)["jeton"]!, Uri.EscapeDataString(System.Web.HttpUtility.ParseQueryString(link.Query)["jeton"]!), "besoin-tout-personnel"]);
            }
        }

        Assert.Equal(level is not null, book.Lines.Count > 100);
        Assert.True(secrets.Count >= 4);
        Assert.All(secrets, secret => Assert.DoesNotContain(book.Lines, line => line.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Line_60_line_breaks_in_what_a_browser_says_of_itself_forge_no_line()
    {
        LogBook book = new();
        await using SqliteHub hub = new() { Additions = services => book.Listen(services, level: null) };
        var account = await hub.AccountAsync("ada@exemple.example");
        using var visitor = hub.Visitor();
        visitor.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Mozilla\u0085FORGED\u2028FORGED Chrome/1");

        using var refused = await visitor.SendFormAsync("/connexion", new() { ["Email"] = "ada@exemple.example\r\nFORGED SignIn", ["Password"] = "x\r\nFORGED" });
        using var asked = await visitor.GetAsync("/nulle-part/%0d%0aFORGED?x=%0d%0aFORGED", Token);
        using var signedIn = await visitor.SendFormAsync("/connexion?ReturnUrl=%0d%0aFORGED", new() { ["Email"] = account.Email!, ["Password"] = Organisers.Password });

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.NotEmpty(book.Lines);
        Assert.DoesNotContain(book.Lines.SelectMany(l => l.Split('\n', '\r', '\u0085', '\u2028')), line => line.StartsWith("FORGED", StringComparison.Ordinal));
        Assert.All(await hub.ReadAsync(db => db.Audit.ToListAsync(Token)), line => Assert.DoesNotContain("FORGED", $"{line.Command}{line.Details}{line.Origin}", StringComparison.Ordinal));
        Assert.All(await hub.ReadAsync(db => db.Set<Hub.Core.Accounts.AccountSession>().Select(s => s.Device).ToListAsync(Token)), device => Assert.DoesNotContain("FORGED", device, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Line_63_a_session_outlives_a_hub_that_was_killed()
    {
        var folder = Directory.CreateTempSubdirectory("hub-test-").FullName;
        try
        {
            using ProxyInFront device = new();
            await using (var hub = await HubProcess.StartAsync(folder, Token, Settings))
            {
                using HttpClient browser = new(device, disposeHandler: false) { BaseAddress = hub.Address };
                await SignInAsync(folder, browser);
                await hub.KillAsync();
            }

            await using var again = await HubProcess.StartAsync(folder, Token, Settings);
            using HttpClient same = new(device, disposeHandler: false) { BaseAddress = again.Address };
            using var desk = await same.GetAsync("/organisation", Token);
            Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Line_63_no_secret_is_in_the_settings_that_come_with_the_hub()
    {
        var files = Settled.Select(f => File.ReadAllText(Repository.File(f)));

        Assert.DoesNotContain(files, text => System.Text.RegularExpressions.Regex.IsMatch(text, @"(?i)(password|secret|token|apikey|pwd)[""']?\s*[:=]\s*[""']?(?!\$\{)[A-Za-z0-9+/]{6,}"));
    }

    [Fact]
    public async Task Line_64_who_to_write_to_and_what_the_law_asks_for_is_there()
    {
        using var visitor = app.Visitor();
        var security = (await visitor.GetStringAsync("/.well-known/security.txt", Token)).Split('\n');

        Assert.Single(security, l => l.StartsWith("Contact: https://hub.example/", StringComparison.Ordinal));
        var expires = DateTime.Parse(Assert.Single(security, l => l.StartsWith("Expires: ", StringComparison.Ordinal))["Expires: ".Length..], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        Assert.InRange(expires, An.Now.AddDays(1), An.Now.AddYears(1));
        foreach (var address in new[] { "/accessibilite", "/mentions-legales", "/donnees-personnelles", "/cookies", "/en/accessibilite", "/en/mentions-legales" })
        {
            using var page = await visitor.ReadAsync(address);
            Assert.True(page.Words().Length > 300, address);
        }
    }

    private static KeyValuePair<string, string>[] Settings => [new("Accounts__RequireSecondFactor", "false")];

    /// <summary>An account by the operator's command, as on a new hub; its owner chooses a password and signs in.</summary>
    private static async Task SignInAsync(string folder, HttpClient browser)
    {
        var command = await HubCommand.RunAsync([new("Hub__DataFolder", folder), .. Settings], "admin", "add", "chef@exemple.example");
        Assert.True(command.ExitCode == 0, command.Said);
        var link = new Uri(command.Said.Split('\n').First(l => l.StartsWith("https://hub.example/", StringComparison.Ordinal)).Trim()).PathAndQuery;
        using var set = await browser.SendFormAsync(link, new() { ["Password"] = Organisers.Password, ["Again"] = Organisers.Password });
        using var signedIn = await browser.SendFormAsync("/connexion", new() { ["Email"] = "chef@exemple.example", ["Password"] = Organisers.Password });
        Assert.Equal("/organisation", signedIn.Headers.Location?.ToString());
    }
}
