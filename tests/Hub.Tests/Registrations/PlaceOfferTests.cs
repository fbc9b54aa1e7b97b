using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

public abstract class PlaceOfferTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_freed_seat_is_held_for_the_head_of_the_queue_and_never_goes_to_a_newcomer()
    {
        var edition = await EditionAsync(capacity: 1, "ada", "bob", "cleo");

        await CancelAsync(edition, "ada");
        await RegisterAsync(edition, "dan");

        Assert.Equal("bob: Offered, cleo: 1, dan: 2", await QueueAsync(edition));
        Assert.Equal(1, await SeatsTakenAsync(edition));
        Assert.Equal(1, await PromisesAsync(edition, RegistrationMailKinds.Offered));
        Assert.Equal(app.Clock.Now.AddHours(48), (await FindAsync(edition, "bob")).OfferedUntil);
    }

    [Fact]
    public async Task Who_accepts_has_the_seat_and_one_ticket_however_often_they_click()
    {
        var edition = await EditionAsync(capacity: 1, "ada", "bob");
        await CancelAsync(edition, "ada");

        Assert.True(await AcceptAsync(edition, "bob"));
        Assert.True(await AcceptAsync(edition, "bob"));

        Assert.Equal(RegistrationState.Confirmed, (await FindAsync(edition, "bob")).State);
        Assert.Equal(1, await SeatsTakenAsync(edition));
        Assert.Equal(2, await PromisesAsync(edition, RegistrationMailKinds.Confirmed));
    }

    [Fact]
    public async Task Who_declines_leaves_the_queue_and_the_next_is_asked()
    {
        var edition = await EditionAsync(capacity: 1, "ada", "bob", "cleo");
        await CancelAsync(edition, "ada");

        await CancelAsync(edition, "bob");

        Assert.Equal("cleo: Offered", await QueueAsync(edition));
        Assert.Equal(RegistrationState.Cancelled, (await FindAsync(edition, "bob")).State);
        Assert.Equal(1, await SeatsTakenAsync(edition));
    }

    [Fact]
    public async Task An_offer_nobody_answers_ends_after_two_days_and_goes_to_the_next()
    {
        var edition = await EditionAsync(capacity: 1, "ada", "bob", "cleo");
        await CancelAsync(edition, "ada");

        await PassAsync(TimeSpan.FromHours(48) - TimeSpan.FromMinutes(1));
        Assert.Equal("bob: Offered, cleo: 1", await QueueAsync(edition));
        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("cleo: Offered", await QueueAsync(edition));
        Assert.Equal(1, await PromisesAsync(edition, RegistrationMailKinds.OfferExpired));
        Assert.Equal(1, await SeatsTakenAsync(edition));
    }

    [Fact]
    public async Task An_offer_that_ended_is_not_accepted_even_when_the_clock_has_not_been_heard_yet()
    {
        var edition = await EditionAsync(capacity: 1, "ada", "bob");
        await CancelAsync(edition, "ada");
        app.Clock.Now += TimeSpan.FromHours(48);

        Assert.False(await AcceptAsync(edition, "bob"));
        Assert.Equal(RegistrationState.Offered, (await FindAsync(edition, "bob")).State);
    }

    [Fact]
    public async Task Who_comes_back_after_leaving_declining_or_missing_an_offer_stands_at_the_end()
    {
        var edition = await EditionAsync(capacity: 1, "ada", "bob", "cleo", "dan", "eve");
        await CancelAsync(edition, "bob");
        await RegisterAsync(edition, "bob");
        Assert.Equal("cleo: 1, dan: 2, eve: 3, bob: 4", await QueueAsync(edition));

        await CancelAsync(edition, "ada");
        await CancelAsync(edition, "cleo");
        await RegisterAsync(edition, "cleo");
        await PassAsync(TimeSpan.FromHours(48));
        await RegisterAsync(edition, "dan");

        Assert.Equal("eve: Offered, bob: 1, cleo: 2, dan: 3", await QueueAsync(edition));
    }

    [Fact]
    public async Task Nobody_has_to_decide_later_than_the_eve_at_six_in_the_evening_there()
    {
        var edition = await EditionAsync(1, An.Times(new(2027, 1, 6, 9, 0, 0), zone: "America/Martinique"), new(null, null), "ada", "bob");

        await CancelAsync(edition, "ada");

        Assert.Equal(new DateTime(2027, 1, 5, 22, 0, 0, DateTimeKind.Utc), (await FindAsync(edition, "bob")).OfferedUntil);
    }

    [Fact]
    public async Task From_the_eve_on_a_free_seat_is_anybody_s_and_those_who_wait_are_told_once()
    {
        var edition = await EditionAsync(2, Tomorrow, new(null, null), "ada", "bob", "cleo", "dan");
        Assert.Equal(RegisterOutcome.WaitListed, await RegisterAsync(edition, "eve"));
        app.Clock.Now = new(2027, 1, 5, 17, 0, 0, DateTimeKind.Utc);

        await PassAsync(TimeSpan.FromMinutes(1));
        await PassAsync(TimeSpan.FromMinutes(1));
        await CancelAsync(edition, "ada");
        await CancelAsync(edition, "bob");

        Assert.Equal("cleo: 1, dan: 2, eve: 3", await QueueAsync(edition));
        Assert.Equal(3, await PromisesAsync(edition, RegistrationMailKinds.QueueEnded));
        Assert.Equal(RegisterOutcome.Confirmed, await RegisterAsync(edition, "fay"));
        Assert.True(await TakeFreeSeatAsync(edition, "dan"));
        Assert.False(await TakeFreeSeatAsync(edition, "cleo"));
        Assert.Equal(RegisterOutcome.Full, await RegisterAsync(edition, "gus"));
        Assert.Equal(RegisterOutcome.Full, await RegisterAsync(edition, "cleo"));
        Assert.Equal(2, await SeatsTakenAsync(edition));
    }

    [Fact]
    public async Task Before_the_eve_nobody_helps_themselves_to_a_seat()
    {
        var edition = await EditionAsync(capacity: 1, "ada", "bob", "cleo");
        await app.DoAsync<EditionOffice>(office => office.CloseRegistrationAsync(edition.Id, null, Ct));
        await CancelAsync(edition, "ada");

        Assert.False(await TakeFreeSeatAsync(edition, "cleo"));
    }

    [Fact]
    public async Task While_registration_is_closed_nobody_is_asked_and_afterwards_everybody_in_order()
    {
        var edition = await EditionAsync(capacity: 2, "ada", "bob", "cleo", "dan");
        await app.DoAsync<EditionOffice>(office => office.CloseRegistrationAsync(edition.Id, null, Ct));
        await CancelAsync(edition, "ada");
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("cleo: 1, dan: 2", await QueueAsync(edition));

        await app.DoAsync<EditionOffice>(office => office.OpenRegistrationAsync(edition.Id, null, Ct));
        Assert.Equal(RegisterOutcome.WaitListed, await RegisterAsync(edition, "eve"));
        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("cleo: Offered, dan: 1, eve: 2", await QueueAsync(edition));
    }

    [Fact]
    public async Task A_queue_that_ends_with_the_registration_says_so()
    {
        var edition = await EditionAsync(1, An.Times(), new(null, An.Now.AddDays(1)), "ada", "bob");

        app.Clock.Now = An.Now.AddDays(1);
        await PassAsync(TimeSpan.Zero);

        Assert.Equal(1, await PromisesAsync(edition, RegistrationMailKinds.QueueEnded));
    }

    [Fact]
    public async Task Offers_of_a_postponed_day_stand_and_have_all_their_time_again_with_the_new_date()
    {
        var edition = await EditionAsync(capacity: 1, "ada", "bob");
        await CancelAsync(edition, "ada");
        await app.DoAsync<EditionChanges>(c => c.PostponeAsync(edition.Id, "Travaux", null, Ct));
        await PassAsync(TimeSpan.FromDays(7));
        Assert.Equal("bob: Offered", await QueueAsync(edition));

        await ReviseAsync(edition, An.Times(new(2027, 6, 1, 9, 0, 0)));

        Assert.Equal(app.Clock.Now.AddHours(48), (await FindAsync(edition, "bob")).OfferedUntil);
        Assert.True(await AcceptAsync(edition, "bob"));
    }

    [Fact]
    public async Task A_day_that_comes_nearer_shortens_the_offers_it_cannot_wait_for()
    {
        var edition = await EditionAsync(capacity: 1, "ada", "bob");
        await CancelAsync(edition, "ada");

        await ReviseAsync(edition, Tomorrow);

        Assert.Equal(new DateTime(2027, 1, 5, 17, 0, 0, DateTimeKind.Utc), (await FindAsync(edition, "bob")).OfferedUntil);
    }

    [Fact]
    public async Task A_larger_room_asks_exactly_as_many_as_it_has_new_seats()
    {
        var edition = await EditionAsync(capacity: 1, "ada", "bob", "cleo", "dan");

        Assert.Equal((EditionOutcome.Done, 2), await ResizeAsync(edition, 3));
        Assert.Equal("bob: Offered, cleo: Offered, dan: 1", await QueueAsync(edition));
        Assert.Equal((EditionOutcome.OverCapacity, 0), await ResizeAsync(edition, 2));
        await CancelAsync(edition, "ada");
        await CancelAsync(edition, "bob");
        Assert.Equal("cleo: Offered, dan: Offered", await QueueAsync(edition));
        Assert.Equal((EditionOutcome.Done, 0), await ResizeAsync(edition, 2));
        Assert.Equal(2, await SeatsTakenAsync(edition));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public async Task One_worker_or_ten_ask_the_same_people(int workers)
    {
        string[] seated = [.. Enumerable.Range(10, 10).Select(n => $"seated{n}")];
        string[] waiting = [.. Enumerable.Range(10, 15).Select(n => $"waiting{n}")];
        var edition = await EditionAsync(capacity: 10, [.. seated, .. waiting]);
        await CancelAsync(edition, "waiting12");
        await app.DoAsync<EditionOffice>(office => office.CloseRegistrationAsync(edition.Id, null, Ct));
        await Task.WhenAll(seated.Chunk(10 / workers).Select(async some =>
        {
            foreach (var name in some)
            {
                await CancelAsync(edition, name);
            }
        }));
        Assert.Equal(0, await SeatsTakenAsync(edition));
        await app.DoAsync<EditionOffice>(office => office.OpenRegistrationAsync(edition.Id, null, Ct));

        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => app.DoAsync<QueueRounds>(rounds => rounds.RunAsync(Ct))));
        app.Clock.Now += TimeSpan.FromHours(48);
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => app.DoAsync<QueueRounds>(rounds => rounds.RunAsync(Ct))));

        // Ten were asked and did not answer; the remaining four were asked next.
        Assert.Equal("waiting21: Offered, waiting22: Offered, waiting23: Offered, waiting24: Offered", await QueueAsync(edition));
        Assert.Equal(4, await SeatsTakenAsync(edition));
        Assert.Equal(14, await PromisesAsync(edition, RegistrationMailKinds.Offered));
        Assert.Equal(10, await PromisesAsync(edition, RegistrationMailKinds.OfferExpired));
    }

    private static EditionTimes Tomorrow => An.Times(new(2027, 1, 6, 9, 0, 0));

    private Task<Edition> EditionAsync(int capacity, params string[] names) => EditionAsync(capacity, null, new(null, null), names);

    private async Task<Edition> EditionAsync(int capacity, EditionTimes? times, RegistrationWindow window, params string[] names)
    {
        app.Clock.Now = An.Now;
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity, times: times);
        edition.SetWindow(window);
        await app.SaveAsync(organisation, edition);
        foreach (var name in names)
        {
            await RegisterAsync(edition, name);
        }

        return edition;
    }

    private Task<RegisterOutcome> RegisterAsync(Edition edition, string name) =>
        app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee(name), "fr", Ct));

    private async Task CancelAsync(Edition edition, string name)
    {
        var id = (await FindAsync(edition, name)).Id;
        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(id, null, Ct));
    }

    private async Task<bool> AcceptAsync(Edition edition, string name)
    {
        var id = (await FindAsync(edition, name)).Id;
        return await app.AskAsync<PlaceOffers, bool>(offers => offers.AcceptAsync(id, Ct));
    }

    private async Task<bool> TakeFreeSeatAsync(Edition edition, string name)
    {
        var id = (await FindAsync(edition, name)).Id;
        return await app.AskAsync<PlaceOffers, bool>(offers => offers.TakeFreeSeatAsync(id, Ct));
    }

    /// <summary>Time goes by, and the clock is heard.</summary>
    private Task PassAsync(TimeSpan time)
    {
        app.Clock.Now += time;
        return app.DoAsync<QueueRounds>(rounds => rounds.RunAsync(Ct));
    }

    private Task<(EditionOutcome Outcome, int Offers)> ResizeAsync(Edition edition, int capacity) =>
        app.AskAsync<EditionChanges, (EditionOutcome, int)>(changes => changes.ResizeAsync(edition.Id, capacity, null, Ct));

    private async Task ReviseAsync(Edition edition, EditionTimes times)
    {
        var now = await app.ReadAsync(db => db.Editions.AsNoTracking().SingleAsync(e => e.Id == edition.Id, Ct));
        await app.DoAsync<EditionChanges>(c => c.ReviseAsync(now.Id, now.Version, now.Facts, times, new(null, null), null, Ct));
    }

    private Task<Registration> FindAsync(Edition edition, string name)
    {
        var address = MailAddresses.Normalize($"{name}@mairie.example");
        return app.ReadAsync(db => db.Registrations.For(edition.Id).AsNoTracking().SingleAsync(r => r.NormalizedEmail == address, Ct));
    }

    /// <summary>Who was asked and who waits, at which rank, in the order of the queue.</summary>
    private Task<string> QueueAsync(Edition edition) => app.ReadAsync(async db =>
    {
        List<string> queue = [];
        foreach (var r in await db.Registrations.For(edition.Id).AsNoTracking()
            .Where(r => r.State == RegistrationState.Offered || r.State == RegistrationState.Waiting).OrderBy(r => r.QueueNumber).ToListAsync(Ct))
        {
            queue.Add($"{r.FirstName}: {await db.RankAsync(r, Ct) as object ?? r.State}");
        }

        return string.Join(", ", queue);
    });

    private Task<int> SeatsTakenAsync(Edition edition) =>
        app.ReadAsync(db => db.Editions.Where(e => e.Id == edition.Id).Select(e => e.SeatsTaken).SingleAsync(Ct));

    private Task<int> PromisesAsync(Edition edition, string kind) => app.ReadAsync(db =>
    {
        var registrations = db.Registrations.For(edition.Id);
        return db.Outbox.CountAsync(m => m.Kind == kind && registrations.Any(r => r.Id == m.SubjectId), Ct);
    });

    public sealed class OnSqlite(SqliteHub app) : PlaceOfferTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : PlaceOfferTests(app), IClassFixture<PostgreSqlHub>;
}
