using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

/// <summary>People, organisers and the clock do what they like, in turn or at once; what holds afterwards holds always.</summary>
public abstract class ManyAtOnceTests(HubApp app)
{
    private const int People = 30;
    private const int Deeds = 240;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public async Task Whatever_happens_seats_equal_rows_and_nobody_overtakes(int workers)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity: 5);
        await app.SaveAsync(organisation, edition);

        await Task.WhenAll(Enumerable.Range(0, workers).Select(async worker =>
        {
            Random random = new(worker);
            for (var n = 0; n < Deeds / workers; n++)
            {
                await DoSomethingAsync(edition.Id, random);
            }
        }));
        await app.DoAsync<QueueRounds>(rounds => rounds.RunAsync(Ct));

        var now = await app.ReadAsync(db => db.Editions.AsNoTracking().SingleAsync(e => e.Id == edition.Id, Ct));
        var rows = await app.ReadAsync(db => db.Registrations.For(edition.Id).AsNoTracking().ToListAsync(Ct));
        var queue = rows.Where(r => r.State is RegistrationState.Waiting).OrderBy(r => r.QueueNumber).ToList();
        var served = rows.Where(r => r.State is RegistrationState.Offered || (r.State is RegistrationState.Confirmed && r.QueueNumber is not null));
        Assert.Equal(rows.Count(r => r.State is RegistrationState.Confirmed or RegistrationState.Offered), now.SeatsTaken);
        Assert.InRange(now.SeatsTaken, 0, now.Capacity);
        Assert.True(queue.Count == 0 || now.IsFull);
        Assert.All(served, r => Assert.True(queue.Count == 0 || r.QueueNumber < queue[0].QueueNumber));
        Assert.Equal(queue.Count, queue.Select(r => r.QueueNumber).Distinct().Count());
        foreach (var (index, registration) in queue.Index())
        {
            Assert.Equal(index + 1, await app.ReadAsync(db => db.RankAsync(registration, Ct)));
        }
    }

    private async Task DoSomethingAsync(Guid edition, Random random)
    {
        var deed = random.Next(10);
        var name = $"person{random.Next(People)}";
        var someone = await app.ReadAsync(db => db.Registrations.For(edition).Where(r => r.FirstName == name).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(Ct));
        await ((deed, someone) switch
        {
            ( < 5, _) => app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition, An.Attendee(name), "fr", Ct)),
            (5 or 6, { } id) => app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(id, null, Ct)),
            (7, { } id) => app.DoAsync<PlaceOffers>(offers => offers.AcceptAsync(id, Ct)),
            (8, _) => app.DoAsync<EditionChanges>(changes => changes.ResizeAsync(edition, random.Next(3, 9), null, Ct)),
            (9, _) => app.DoAsync<QueueRounds>(rounds => rounds.RunAsync(Ct)),
            _ => Task.CompletedTask,
        });
    }

    public sealed class OnSqlite(SqliteHub app) : ManyAtOnceTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : ManyAtOnceTests(app), IClassFixture<PostgreSqlHub>;
}
