using System.Net;
using Hub.Core.Accounts;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Accounts;

/// <summary>Another address to sign in with, with proof of both.</summary>
public abstract class AddressChangeTests(HubApp app)
{
    private const string Page = "/compte/adresse";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_account_moves_when_both_mailboxes_have_said_yes_and_not_before()
    {
        var (account, browser, fresh) = await SomebodyAsync();
        using var asked = await AskAsync(browser, fresh);
        var (leave, take) = (await LinkAsync(account.Email!), await LinkAsync(fresh));
        using var mailbox = app.Visitor();

        using var first = await browser.SendFormAsync(take, []);
        using var waiting = await browser.ReadAsync(take);
        Assert.Contains("Il reste à confirmer depuis l’autre adresse", waiting.Words(), StringComparison.Ordinal);
        Assert.Equal(account.Email, await AddressAsync(account.Id));

        using var second = await mailbox.SendFormAsync(leave, []);
        Assert.Equal("/connexion", second.Headers.Location?.ToString());
        Assert.Equal(fresh, await AddressAsync(account.Id));
        using var ended = await browser.GetAsync("/compte", Token);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        using var again = await app.SignInAsync(fresh);
        using var used = await mailbox.GetAsync(take, Token);
        Assert.Equal(HttpStatusCode.Gone, used.StatusCode);
    }

    [Fact]
    public async Task A_stranger_who_says_yes_to_a_mail_they_did_not_expect_gives_their_address_to_nobody()
    {
        var (account, browser, fresh) = await SomebodyAsync();
        using var asked = await AskAsync(browser, fresh);
        var (leave, take) = (await LinkAsync(account.Email!), await LinkAsync(fresh));
        using var stranger = app.Visitor();

        using var said = await stranger.SendFormAsync("/contact", [], take);
        using var owner = await browser.SendFormAsync(leave, []);
        using var page = await stranger.ReadAsync(take);

        Assert.Equal(account.Email, await AddressAsync(account.Id));
        Assert.Contains(account.Email!, page.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Opening_the_links_changes_nothing_as_scanners_of_mailboxes_do()
    {
        var (account, browser, fresh) = await SomebodyAsync();
        using var asked = await AskAsync(browser, fresh);

        foreach (var link in new[] { await LinkAsync(account.Email!), await LinkAsync(fresh) })
        {
            using var opened = await app.Visitor().GetAsync(link, Token);
            Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        }

        Assert.Equal(account.Email, await AddressAsync(account.Id));
        Assert.False(await app.ReadAsync(db => db.Set<AddressChange>().AnyAsync(c => c.AccountId == account.Id && (c.OldConfirmed || c.NewConfirmed), Token)));
    }

    [Fact]
    public async Task The_password_is_asked_for_and_a_second_request_waits_ten_minutes()
    {
        var (_, browser, fresh) = await SomebodyAsync();

        using var guessed = await AskAsync(browser, fresh, "pas le bon mot de passe");
        using var why = await guessed.ReadAsync();
        Assert.Contains("Ce n’est pas votre mot de passe actuel", why.Words(), StringComparison.Ordinal);
        using var asked = await AskAsync(browser, fresh);
        using var hasty = await AskAsync(browser, $"{Guid.NewGuid():N}@exemple.example");
        using var page = await hasty.ReadAsync();
        Assert.Contains("Attendez dix minutes", page.Words(), StringComparison.Ordinal);
        Assert.Single(await app.MailsToAsync(fresh));
    }

    [Fact]
    public async Task An_address_with_an_account_gets_no_mail_and_the_answer_tells_nothing()
    {
        var (_, browser, fresh) = await SomebodyAsync();
        var (_, other, _) = await SomebodyAsync();
        var known = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");

        using var unknown = await AskAsync(other, fresh);
        using var taken = await AskAsync(browser, known.Email!);

        Assert.Equal(unknown.Headers.Location, taken.Headers.Location);
        Assert.Empty(await app.MailsToAsync(known.Email!));
    }

    [Fact]
    public async Task Links_die_after_an_hour()
    {
        var (account, browser, fresh) = await SomebodyAsync();
        using var asked = await AskAsync(browser, fresh);
        var link = await LinkAsync(fresh);

        app.Clock.Now += AddressChange.Lifespan;

        using var late = await app.Visitor().GetAsync(link, Token);
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Equal(account.Email, await AddressAsync(account.Id));
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient browser, string address, string password = Organisers.Password) =>
        browser.SendFormAsync(Page, new() { ["Email"] = address, ["Password"] = password });

    private async Task<(Account Account, HttpClient Browser, string Fresh)> SomebodyAsync()
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        return (account, await app.SignInAsync(account.Email!), $"{Guid.NewGuid():N}@exemple.example");
    }

    private async Task<string> LinkAsync(string address) =>
        (await app.MailsToAsync(address)).Single().Text().Split((char[]?)null).First(w => w.StartsWith("https://hub.example/compte/", StringComparison.Ordinal))["https://hub.example".Length..];

    private Task<string?> AddressAsync(Guid id) => app.ReadAsync(db => db.Users.Where(u => u.Id == id).Select(u => u.Email).SingleAsync(Token));

    public sealed class OnSqlite(SqliteHub app) : AddressChangeTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : AddressChangeTests(app), IClassFixture<PostgreSqlHub>;
}
