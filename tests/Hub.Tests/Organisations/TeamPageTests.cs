using System.Net;
using Hub.Core.Organisations;
using Hub.Tests.Notifications;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Organisations;

public abstract class TeamPageTests(HubApp app)
{
    private const string Page = "/organisation/equipe";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_colleague_is_invited_chooses_a_password_and_organises()
    {
        var (organisation, organiser) = await OrganiserAsync();
        var email = $"collegue-{Guid.NewGuid():N}@exemple.example";

        using var invited = await InviteAsync(organiser, email);

        Assert.Equal(Page, invited.Headers.Location?.ToString());
        var link = (await MailAsync(email)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .First(w => w.StartsWith("https://hub.example/compte/mot-de-passe", StringComparison.Ordinal))["https://hub.example".Length..];
        using var browser = app.Visitor();
        using var chosen = await browser.PostAsync(link, new Dictionary<string, string> { ["Password"] = Organisers.Password, ["Again"] = Organisers.Password });
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        using var colleague = await app.SignInAsync(email);
        using var team = await colleague.ReadAsync(Page);
        Assert.Contains(organisation.Name, team.Words(), StringComparison.Ordinal);
        Assert.Equal(2, team.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Who_has_an_account_already_is_told_to_sign_in_and_the_page_answers_alike()
    {
        var (organisation, organiser) = await OrganiserAsync();
        var known = await app.AccountAsync($"connue-{Guid.NewGuid():N}@exemple.example");

        using var invited = await InviteAsync(organiser, known.Email!);
        using var twice = await InviteAsync(organiser, known.Email!);

        Assert.Equal(invited.Headers.Location, twice.Headers.Location);
        Assert.Contains("https://hub.example/connexion", await MailAsync(known.Email!), StringComparison.Ordinal);
        Assert.Equal(2, await app.ReadAsync(db => db.OrganiserGrants.CountAsync(g => g.OrganisationId == organisation.Id, Token)));
    }

    [Fact]
    public async Task Who_is_removed_is_out_at_once_and_the_last_one_stays()
    {
        var (organisation, organiser) = await OrganiserAsync();
        var account = await app.AccountAsync($"partante-{Guid.NewGuid():N}@exemple.example");
        await app.SaveAsync(new OrganiserGrant(organisation.Id, account.Id, An.Now));
        using var leaving = await app.SignInAsync(account.Email!);

        using var removed = await RemoveAsync(organiser, organisation.Id, account.Id);
        using var empty = await leaving.ReadAsync(Page);
        Assert.DoesNotContain(organisation.Name, empty.Words(), StringComparison.Ordinal);

        var last = await app.ReadAsync(db => db.OrganiserGrants.Where(g => g.OrganisationId == organisation.Id).Select(g => g.AccountId).SingleAsync(Token));
        using var refused = await RemoveAsync(organiser, organisation.Id, last);
        using var page = await organiser.ReadAsync(Page);
        Assert.Contains("Personne d’autre ne pourrait ouvrir la porte", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_one_who_can_sign_in_stays_whoever_else_is_invited()
    {
        var (organisation, organiser) = await OrganiserAsync();
        using var invited = await InviteAsync(organiser, $"future-{Guid.NewGuid():N}@exemple.example");
        var me = await app.ReadAsync(db => db.OrganiserGrants.Where(g => g.OrganisationId == organisation.Id && db.Users.Any(u => u.Id == g.AccountId && u.PasswordHash != null)).Select(g => g.AccountId).SingleAsync(Token));

        using var refused = await RemoveAsync(organiser, organisation.Id, me);

        using var page = await organiser.ReadAsync(Page);
        Assert.Contains("Personne d’autre ne pourrait ouvrir la porte", page.Words(), StringComparison.Ordinal);
        Assert.Equal(2, await app.ReadAsync(db => db.OrganiserGrants.CountAsync(g => g.OrganisationId == organisation.Id, Token)));
    }

    [Fact]
    public async Task Nobody_touches_the_team_of_another_organisation()
    {
        var (other, _) = await OrganiserAsync();
        var (_, stranger) = await OrganiserAsync();
        var member = await app.ReadAsync(db => db.OrganiserGrants.Where(g => g.OrganisationId == other.Id).Select(g => g.AccountId).SingleAsync(Token));

        using var removed = await RemoveAsync(stranger, other.Id, member);
        using var invited = await InviteAsync(stranger, "intruse@exemple.example", other.Id);

        Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, invited.StatusCode);
        Assert.Equal(1, await app.ReadAsync(db => db.OrganiserGrants.CountAsync(g => g.OrganisationId == other.Id, Token)));
    }

    private async Task<(Organisation, HttpClient)> OrganiserAsync()
    {
        var organisation = An.Organisation();
        await app.SaveAsync(organisation);
        return (organisation, await app.OrganiserAsync(organisation));
    }

    private async Task<string> MailAsync(string email)
    {
        var raw = Assert.Single(await app.SendMailsAsync(), m => m.Contains($"To: {email}", StringComparison.Ordinal));
        return (await ReadMail.FromAsync(System.Text.Encoding.ASCII.GetBytes(raw))).Text();
    }

    private static Task<HttpResponseMessage> InviteAsync(HttpClient browser, string email, Guid? organisation = null) => browser.PostAsync(
        Page, new Dictionary<string, string> { ["Input.Email"] = email, ["Input.Organisation"] = $"{organisation}", ["Input.Role"] = "Organiser" });

    private static Task<HttpResponseMessage> RemoveAsync(HttpClient browser, Guid organisation, Guid person) =>
        browser.PostAsync(Page, new Dictionary<string, string>(), $"{Page}?handler=Remove&organisation={organisation}&person={person}");

    public sealed class OnSqlite(SqliteHub app) : TeamPageTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : TeamPageTests(app), IClassFixture<PostgreSqlHub>;
}
