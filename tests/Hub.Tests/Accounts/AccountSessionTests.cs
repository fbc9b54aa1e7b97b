using System.Net;
using Hub.Core.Accounts;
using Hub.Tests.Support;
using Hub.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Accounts;

/// <summary>Who is signed in, and for how long (ASVS 5.0, 7.2 to 7.5).</summary>
public abstract class AccountSessionTests(HubApp app)
{
    private const string Page = "/compte";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copied_cookie_dies_with_the_sign_out()
    {
        var (_, browser, cookie) = await SignedInAsync();
        Assert.True(await OpensAsync(cookie));

        using var left = await browser.SendFormAsync(Page, [], "/deconnexion");

        Assert.False(await OpensAsync(cookie));
        Assert.Equal("\"cache\"", left.Headers.GetValues("Clear-Site-Data").Single());
    }

    [Fact]
    public async Task A_session_nobody_uses_ends_after_two_hours_and_a_busy_one_after_twelve()
    {
        var start = app.Clock.Now;
        var (_, _, idle) = await SignedInAsync();
        var (_, _, busy) = await SignedInAsync();
        for (var hours = 1; hours < 12; hours++)
        {
            app.Clock.Now = start.AddHours(hours);
            Assert.True(await OpensAsync(busy));
        }

        Assert.False(await OpensAsync(idle));
        app.Clock.Now = start.AddHours(12);
        Assert.False(await OpensAsync(busy));
    }

    [Fact]
    public async Task Another_password_ends_the_other_sessions_and_keeps_this_one()
    {
        var (account, here, copy) = await SignedInAsync();
        var there = await CookieAsync(account.Email!);

        using var wrong = await here.SendFormAsync("/compte/changer-mot-de-passe", Passwords("pas celui-ci du tout", "velo orange en pente douce"));
        using var changed = await here.SendFormAsync("/compte/changer-mot-de-passe", Passwords(Organisers.Password, "velo orange en pente douce"));

        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Equal(Page, changed.Headers.Location?.ToString());
        Assert.False(await OpensAsync(there));
        Assert.False(await OpensAsync(copy));
        using var still = await here.GetAsync(Page, Token);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task My_devices_are_listed_and_ended_one_by_one_or_together()
    {
        var (account, here, _) = await SignedInAsync();
        var (phone, tablet) = (await CookieAsync(account.Email!), await CookieAsync(account.Email!));
        var (_, _, stranger) = await SignedInAsync();
        using var list = await here.ReadAsync(Page);
        Assert.Equal(3, list.QuerySelectorAll(".tbl tbody tr").Length);
        Assert.Single(list.QuerySelectorAll(".tbl tbody th .muted"));

        using var one = await here.SendFormAsync(Page, [], list.QuerySelector("form[action*='session=']")!.GetAttribute("action"));
        Assert.Single(new[] { await OpensAsync(phone), await OpensAsync(tablet) }, open => open);
        using var all = await here.SendFormAsync(Page, [], $"{Page}?handler=EndOthers");
        Assert.False(await OpensAsync(phone) || await OpensAsync(tablet));
        Assert.True(await OpensAsync(stranger));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        var (account, _, cookie) = await SignedInAsync();
        var (_, stranger, _) = await SignedInAsync();
        var session = await app.ReadAsync(db => db.Set<AccountSession>().Where(s => s.AccountId == account.Id).Select(s => s.Id).SingleAsync(Token));

        using var answer = await stranger.SendFormAsync(Page, [], $"{Page}?handler=End&session={session}");

        Assert.True(await OpensAsync(cookie));
    }

    [Fact]
    public async Task Who_signs_in_over_a_planted_session_does_not_hand_it_over()
    {
        var (_, planted, cookie) = await SignedInAsync();
        var victim = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");

        using var answer = await planted.SendFormAsync("/contact", new() { ["Email"] = victim.Email!, ["Password"] = Organisers.Password }, "/connexion");

        Assert.Equal("/connexion", answer.Headers.Location?.ToString());
        Assert.False(await OpensAsync(cookie));
    }

    [Fact]
    public async Task What_the_hub_stores_opens_nothing_and_is_forgotten_when_over()
    {
        var (account, _, cookie) = await SignedInAsync();
        var session = await app.ReadAsync(db => db.Set<AccountSession>().SingleAsync(s => s.AccountId == account.Id, Token));
        Assert.DoesNotContain(session.KeyHash, cookie, StringComparison.Ordinal);

        app.Clock.Now += AccountSession.Idle;
        await app.DoAsync<SessionPurge>(purge => purge.RunAsync(Token));

        Assert.False(await app.ReadAsync(db => db.Set<AccountSession>().AnyAsync(s => s.AccountId == account.Id, Token)));
    }

    private static Dictionary<string, string> Passwords(string current, string next) => new() { ["Current"] = current, ["Password"] = next, ["Again"] = next };

    private async Task<(Account Account, HttpClient Browser, string Cookie)> SignedInAsync()
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        var browser = app.Visitor();
        var cookie = await CookieAsync(account.Email!, browser);
        return (account, browser, cookie);
    }

    /// <returns>The cookie, as a thief would copy it.</returns>
    private async Task<string> CookieAsync(string email, HttpClient? browser = null)
    {
        using var answer = await (browser ?? app.Visitor()).SendFormAsync("/connexion", new() { ["Email"] = email, ["Password"] = Organisers.Password });
        return answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-hub=", StringComparison.Ordinal)).Split(';')[0];
    }

    private async Task<bool> OpensAsync(string cookie)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/organisation") { Headers = { { "Cookie", cookie } } };
        using var answer = await app.Visitor().SendAsync(request, Token);
        return answer.StatusCode is HttpStatusCode.OK;
    }

    public sealed class OnSqlite(SqliteHub app) : AccountSessionTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : AccountSessionTests(app), IClassFixture<PostgreSqlHub>;
}
