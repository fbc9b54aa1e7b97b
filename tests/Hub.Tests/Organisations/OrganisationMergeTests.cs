using System.Net;
using Hub.Core.Accounts;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Organisations;

public abstract class OrganisationMergeTests(HubApp app) : IAsyncDisposable
{
    private const string Page = "/administration/organisations";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_list_counts_days_and_people_and_is_searched_without_accents()
    {
        var (goes, stays) = await WorldAsync();
        using var browser = await AdministratorAsync();

        using var all = await browser.ReadAsync(Page);
        using var found = await browser.ReadAsync($"{Page}?q=reseau+DOUBLE");
        using var none = await browser.ReadAsync($"{Page}?q=zzz");

        Assert.Equal(2, all.QuerySelectorAll("tbody tr").Length);
        var row = Assert.Single(found.QuerySelectorAll("tbody tr"));
        Assert.Equal([goes.Name, "2", "2"], row.QuerySelectorAll("th, td").Take(3).Select(c => c.TextContent));
        Assert.Equal($"{Page}?fusion={goes.Id}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.NotNull(none.QuerySelector(".empty a"));
        using var desk = await browser.ReadAsync("/organisation");
        Assert.NotNull(desk.QuerySelector($".rail a[href='{Page}']"));
        using var choice = await browser.ReadAsync($"{Page}?fusion={goes.Id}");
        Assert.Equal($"{Page}/{goes.Id}/fusion/{stays.Id}", Assert.Single(choice.QuerySelectorAll("tbody tr a")).GetAttribute("href"));
    }

    [Fact]
    public async Task A_merge_says_what_it_moves_then_moves_days_and_grants_and_leaves_nothing()
    {
        var (goes, stays) = await WorldAsync();
        using var browser = await AdministratorAsync();
        var merge = $"{Page}/{goes.Id}/fusion/{stays.Id}";
        using var question = await browser.ReadAsync(merge);
        Assert.Contains($"2 journées passent à « {stays.Name} »", question.Words().Replace('\u00a0', ' '), StringComparison.Ordinal);

        using var answer = await browser.SendFormAsync(merge, new() { ["Days"] = "2", ["People"] = "2" });

        Assert.Equal(Page, answer.Headers.Location?.ToString());
        Assert.Equal([stays.Id], await app.ReadAsync(db => db.Organisations.Select(o => o.Id).ToListAsync(Token)));
        Assert.Equal([stays.Id], await app.ReadAsync(db => db.Editions.Select(e => e.OrganisationId).Distinct().ToListAsync(Token)));
        Assert.Equal(3, await app.ReadAsync(db => db.Editions.CountAsync(Token)));
        Assert.Equal(2, await app.ReadAsync(db => db.OrganiserGrants.CountAsync(g => g.OrganisationId == stays.Id, Token)));
        Assert.Equal(2, await app.ReadAsync(db => db.OrganiserGrants.CountAsync(Token)));
        var line = await app.ReadAsync(db => db.Audit.SingleAsync(a => a.Command == "MergeOrganisation", Token));
        Assert.Equal(stays.Id, line.SubjectId);
        Assert.Contains($"{goes.Name} ({goes.Id}): 2 days, 2 people", line.Details, StringComparison.Ordinal);
        using var list = await browser.ReadAsync(Page);
        Assert.Contains("est fusionnée avec", list.Words(), StringComparison.Ordinal);
        using var again = await browser.GetAsync(merge, Token);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Feeds_of_the_one_that_went_answer_as_of_one_that_never_was()
    {
        var (goes, stays) = await WorldAsync();
        await app.AskAsync<OrganisationMerger, MergeOutcome>(m => m.MergeAsync(goes.Id, stays.Id, new(2, 2), Guid.NewGuid(), Token));

        foreach (var address in (string[])["/agenda.json?organisation=", "/agenda.ics?organisation="])
        {
            Assert.Equal(await AskAsync(address, Guid.NewGuid()), await AskAsync(address, goes.Id));
        }

        async Task<(HttpStatusCode, string)> AskAsync(string address, Guid id)
        {
            using var answer = await app.Visitor().GetAsync(address + id, Token);
            var unfolded = (await answer.Content.ReadAsStringAsync(Token)).Replace("\r\n ", "", StringComparison.Ordinal);
            return (answer.StatusCode, unfolded.Replace($"{id}", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_changed_since_it_was_shown_is_not_merged()
    {
        var (goes, stays) = await WorldAsync();
        using var browser = await AdministratorAsync();

        using var answer = await browser.SendFormAsync($"{Page}/{goes.Id}/fusion/{stays.Id}", new() { ["Days"] = "1", ["People"] = "2" });
        using var page = await answer.ReadAsync();

        Assert.Contains("a changé entre-temps", page.Words(), StringComparison.Ordinal);
        Assert.Equal("2", page.QuerySelector("input[name=Days]")!.GetAttribute("value"));
        Assert.Equal(2, await app.ReadAsync(db => db.Editions.CountAsync(e => e.OrganisationId == goes.Id, Token)));
    }

    [Fact]
    public async Task One_is_not_merged_with_itself_or_with_nothing()
    {
        var (goes, stays) = await WorldAsync();

        Assert.Equal(MergeOutcome.Refused, await MergeAsync(goes.Id, goes.Id));
        Assert.Equal(MergeOutcome.Refused, await MergeAsync(goes.Id, Guid.NewGuid()));
        Assert.Equal(MergeOutcome.Refused, await MergeAsync(Guid.NewGuid(), stays.Id));

        Task<MergeOutcome> MergeAsync(Guid one, Guid other) =>
            app.AskAsync<OrganisationMerger, MergeOutcome>(m => m.MergeAsync(one, other, new(2, 2), Guid.NewGuid(), Token));
    }

    [Fact]
    public async Task For_everybody_else_the_pages_do_not_exist()
    {
        var (goes, stays) = await WorldAsync();
        using var browser = await app.OrganiserAsync(goes);
        var merge = $"{Page}/{goes.Id}/fusion/{stays.Id}";

        using var list = await browser.GetAsync(Page, Token);
        using var question = await browser.GetAsync(merge, Token);
        using var done = await browser.SendFormAsync("/organisation", new() { ["Days"] = "2", ["People"] = "3" }, merge);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (list.StatusCode, question.StatusCode, done.StatusCode));
        Assert.Equal(2, await app.ReadAsync(db => db.Organisations.CountAsync(Token)));
    }

    /// <summary>Who adds a table that belongs to an organisation must say what a merge does with it.</summary>
    [Fact]
    public async Task A_merge_knows_everything_that_hangs_on_an_organisation() => Assert.Equal(
        [nameof(Edition), nameof(OrganiserGrant)],
        await app.ReadAsync(db => Task.FromResult(db.Model.FindEntityType(typeof(Organisation))!.GetReferencingForeignKeys().Select(k => k.DeclaringEntityType.ClrType.Name).Order(StringComparer.Ordinal))));

    /// <summary>Two days and two people for the one that goes, one of whom organises for the other as well.</summary>
    private async Task<(Organisation Goes, Organisation Stays)> WorldAsync()
    {
        var (goes, stays) = (An.Organisation("Réseau en double"), An.Organisation("Réseau qui reste"));
        var (one, both) = (await app.AccountAsync("une@exemple.example"), await app.AccountAsync("deux@exemple.example"));
        await app.SaveAsync(goes, stays);
        await app.SaveAsync(
            An.Edition(goes), An.Draft(goes), An.Edition(stays),
            new OrganiserGrant(goes.Id, one.Id, An.Now), new OrganiserGrant(goes.Id, both.Id, An.Now), new OrganiserGrant(stays.Id, both.Id, An.Now));
        return (goes, stays);
    }

    private async Task<HttpClient> AdministratorAsync()
    {
        var account = await app.AccountAsync("administration@exemple.example");
        await app.DoAsync<HubDbContext>(db => db.Set<Account>().Where(a => a.Id == account.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.IsAdministrator, true), Token));
        return await app.SignInAsync(account.Email!);
    }
}

public sealed class OrganisationMergeOnSqliteTests() : OrganisationMergeTests(new SqliteHub());

public sealed class OrganisationMergeOnPostgreSqlTests(PostgreSqlServer server) : OrganisationMergeTests(new PostgreSqlHub(server));
