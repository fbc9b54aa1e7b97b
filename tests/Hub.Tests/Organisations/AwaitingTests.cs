using Hub.Core.Registrations;
using Hub.Tests.Support;

namespace Hub.Tests.Organisations;

public abstract class AwaitingTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_desk_says_what_waits_and_which_dates_come()
    {
        var organisation = An.Organisation();
        var soon = An.Times(new(2027, 1, 20, 9, 0, 0));
        var (full, draft, undated, bare) = (An.Edition(organisation, capacity: 1), An.Draft(organisation, facts: An.Facts("Brouillon proche"), times: soon),
            An.Edition(organisation, facts: An.Facts("Sans date")), An.Edition(organisation, facts: An.Facts("Sans programme"), times: soon));
        undated.Postpone("La salle est prise.", An.Now);
        bare.SetWindow(new(null, An.Now.AddDays(2)));
        var other = An.Organisation();
        await app.SaveAsync(organisation, full, draft, undated, bare, other, An.Draft(other, facts: An.Facts("Celle des autres"), times: soon));
        foreach (var name in new[] { "ada", "bob" })
        {
            await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(full.Id, An.Attendee(name), "fr", Token));
        }

        using var organiser = await app.OrganiserAsync(organisation);
        using var page = await organiser.ReadAsync("/organisation");

        var tasks = page.QuerySelectorAll("[aria-labelledby=awaiting] li").Select(l => l.TextContent).ToList();
        Assert.Equal(4, tasks.Count);
        Assert.Contains("1 personne attend une place", tasks[0], StringComparison.Ordinal);
        Assert.Contains("Donner une nouvelle date", tasks[1], StringComparison.Ordinal);
        Assert.Contains("Brouillon proche", tasks[2], StringComparison.Ordinal);
        Assert.Contains("Sans programme", tasks[3], StringComparison.Ordinal);
        var dates = page.QuerySelectorAll("[aria-labelledby=dates] li").Select(l => l.TextContent).ToList();
        Assert.Equal(3, dates.Count);
        Assert.Contains("clôture des inscriptions", dates[0], StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteHub app) : AwaitingTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : AwaitingTests(app), IClassFixture<PostgreSqlHub>;
}
