using System.Net;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

public abstract class AttendeePageTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancelling_somebody_names_the_person_and_serves_the_queue()
    {
        var (edition, browser) = await WorldAsync(capacity: 1, "ada", "bob");
        var page = $"{Page(edition)}/annuler?qui={await IdAsync(edition, "ada")}";
        var asked = await browser.GetStringAsync(page, Token);

        using var answer = await browser.SendFormAsync(page, new() { ["qui"] = (await IdAsync(edition, "ada")).ToString() }, $"{Page(edition)}/annuler");

        Assert.Contains("ada Exemple", asked, StringComparison.Ordinal);
        Assert.Contains("est proposée à la première personne de la liste d’attente", asked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(RegistrationState.Cancelled, await StateAsync(edition, "ada"));
        Assert.Equal(RegistrationState.Offered, await StateAsync(edition, "bob"));
    }

    [Fact]
    public async Task Somebody_registered_elsewhere_cannot_be_reached_through_ones_own_day()
    {
        var (theirs, _) = await WorldAsync(capacity: 5, "ada");
        var (mine, browser) = await WorldAsync(capacity: 5);
        var stranger = await IdAsync(theirs, "ada");

        using var cancelled = await browser.SendFormAsync(Page(mine), new() { ["qui"] = stranger.ToString() }, $"{Page(mine)}/annuler");
        using var renewed = await browser.SendFormAsync(Page(mine), [], $"{Page(mine)}?handler=RenewLink&person={stranger}");

        Assert.Equal(HttpStatusCode.NotFound, cancelled.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, renewed.StatusCode);
        Assert.Equal(RegistrationState.Confirmed, await StateAsync(theirs, "ada"));
    }

    [Fact]
    public async Task A_new_link_is_promised_and_the_old_one_dies()
    {
        var (edition, browser) = await WorldAsync(capacity: 5, "ada");
        var before = await FindAsync(edition, "ada");

        using var answer = await browser.SendFormAsync(Page(edition), [], $"{Page(edition)}?handler=RenewLink&person={before.Id}");

        Assert.NotEqual(before.TokenHash, (await FindAsync(edition, "ada")).TokenHash);
    }

    [Fact]
    public async Task People_are_found_by_any_part_of_their_name_and_the_rank_is_said()
    {
        var (edition, browser) = await WorldAsync(capacity: 1, "ada", "bob", "cleo");

        var page = await browser.GetStringAsync($"{Page(edition)}?q=cl%C3%A9o", Token);

        Assert.Contains("cleo Exemple", page, StringComparison.Ordinal);
        Assert.DoesNotContain("bob Exemple", page, StringComparison.Ordinal);
        Assert.Contains("En attente, 2e position", page, StringComparison.Ordinal);
    }

    private async Task<(Edition Edition, HttpClient Browser)> WorldAsync(int capacity, params string[] names)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity);
        await app.SaveAsync(organisation, edition);
        foreach (var name in names)
        {
            await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee(name), "fr", Token));
        }

        return (edition, await app.OrganiserAsync(organisation));
    }

    private async Task<Guid> IdAsync(Edition edition, string name) => (await FindAsync(edition, name)).Id;

    private async Task<RegistrationState> StateAsync(Edition edition, string name) => (await FindAsync(edition, name)).State;

    private Task<Registration> FindAsync(Edition edition, string name) =>
        app.ReadAsync(db => db.Registrations.For(edition.Id).AsNoTracking().SingleAsync(r => r.FirstName == name, Token));

    private static string Page(Edition edition) => $"/organisation/journees/{edition.Id}/inscriptions";

    public sealed class OnSqlite(SqliteHub app) : AttendeePageTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : AttendeePageTests(app), IClassFixture<PostgreSqlHub>;
}
