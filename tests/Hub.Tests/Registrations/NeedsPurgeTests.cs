using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

public abstract class NeedsPurgeTests(HubApp app) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

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

    [Fact]
    public async Task Who_cancels_is_forgotten_at_once_and_says_it_anew_when_coming_back()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee() with { Needs = "Boucle magnétique" }, "fr"));
        var id = await app.ReadAsync(db => db.Registrations.For(edition.Id).Select(r => r.Id).SingleAsync());

        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(id));
        Assert.Null(await NeedsAsync(edition));

        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee() with { Needs = "Espace calme" }, "fr"));
        Assert.Equal("Espace calme", await NeedsAsync(edition));
    }

    [Fact]
    public async Task Who_had_cancelled_before_that_rule_is_forgotten_with_the_next_round()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee(), "fr"));
        var id = await app.ReadAsync(db => db.Registrations.For(edition.Id).Select(r => r.Id).SingleAsync());
        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(id));
        await app.ReadAsync(db => db.Registrations.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Needs, "Boucle magnétique")));

        await app.DoAsync<NeedsPurge>(purge => purge.RunAsync());

        Assert.Null(await NeedsAsync(edition));
    }

    private Task<string?> NeedsAsync(Edition edition) =>
        app.ReadAsync(db => db.Registrations.For(edition.Id).Where(r => r.FirstName == "ada").Select(r => r.Needs).SingleAsync());

    public sealed class OnSqlite() : NeedsPurgeTests(new SqliteHub());

    public sealed class OnPostgreSql(PostgreSqlServer server) : NeedsPurgeTests(new PostgreSqlHub(server));
}
