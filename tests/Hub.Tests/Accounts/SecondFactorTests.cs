using System.Net;
using Hub.Core.Accounts;
using Hub.Tests.Support;
using Hub.Web.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Accounts;

/// <summary>A password alone opens no desk (ASVS 5.0, 6.3.3, 6.5 and 6.6).</summary>
public abstract class SecondFactorTests(HubApp app) : IAsyncDisposable
{
    private const string Page = "/compte/application";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Until_there_is_a_second_factor_a_password_opens_the_account_and_nothing_else()
    {
        var (_, browser) = await SignedInAsync();

        using var desk = await browser.GetAsync("/organisation", Token);
        using var account = await browser.ReadAsync("/compte");
        using var agenda = await browser.GetAsync("/agenda", Token);

        Assert.Equal("/compte", desk.Headers.Location?.ToString());
        Assert.Contains("Un mot de passe ne suffit pas", account.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, agenda.StatusCode);
    }

    [Fact]
    public async Task An_app_is_added_with_its_first_code_and_the_desk_opens()
    {
        var (account, browser) = await SignedInAsync();

        var (_, codes) = await AddAsync(account, browser);

        Assert.Equal(SecondFactor.RecoveryCodeCount, codes.Count);
        using var desk = await browser.GetAsync("/organisation", Token);
        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
    }

