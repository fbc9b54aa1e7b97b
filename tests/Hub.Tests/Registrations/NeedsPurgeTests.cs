using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

public abstract class NeedsPurgeTests(HubApp app)
{
    [Fact]
    public async Task Needs_are_forgotten_thirty_days_after_the_day_and_not_before()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee() with { Needs = "Boucle magnétique" }, "fr"));
        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee("bob"), "fr"));

        app.Clock.Now = edition.EndsAt.AddDays(NeedsPurge.Days);
        Assert.Equal(0, await app.AskAsync<NeedsPurge, int>(purge => purge.RunAsync()));
        Assert.Equal("Boucle magnétique", await NeedsAsync(edition));

        app.Clock.Now = edition.EndsAt.AddDays(NeedsPurge.Days).AddMinutes(1);
        Assert.Equal(1, await app.AskAsync<NeedsPurge, int>(purge => purge.RunAsync()));
        Assert.Null(await NeedsAsync(edition));
    }

    private Task<string?> NeedsAsync(Edition edition) =>
        app.ReadAsync(db => db.Registrations.For(edition.Id).Where(r => r.FirstName == "ada").Select(r => r.Needs).SingleAsync());

    public sealed class OnSqlite(SqliteHub app) : NeedsPurgeTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : NeedsPurgeTests(app), IClassFixture<PostgreSqlHub>;
}
