using System.Net;
using Hub.Core.Accounts;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Organisations;

/// <summary>Editors write programmes, and no more. Their doors are in DoorTests.</summary>
public abstract class EditorTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_editor_finds_the_day_in_their_desk_and_writes_its_programme()
    {
        var (organisation, edition, _, editor) = await EditorAsync();

        using var desk = await editor.ReadAsync("/organisation");
        var link = desk.QuerySelector("tbody th a")!.GetAttribute("href")!;
        Assert.EndsWith($"{edition.Id}/programme", link, StringComparison.Ordinal);
        Assert.DoesNotContain("Nouvelle journée", desk.Words(), StringComparison.Ordinal);
        using var added = await editor.SendFormAsync($"{link}/salles", new() { ["RoomName"] = "Agora" });
        using var programme = await editor.ReadAsync(link);

        Assert.Contains("Agora", programme.Words(), StringComparison.Ordinal);
        Assert.Empty(programme.QuerySelectorAll(".rail a[href*='inscriptions'], .rail a[href*='reglages']"));
        using var team = await editor.ReadAsync("/organisation/equipe");
        Assert.DoesNotContain(organisation.Name, team.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_changes_the_role_and_an_organiser_who_can_let_people_in_stays()
    {
        var (organisation, _, account, _) = await EditorAsync();
        using var organiser = await app.OrganiserAsync(organisation);
        var me = await app.ReadAsync(db => db.OrganiserGrants.Where(g => g.OrganisationId == organisation.Id && g.AccountId != account.Id)
            .Join(db.Users, g => g.AccountId, u => u.Id, (_, u) => u.Email).SingleAsync(Token));

        using var demoted = await InviteAsync(organiser, me!, OrganisationRole.Editor);
        Assert.Equal(1, await CountAsync(organisation, OrganisationRole.Organiser));
        using var promoted = await InviteAsync(organiser, account.Email!, OrganisationRole.Organiser);
        Assert.Equal(2, await CountAsync(organisation, OrganisationRole.Organiser));
        using var now = await InviteAsync(organiser, me!, OrganisationRole.Editor);
        Assert.Equal(1, await CountAsync(organisation, OrganisationRole.Organiser));
    }

    [Fact]
    public async Task A_role_that_ends_while_a_form_is_open_ends_at_once()
    {
        var (organisation, edition, account, editor) = await EditorAsync();
        var page = $"/organisation/journees/{edition.Id}/programme";
        using var open = await editor.ReadAsync(page);
        await app.DoAsync<HubDbContext>(db => db.OrganiserGrants.Where(g => g.OrganisationId == organisation.Id && g.AccountId == account.Id).ExecuteDeleteAsync(Token));

        using var sent = await editor.SendFormAsync("/compte/adresse", new() { ["RoomName"] = "Agora" }, $"{page}/salles");

        Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
        Assert.False(await app.ReadAsync(db => db.Rooms.AnyAsync(r => r.EditionId == edition.Id, Token)));
    }

    [Fact]
    public async Task The_team_page_says_the_same_of_known_and_unknown_addresses_until_they_come()
    {
        var organisation = An.Organisation();
        await app.SaveAsync(organisation);
        using var organiser = await app.OrganiserAsync(organisation);
        var known = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        var unknown = $"{Guid.NewGuid():N}@exemple.example";
        foreach (var address in new[] { known.Email!, unknown })
        {
            using var invited = await InviteAsync(organiser, address, OrganisationRole.Editor);
        }

        using var before = await organiser.ReadAsync("/organisation/equipe");
        Assert.Equal(2, before.QuerySelectorAll("tbody tr").Count(r => r.TextContent.Contains("pas encore de connexion", StringComparison.Ordinal)));
        using var come = await app.SignInAsync(known.Email!);
        using var after = await organiser.ReadAsync("/organisation/equipe");
        Assert.Single(after.QuerySelectorAll("tbody tr"), r => r.TextContent.Contains("pas encore de connexion", StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> InviteAsync(HttpClient browser, string email, OrganisationRole role) =>
        browser.SendFormAsync("/organisation/equipe", new() { ["Input.Email"] = email, ["Input.Role"] = $"{role}" });

    private Task<int> CountAsync(Organisation organisation, OrganisationRole role) =>
        app.ReadAsync(db => db.OrganiserGrants.CountAsync(g => g.OrganisationId == organisation.Id && g.Role == role, Token));

    private async Task<(Organisation, Edition, Account, HttpClient)> EditorAsync()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        await app.SaveAsync(organisation, edition, new OrganiserGrant(organisation.Id, account.Id, An.Now) { Role = OrganisationRole.Editor });
        return (organisation, edition, account, await app.SignInAsync(account.Email!));
    }

    public sealed class OnSqlite(SqliteHub app) : EditorTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : EditorTests(app), IClassFixture<PostgreSqlHub>;
}
