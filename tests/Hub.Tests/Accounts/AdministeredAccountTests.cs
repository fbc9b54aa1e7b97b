using System.Net;
using Hub.Core.Accounts;
using Hub.Core.Data;
using Hub.Core.Organisations;
using Hub.Tests.Support;
using Hub.Web.Accounts;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Accounts;

/// <summary>What administrators do to the accounts of others.</summary>
public abstract class AdministeredAccountTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_that_is_shut_is_out_at_once_and_comes_back_when_it_is_opened()
    {
        var (_, administrator) = await AdministratorAsync();
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        using var person = await app.SignInAsync(account.Email!);

        using var shut = await ActAsync(administrator, account.Id, "Disable");

        using var next = await person.GetAsync("/compte", Token);
        Assert.Equal(HttpStatusCode.Redirect, next.StatusCode);
        using var refused = await app.Visitor().SendFormAsync("/connexion", new() { ["Email"] = account.Email!, ["Password"] = Organisers.Password });
        using var wrong = await app.Visitor().SendFormAsync("/connexion", new() { ["Email"] = account.Email!, ["Password"] = "pas le bon mot de passe" });
        using var refusedPage = await refused.ReadAsync();
        using var wrongPage = await wrong.ReadAsync();
        Assert.Equal(wrongPage.Words(), refusedPage.Words());
        using var link = await app.Visitor().SendFormAsync("/compte/oubli", new() { ["Email"] = account.Email! });
        Assert.Empty(await app.MailsToAsync(account.Email!));

        using var opened = await ActAsync(administrator, account.Id, "Enable");
        using var still = await person.GetAsync("/compte", Token);
        Assert.Equal(HttpStatusCode.Redirect, still.StatusCode);
        using var back = await app.SignInAsync(account.Email!);
    }

    [Fact]
    public async Task Administrators_are_made_and_unmade_by_others_and_never_by_themselves()
    {
        var (me, administrator) = await AdministratorAsync();
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");

        using var made = await ActAsync(administrator, account.Id, "Appoint");
        Assert.True(await IsAdministratorAsync(account.Id));
        using var unmade = await ActAsync(administrator, account.Id, "Dismiss");
        Assert.False(await IsAdministratorAsync(account.Id));

        using var self = await ActAsync(administrator, me, "Dismiss");
        using var why = await administrator.ReadAsync($"/administration/comptes/{me}");
        Assert.True(await IsAdministratorAsync(me));
        Assert.Contains("Rien n’a changé", why.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_administrators_who_dismiss_each_other_at_once_one_stays()
    {
        await app.DoAsync<HubDbContext>(db => db.Users.ExecuteUpdateAsync(s => s.SetProperty(u => u.IsAdministrator, false), Token));
        var (one, other) = ((await AdministratorAsync()).Id, (await AdministratorAsync()).Id);
        for (var round = 0; round < 10; round++)
        {
            await app.DoAsync<HubDbContext>(db => db.Users.Where(u => u.Id == one || u.Id == other).ExecuteUpdateAsync(s => s.SetProperty(u => u.IsAdministrator, true), Token));
            bool[] done = await Task.WhenAll(
                app.AskAsync<AccountOffice, bool>(office => office.DismissAsync(one, other, Token)),
                app.AskAsync<AccountOffice, bool>(office => office.DismissAsync(other, one, Token)));
            Assert.Single(done, d => d);
        }
    }

    [Fact]
    public async Task An_old_sign_in_and_the_password_alone_do_not_open_the_ways_in()
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        using var browser = await app.SignInAsync(account.Email!);
        app.Clock.Now += RecentProof.ToSend;

        foreach (var page in new[] { "/compte/changer-mot-de-passe", "/compte/adresse", "/compte/application", "/compte/application?handler=TurnOff", "/compte/donnees/effacer", "/compte?handler=AddPasskey", "/compte?handler=RemovePasskey" })
        {
            using var sent = await browser.SendFormAsync("/compte", new() { ["Password"] = Organisers.Password, ["Current"] = Organisers.Password, ["Email"] = "autre@exemple.example" }, page);
            Assert.StartsWith("/connexion/preuve?ReturnUrl=", sent.Headers.Location?.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task All_sessions_of_an_account_are_ended_from_outside()
    {
        var (_, administrator) = await AdministratorAsync();
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        using var person = await app.SignInAsync(account.Email!);

        using var ended = await ActAsync(administrator, account.Id, "EndSessions");

        using var next = await person.GetAsync("/compte", Token);
        Assert.Equal(HttpStatusCode.Redirect, next.StatusCode);
    }

    [Fact]
    public async Task The_list_finds_a_part_of_an_address_and_says_who_is_what()
    {
        var (_, administrator) = await AdministratorAsync();
        var mark = $"{Guid.NewGuid():N}";
        var organisation = An.Organisation();
        var account = await app.AccountAsync($"{mark}@exemple.example");
        await app.SaveAsync(organisation, new OrganiserGrant(organisation.Id, account.Id, An.Now) { Role = OrganisationRole.Editor });

        using var list = await administrator.ReadAsync($"/administration/comptes?q={mark[..20]}");
        using var page = await administrator.ReadAsync(list.QuerySelector("tbody a")!.GetAttribute("href")!);

        Assert.Single(list.QuerySelectorAll("tbody tr"));
        Assert.Contains(organisation.Name, page.Words(), StringComparison.Ordinal);
        Assert.Contains("écrit le programme", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_sign_in_is_proved_once_more_before_the_team_or_an_account_opens()
    {
        var (_, administrator) = await AdministratorAsync();
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        var address = $"/administration/comptes/{account.Id}";
        app.Clock.Now += RecentProof.ToSend;

        foreach (var page in new[] { address, "/organisation/equipe" })
        {
            using var asked = await administrator.GetAsync(page, Token);
            Assert.StartsWith("/connexion/preuve?ReturnUrl=", asked.Headers.Location?.ToString(), StringComparison.Ordinal);
        }

        using var late = await administrator.SendFormAsync("/compte", [], $"{address}?handler=Disable");
        Assert.Null(await app.ReadAsync(db => db.Users.Where(u => u.Id == account.Id).Select(u => u.DisabledAt).SingleAsync(Token)));
        using var wrong = await administrator.SendFormAsync($"/connexion/preuve?ReturnUrl={address}", new() { ["Password"] = "pas le bon mot de passe" });
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        using var proved = await administrator.SendFormAsync($"/connexion/preuve?ReturnUrl={address}", new() { ["Password"] = Organisers.Password });
        Assert.Equal(address, proved.Headers.Location?.ToString());
        using var open = await administrator.GetAsync(address, Token);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.Equal(1, await app.ReadAsync(db => db.Set<AccountSession>().CountAsync(s => s.StartedAt == app.Clock.Now, Token)));
    }

    private static Task<HttpResponseMessage> ActAsync(HttpClient browser, Guid account, string act) =>
        browser.SendFormAsync($"/administration/comptes/{account}", [], $"/administration/comptes/{account}?handler={act}");

    private Task<bool> IsAdministratorAsync(Guid id) => app.ReadAsync(db => db.Users.Where(u => u.Id == id).Select(u => u.IsAdministrator).SingleAsync(Token));

    private async Task<(Guid Id, HttpClient Browser)> AdministratorAsync()
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@hub.example");
        await app.DoAsync<HubDbContext>(db => db.Users.Where(u => u.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.IsAdministrator, true), Token));
        return (account.Id, await app.SignInAsync(account.Email!));
    }

    public sealed class OnSqlite(SqliteHub app) : AdministeredAccountTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : AdministeredAccountTests(app), IClassFixture<PostgreSqlHub>;
}
