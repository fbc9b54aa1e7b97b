using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

public abstract class HandoverTests(HubApp app) : IAsyncDisposable
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_colleague_gets_the_seat_even_past_the_queue_and_the_giver_has_none()
    {
        var edition = await DayAsync(capacity: 1, "ada", "bob");
        var page = await PageAsync("ada");

        using var done = await HandAsync(page, "cleo");

        Assert.Equal(page, done.Headers.Location?.ToString());
        Assert.Equal((RegistrationState.Cancelled, RegistrationState.Waiting, RegistrationState.Confirmed), (await StateAsync(edition, "ada"), await StateAsync(edition, "bob"), await StateAsync(edition, "cleo")));
        Assert.Equal(1, await SeatsAsync(edition));
        var mail = Assert.Single(await app.MailsToAsync("cleo@mairie.example"));
        Assert.Contains("ada Exemple ne peut pas venir et vous cède sa place", mail.Text(), StringComparison.Ordinal);
        Assert.Contains("text/calendar", mail.Body.Types);
        Assert.Contains("text/calendar", (await app.MailsToAsync("ada@mairie.example"))[^1].Body.Types);
        using var ticket = await app.Visitor().ReadAsync(mail.Link());
        Assert.NotNull(ticket.QuerySelector(".ticket__code"));
    }

    [Fact]
    public async Task Handing_over_to_somebody_who_has_a_seat_frees_one_and_tells_nobody()
    {
        var edition = await DayAsync(capacity: 2, "ada", "bob", "cleo");
        var page = await PageAsync("ada");

        using var done = await HandAsync(page, "bob");

        Assert.Equal(page, done.Headers.Location?.ToString());
        Assert.Equal((RegistrationState.Cancelled, RegistrationState.Confirmed, RegistrationState.Offered), (await StateAsync(edition, "ada"), await StateAsync(edition, "bob"), await StateAsync(edition, "cleo")));
        Assert.Equal(2, await SeatsAsync(edition));
        Assert.Single(await app.MailsToAsync("bob@mairie.example"));
    }

    [Fact]
    public async Task Somebody_who_waits_gets_the_seat_and_leaves_the_queue()
    {
        var edition = await DayAsync(capacity: 1, "ada", "bob", "cleo");

        using var done = await HandAsync(await PageAsync("ada"), "cleo");

        Assert.Equal((RegistrationState.Waiting, RegistrationState.Confirmed), (await StateAsync(edition, "bob"), await StateAsync(edition, "cleo")));
        Assert.Equal(1, await SeatsAsync(edition));
    }

    [Fact]
    public async Task Somebody_who_is_offered_a_seat_takes_the_givers_and_theirs_goes_on()
    {
        var edition = await DayAsync(capacity: 2, "ada", "bob", "cleo", "dora");
        await app.DoAsync<RegistrationDesk>(async desk => await desk.CancelAsync(await IdAsync(edition, "bob"), null, Token));
        Assert.Equal(RegistrationState.Offered, await StateAsync(edition, "cleo"));

        using var done = await HandAsync(await PageAsync("ada"), "cleo");

        Assert.Equal((RegistrationState.Confirmed, RegistrationState.Offered), (await StateAsync(edition, "cleo"), await StateAsync(edition, "dora")));
        Assert.Equal(2, await SeatsAsync(edition));
    }

    [Fact]
    public async Task Ones_own_address_is_refused_and_what_was_typed_is_kept()
    {
        var edition = await DayAsync(capacity: 1, "ada");

        using var refused = await HandAsync(await PageAsync("ada"), "ADA");

        using var page = await refused.ReadAsync();
        Assert.Contains("votre propre adresse", page.Words(), StringComparison.Ordinal);
        Assert.Equal("ADA", page.QuerySelector("#Input_FirstName")!.GetAttribute("value"));
        Assert.Equal(RegistrationState.Confirmed, await StateAsync(edition, "ada"));
    }

    [Fact]
    public async Task Once_the_day_begins_nothing_is_handed_over()
    {
        var edition = await DayAsync(capacity: 1, "ada");
        var id = await IdAsync(edition, "ada");
        app.Clock.Now = edition.StartsAt;

        Assert.False(await app.AskAsync<Handovers, bool>(h => h.HandOverAsync(id, An.Attendee("bob"), Token)));
        Assert.Equal(RegistrationState.Confirmed, await StateAsync(edition, "ada"));
    }

    private async Task<Edition> DayAsync(int capacity, params string[] people)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity);
        await app.SaveAsync(organisation, edition);
        foreach (var name in people)
        {
            await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee(name), "fr", Token));
        }

        return edition;
    }

    private async Task<string> PageAsync(string name) => (await app.MailsToAsync($"{name}@mairie.example"))[0].Link();

    private Task<HttpResponseMessage> HandAsync(string page, string name) => app.Visitor().PostAsync($"{page}/ceder", new Dictionary<string, string>
    {
        ["Input.FirstName"] = name,
        ["Input.LastName"] = "Exemple",
        ["Input.Email"] = $"{name}@mairie.example",
        ["Input.JobTitle"] = "Chargée de mission",
    });

    private Task<Guid> IdAsync(Edition edition, string name) => app.ReadAsync(db => Row(db, edition, name).Select(r => r.Id).SingleAsync(Token));

    private Task<RegistrationState> StateAsync(Edition edition, string name) => app.ReadAsync(db => Row(db, edition, name).Select(r => r.State).SingleAsync(Token));

    private Task<int> SeatsAsync(Edition edition) => app.ReadAsync(db => db.Editions.Where(e => e.Id == edition.Id).Select(e => e.SeatsTaken).SingleAsync(Token));

    private static IQueryable<Registration> Row(HubDbContext db, Edition edition, string name)
    {
        var address = $"{name}@mairie.example".ToUpperInvariant();
        return db.Registrations.Where(r => r.EditionId == edition.Id && r.NormalizedEmail == address);
    }

    public sealed class OnSqlite() : HandoverTests(new SqliteHub());

    public sealed class OnPostgreSql(PostgreSqlServer server) : HandoverTests(new PostgreSqlHub(server));
}
