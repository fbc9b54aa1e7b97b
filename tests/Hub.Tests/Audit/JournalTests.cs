using System.Net;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Audit;

public abstract class JournalTests(HubApp app)
{
    private const string Page = "/organisation/journal";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sign_ins_and_refusals_are_kept_and_their_owner_reads_them()
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        using var guess = await app.Visitor().SendFormAsync("/connexion", new() { ["Email"] = account.Email!, ["Password"] = "pas le bon mot de passe" });
        using var browser = await app.SignInAsync(account.Email!);

        using var page = await browser.ReadAsync(Page);

        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Connexion (mot de passe)", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Connexion refusée (mot de passe)", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organisers_read_what_concerns_their_days_and_nothing_of_others()
    {
        var (here, elsewhere) = (An.Organisation(), An.Organisation());
        var (mine, theirs) = (An.Edition(here), An.Edition(elsewhere));
        await app.SaveAsync(here, elsewhere, mine, theirs);
        await app.DoAsync<HubDbContext>(async db =>
        {
            await db.LogAloneAsync("AddRoom", mine.Id, null, An.Now, "Agora d’ici", Token);
            await db.LogAloneAsync("AddRoom", theirs.Id, null, An.Now, "Agora d’ailleurs", Token);
        });
        using var organiser = await app.OrganiserAsync(here);

        using var page = await organiser.ReadAsync(Page);

        Assert.Contains("Agora d’ici", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("ailleurs", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Depuis", page.QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrators_read_everything_with_where_it_came_from_and_filter_it()
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@hub.example");
        await app.DoAsync<HubDbContext>(db => db.Users.Where(u => u.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.IsAdministrator, true), Token));
        using var administrator = await app.SignInAsync(account.Email!);
        await app.DoAsync<HubDbContext>(db => db.LogAloneAsync("Discard", Guid.NewGuid(), null, An.Now.AddDays(-40), "Vieux brouillon", Token));

        using var all = await administrator.ReadAsync(Page);
        using var own = await administrator.ReadAsync($"{Page}?qui={account.Email![..20]}&geste=SignIn");
        using var late = await administrator.ReadAsync($"{Page}?geste=Discard&du={An.Now:yyyy-MM-dd}");
        using var odd = await administrator.GetAsync($"{Page}?du=hier&au=0001-01-01&p=-4&geste=rien", Token);

        Assert.Contains("Vieux brouillon", all.Words(), StringComparison.Ordinal);
        Assert.Single(own.QuerySelectorAll("tbody tr"));
        Assert.DoesNotContain("Vieux brouillon", late.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, odd.StatusCode);
    }

    public sealed class OnSqlite(SqliteHub app) : JournalTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : JournalTests(app), IClassFixture<PostgreSqlHub>;
}
