using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

public abstract class RegistrationDeskTests(HubApp app)
{
    [Fact]
    public async Task The_last_seat_goes_to_the_first_and_the_next_waits()
    {
        var edition = await EditionAsync(capacity: 1);

        Assert.Equal(RegisterOutcome.Confirmed, await RegisterAsync(edition, "ada"));
        Assert.Equal(RegisterOutcome.WaitListed, await RegisterAsync(edition, "bob"));
        Assert.Equal(RegisterOutcome.WaitListed, await RegisterAsync(edition, "cleo"));

        Assert.Equal([null, 1, 2], await RanksAsync(edition, "ada", "bob", "cleo"));
    }

    [Fact]
    public async Task Giving_a_place_back_twice_frees_one_seat()
    {
        var edition = await EditionAsync(capacity: 3);
        await RegisterAsync(edition, "ada");
        await RegisterAsync(edition, "bob");

        await CancelAsync(edition, "ada");
        await CancelAsync(edition, "ada");

        Assert.Equal(1, await SeatsTakenAsync(edition));
    }

    [Fact]
    public async Task Somebody_who_comes_back_reopens_the_same_row()
    {
        var edition = await EditionAsync(capacity: 1);
        await RegisterAsync(edition, "ada");
        await CancelAsync(edition, "ada");

        Assert.Equal(RegisterOutcome.Confirmed, await RegisterAsync(edition, "Ada"));

        Assert.Equal(1, await app.ReadAsync(db => db.Registrations.For(edition.Id).CountAsync()));
        Assert.Equal(1, await SeatsTakenAsync(edition));
    }

    [Fact]
    public async Task A_known_address_gets_one_seat_and_one_mail()
    {
        var edition = await EditionAsync(capacity: 5);
        await RegisterAsync(edition, "ada");

        var again = await app.AskAsync<RegistrationDesk, RegisterOutcome>(
            desk => desk.RegisterAsync(edition.Id, An.Attendee(email: " ADA@mairie.example "), "fr"));

        Assert.Equal(RegisterOutcome.AlreadyRegistered, again);
        Assert.Equal(1, await SeatsTakenAsync(edition));
        var id = (await FindAsync(edition, "ada")).Id;
        Assert.Equal(1, await app.ReadAsync(db => db.Outbox.CountAsync(m => m.SubjectId == id)));
    }

    [Theory]
    [InlineData("ada@MAIRIE.example")]
    [InlineData("ada@\uFF4Dairie.example")]
    [InlineData("ada@mai\u00ADrie.example")]
    [InlineData("ada@mairie\u3002example")]
    public async Task One_mailbox_is_one_person_however_its_domain_is_spelt(string spelt)
    {
        var edition = await EditionAsync();
        await RegisterAsync(edition, "ada");

        var again = await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee(email: spelt), "fr"));

        Assert.Equal(RegisterOutcome.AlreadyRegistered, again);
        Assert.Equal(1, await SeatsTakenAsync(edition));
    }

    [Fact]
    public async Task Nobody_registers_before_the_window_after_it_or_when_it_is_closed_by_hand()
    {
        var early = await EditionAsync(window: new(An.Now.AddHours(1), null));
        var late = await EditionAsync(window: new(null, An.Now.AddHours(-1)));
        var shut = await EditionAsync();
        await app.DoAsync<EditionOffice>(office => office.CloseRegistrationAsync(shut.Id, null));

        foreach (var edition in new[] { early, late, shut })
        {
            Assert.Equal(RegisterOutcome.Closed, await RegisterAsync(edition, "ada"));
        }
    }

    [Fact]
    public async Task A_closed_day_answers_a_known_address_like_any_other()
    {
        var edition = await EditionAsync();
        await RegisterAsync(edition, "ada");
        await app.DoAsync<EditionOffice>(office => office.CloseRegistrationAsync(edition.Id, null));

        Assert.Equal(RegisterOutcome.Closed, await RegisterAsync(edition, "ada"));
    }

    [Fact]
    public async Task Letters_that_grow_when_folded_still_fit_their_column()
    {
        var edition = await EditionAsync();
        var grown = An.Attendee() with { FirstName = new('각', Attendee.NameLength), LastName = new('ΐ', Attendee.NameLength), Organisation = new('각', Attendee.LineLength) };

        Assert.Equal(RegisterOutcome.Confirmed, await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, grown, "fr")));
    }

    [Fact]
    public async Task A_renewed_link_lets_the_one_before_die()
    {
        var edition = await EditionAsync();
        await RegisterAsync(edition, "ada");
        var before = await FindAsync(edition, "ada");

        await app.DoAsync<RegistrationDesk>(desk => desk.RenewLinkAsync(before.Id));

        Assert.NotEqual(before.TokenHash, (await FindAsync(edition, "ada")).TokenHash);
    }

    private async Task<Edition> EditionAsync(int capacity = 20, RegistrationWindow? window = null)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity);
        edition.SetWindow(window ?? new(null, null));
        await app.SaveAsync(organisation, edition);
        return edition;
    }

    private Task<RegisterOutcome> RegisterAsync(Edition edition, string name) =>
        app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee(name), "fr"));

    private async Task CancelAsync(Edition edition, string name)
    {
        var id = (await FindAsync(edition, name)).Id;
        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(id));
    }

    private Task<Registration> FindAsync(Edition edition, string name)
    {
        var address = MailAddresses.Normalize($"{name}@mairie.example");
        return app.ReadAsync(db => db.Registrations.For(edition.Id).AsNoTracking().SingleAsync(r => r.NormalizedEmail == address));
    }

    private async Task<int?[]> RanksAsync(Edition edition, params string[] names)
    {
        List<int?> ranks = [];
        foreach (var name in names)
        {
            var registration = await FindAsync(edition, name);
            ranks.Add(await app.ReadAsync(db => db.RankAsync(registration, CancellationToken.None)));
        }

        return [.. ranks];
    }

    private Task<int> SeatsTakenAsync(Edition edition) =>
        app.ReadAsync(db => db.Editions.Where(e => e.Id == edition.Id).Select(e => e.SeatsTaken).SingleAsync());

    public sealed class OnSqlite(SqliteHub app) : RegistrationDeskTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : RegistrationDeskTests(app), IClassFixture<PostgreSqlHub>;
}