    [Fact]
    public async Task The_code_is_asked_for_after_the_password_and_taken_once()
    {
        var (account, browser) = await SignedInAsync();
        var (key, _) = await AddAsync(account, browser);
        app.Clock.Now += TimeSpan.FromMinutes(1);
        var code = OneTimeCodes.CodeAt(key, OneTimeCodes.StepAt(app.Clock.Now));

        using var wrong = await EnterAsync(account, "000000");
        using var right = await EnterAsync(account, code);
        using var again = await EnterAsync(account, code);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.OK), (wrong.StatusCode, right.StatusCode, again.StatusCode));
        Assert.Equal("/organisation", right.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_code_on_paper_works_once_and_is_not_stored_as_it_is()
    {
        var (account, browser) = await SignedInAsync();
        var (_, codes) = await AddAsync(account, browser);

        using var used = await EnterAsync(account, codes[0].ToUpperInvariant());
        using var again = await EnterAsync(account, codes[0]);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (used.StatusCode, again.StatusCode));
        var stored = await app.ReadAsync(db => db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id).Select(c => c.Hash).ToListAsync(Token));
        Assert.Equal(SecondFactor.RecoveryCodeCount - 1, stored.Count);
        Assert.DoesNotContain(codes, c => stored.Contains(c.Replace("-", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_people_with_one_code_do_not_both_come_in()
    {
        var (account, browser) = await SignedInAsync();
        var (key, codes) = await AddAsync(account, browser);
        app.Clock.Now += TimeSpan.FromMinutes(1);

        foreach (var code in new[] { OneTimeCodes.CodeAt(key, OneTimeCodes.StepAt(app.Clock.Now)), codes[1].Replace("-", "", StringComparison.Ordinal) })
        {
            var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.AskAsync<SecondFactor, bool>(f => f.UseAsync(account.Id, code, Token))));
            Assert.Single(taken, t => t);
        }
    }

    [Fact]
    public async Task Guessing_codes_locks_the_account_as_guessing_passwords_does()
    {
        var (account, browser) = await SignedInAsync();
        await AddAsync(account, browser);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await EnterAsync(account, "000000");
        }

        using var visitor = app.Visitor();
        using var locked = await visitor.SendFormAsync("/connexion", new() { ["Email"] = account.Email!, ["Password"] = Organisers.Password });

        Assert.Equal(HttpStatusCode.OK, locked.StatusCode);
    }

    [Fact]
    public async Task Guesses_made_at_once_are_counted_one_by_one()
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");

        var looked = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.AskAsync<Guesses, int>(g => g.BeginAsync(account.Id, Token))));

        Assert.Equal([1, 2, 3, 4, 5], looked.Where(l => l > 0).Order());
        app.Clock.Now += TimeSpan.FromMinutes(5);
        Assert.Equal(1, await app.AskAsync<Guesses, int>(g => g.BeginAsync(account.Id, Token)));
    }

    [Fact]
    public async Task A_session_from_before_the_second_factor_is_over_and_so_is_a_copy_of_the_one_that_added_it()
    {
        var (account, browser) = await SignedInAsync();
        using var other = await app.SignInAsync(account.Email!);

        await AddAsync(account, browser);

        using var early = await other.GetAsync("/compte", Token);
        using var still = await browser.GetAsync("/organisation", Token);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (early.StatusCode, still.StatusCode));
    }

    [Fact]
    public async Task A_password_given_counts_no_more_once_there_is_another()
    {
        var (account, browser) = await SignedInAsync();
        var (key, _) = await AddAsync(account, browser);
        using var pending = app.Visitor();
        using var first = await pending.SendFormAsync("/connexion", new() { ["Email"] = account.Email!, ["Password"] = Organisers.Password });

        using var changed = await browser.SendFormAsync("/compte/changer-mot-de-passe", new() { ["Current"] = Organisers.Password, ["Password"] = "velo orange en pente douce", ["Again"] = "velo orange en pente douce" });
        app.Clock.Now += TimeSpan.FromMinutes(1);
        using var answer = await pending.GetAsync("/connexion/code", Token);

        Assert.Equal("/compte", changed.Headers.Location?.ToString());
        Assert.Equal("/connexion", answer.Headers.Location?.ToString());
        Assert.NotEmpty(key);
    }

    [Fact]
    public async Task A_key_that_is_stored_is_shown_by_no_form()
    {
        var (account, browser) = await SignedInAsync();
        await AddAsync(account, browser);
        var stored = await app.ReadAsync(db => db.Users.Where(u => u.Id == account.Id).Select(u => u.AuthenticatorKey).SingleAsync(Token));

        Assert.Null(await app.AskAsync<SecondFactor, byte[]?>(f => Task.FromResult(f.OpenOffer(account.Id, stored))));
    }

    [Fact]
    public async Task Without_the_password_before_it_there_is_no_page_for_a_code()
    {
        using var answer = await app.Visitor().GetAsync("/connexion/code", Token);

        Assert.Equal("/connexion", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task An_app_leaves_with_the_password_and_the_operator_can_let_somebody_begin_anew()
    {
        var (account, browser) = await SignedInAsync();
        await AddAsync(account, browser);

        using var refused = await browser.SendFormAsync(Page, new() { ["Password"] = "pas le bon du tout" }, $"{Page}?handler=TurnOff");
        var link = await AccountCommands.ResetAsync(app.Services, account.Email!);
        using var out_ = await browser.GetAsync("/compte", Token);

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, out_.StatusCode);
        Assert.Null(await app.ReadAsync(db => db.Users.Where(u => u.Id == account.Id).Select(u => u.AuthenticatorKey).SingleAsync(Token)));
        using var page = await app.Visitor().GetAsync(link!.PathAndQuery, Token);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    private async Task<(Account Account, HttpClient Browser)> SignedInAsync()
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        return (account, await app.SignInAsync(account.Email!));
    }

    private async Task<(byte[] Key, IReadOnlyList<string> Codes)> AddAsync(Account account, HttpClient browser)
    {
        using var page = await browser.ReadAsync(Page);
        var offered = page.QuerySelector("[name=Key]")!.GetAttribute("value")!;
        var key = await app.AskAsync<SecondFactor, byte[]>(f => Task.FromResult(f.OpenOffer(account.Id, offered)!));
        var code = OneTimeCodes.CodeAt(key, OneTimeCodes.StepAt(app.Clock.Now));
        using var answer = await browser.SendFormAsync(Page, new() { ["Key"] = offered, ["Code"] = $"{code[..3]} {code[3..]}", ["Password"] = Organisers.Password });
        using var shown = await answer.ReadAsync();
        return (key, [.. shown.QuerySelectorAll("main code").Select(c => c.TextContent)]);
    }

    private async Task<HttpResponseMessage> EnterAsync(Account account, string code)
    {
        using var browser = app.Visitor();
        using var first = await browser.SendFormAsync("/connexion", new() { ["Email"] = account.Email!, ["Password"] = Organisers.Password });
        Assert.Equal("/connexion/code", first.Headers.Location?.ToString());
        return await browser.SendFormAsync("/connexion/code", new() { ["Code"] = code });
    }

    private static void Require(IServiceCollection services) => services.Configure<AccountOptions>(o => o.RequireSecondFactor = true);

    public sealed class OnSqlite() : SecondFactorTests(new SqliteHub { Additions = Require });

    public sealed class OnPostgreSql(PostgreSqlServer server) : SecondFactorTests(new PostgreSqlHub(server) { Additions = Require });
}
