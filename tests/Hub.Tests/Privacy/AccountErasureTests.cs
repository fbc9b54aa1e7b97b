using Hub.Core.Accounts;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Organisations;
using Hub.Core.Privacy;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Privacy;

public abstract class AccountErasureTests(HubApp app)
{
    private const string Page = "/compte/donnees/effacer";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Dictionary<string, string> Right => new() { ["Password"] = Organisers.Password };

    [Fact]
    public async Task Nobody_is_erased_without_the_password()
    {
        var account = await AccountAsync();
        using var browser = await app.SignInAsync(account.Email!);

        using var wrong = await browser.SendFormAsync(Page, new() { ["Password"] = "pas celui-ci du tout" });
        using var page = await wrong.ReadAsync();

        Assert.Single(page.QuerySelectorAll(".field__error"));
        Assert.True(await IsThereAsync(account));
    }

    [Fact]
    public async Task The_last_who_can_sign_in_for_an_organisation_stays_until_somebody_else_can()
    {
        var organisation = An.Organisation();
        var (account, invited) = (await AccountAsync(), await AccountAsync());
        await app.SaveAsync(organisation, new OrganiserGrant(organisation.Id, account.Id, An.Now), new OrganiserGrant(organisation.Id, invited.Id, An.Now));
        await app.DoAsync<HubDbContext>(db => db.Users.Where(u => u.Id == invited.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.PasswordHash, (string?)null), Token));
        using var browser = await app.SignInAsync(account.Email!);

        using var asked = await browser.ReadAsync(Page);
        Assert.Contains(organisation.Name, asked.Words(), StringComparison.Ordinal);
        Assert.Empty(asked.QuerySelectorAll("main form"));
        using var refused = await browser.SendFormAsync("/compte", Right, Page);
        Assert.True(await IsThereAsync(account));

        var colleague = await AccountAsync();
        await app.SaveAsync(new OrganiserGrant(organisation.Id, colleague.Id, An.Now));
        using var erased = await browser.SendFormAsync(Page, Right);
        Assert.False(await IsThereAsync(account));
        Assert.Equal(2, await app.ReadAsync(db => db.OrganiserGrants.CountAsync(g => g.OrganisationId == organisation.Id, Token)));
    }

    [Fact]
    public async Task Of_two_last_administrators_who_leave_at_once_one_stays()
    {
        await app.DoAsync<HubDbContext>(db => db.Users.ExecuteUpdateAsync(u => u.SetProperty(x => x.IsAdministrator, false), Token));
        var both = new[] { await AccountAsync(), await AccountAsync() };
        await app.DoAsync<HubDbContext>(db => db.Users.Where(u => u.Id == both[0].Id || u.Id == both[1].Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsAdministrator, true), Token));

        var refusals = await Task.WhenAll(both.Select(a => app.AskAsync<AccountErasure, ErasureRefusal>(e => e.EraseAsync(a.Id, Token))));

        Assert.Single(refusals, r => r.IsLastAdministrator);
        Assert.Equal(1, await app.ReadAsync(db => db.Users.CountAsync(u => u.IsAdministrator, Token)));
    }

    [Fact]
    public async Task What_somebody_did_keeps_its_author_and_the_address_may_be_invited_anew()
    {
        var organisation = An.Organisation();
        var (account, colleague) = (await AccountAsync(), await AccountAsync());
        await app.SaveAsync(organisation, new OrganiserGrant(organisation.Id, colleague.Id, An.Now), new OrganiserGrant(organisation.Id, account.Id, An.Now));
        await app.DoAsync<TeamOffice>(team => team.InviteAsync(organisation.Id, $"{Guid.NewGuid():N}@exemple.example", OrganisationRole.Organiser, "fr", account.Id, Token));

        await app.AskAsync<AccountErasure, ErasureRefusal>(e => e.EraseAsync(account.Id, Token));
        await app.DoAsync<TeamOffice>(team => team.InviteAsync(organisation.Id, account.Email!, OrganisationRole.Organiser, "fr", colleague.Id, Token));

        Assert.True(await app.ReadAsync(db => db.Audit.AnyAsync(a => a.AccountId == account.Id && a.Command == "AddOrganiser", Token)));
        var left = await app.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Id == account.Id, Token));
        Assert.Equal((null, null, null, app.Clock.Now), (left.Email, left.NormalizedEmail, left.PasswordHash, left.ErasedAt));
        Assert.NotEqual(account.Id, await app.ReadAsync(db => db.Users.Where(u => u.Email == account.Email).Select(u => u.Id).SingleAsync(Token)));
        using var browser = app.Visitor();
        using var answer = await browser.SendFormAsync("/connexion", new() { ["Email"] = account.Email!, ["Password"] = Organisers.Password });
        Assert.NotEqual("/organisation", answer.Headers.Location?.ToString());
    }

    private Task<Account> AccountAsync() => app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");

    private Task<bool> IsThereAsync(Account account) => app.ReadAsync(db => db.Users.AnyAsync(u => u.Email == account.Email, Token));

    public sealed class OnSqlite(SqliteHub app) : AccountErasureTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : AccountErasureTests(app), IClassFixture<PostgreSqlHub>;
}
