using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Notifications;

public sealed class OutboxTests(PostgreSqlServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Two_senders_at_once_deliver_every_mail_once(string provider)
    {
        await using var app = App(provider);
        var edition = await EditionAsync(app);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => RegisterAsync(app, edition, $"p{n}")));

        var taken = await Task.WhenAll(SendAsync(app), SendAsync(app));

        Assert.Equal(20, taken.Sum());
        Assert.Equal(20, Directory.EnumerateFiles(app.MailFolder, "*.eml").Count());
        Assert.All(await OutboxAsync(app), m => Assert.Equal((OutboxState.Sent, 1), (m.State, m.Attempts)));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task A_mail_nobody_can_write_is_put_off_and_stands_in_nobodys_way(string provider)
    {
        await using var app = App(provider);
        app.IsSound = false;
        var edition = await EditionAsync(app);
        await app.DoAsync<HubDbContext>(db =>
        {
            db.Promise("unknown", Guid.NewGuid(), 1, An.Now.AddMinutes(-1));
            return db.SaveChangesAsync(Token);
        });
        await RegisterAsync(app, edition, "ada");

        Assert.Single(await app.SendMailsAsync());

        var poison = (await OutboxAsync(app)).Single(m => m.Kind == "unknown");
        Assert.Equal((OutboxState.Pending, 1, An.Now.AddMinutes(1)), (poison.State, poison.Attempts, poison.DueAt));
        Assert.Contains("unknown", poison.LastError, StringComparison.Ordinal);
        Assert.Null(poison.LeasedUntil);
        await TryForYearsAsync(app);
        Assert.Equal(OutboxState.Dead, (await OutboxAsync(app)).Single(m => m.Kind == "unknown").State);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task A_mail_whose_sender_died_is_left_to_it_for_a_while_then_taken_again(string provider)
    {
        await using var app = App(provider);
        await RegisterAsync(app, await EditionAsync(app), "ada");
        await app.DoAsync<HubDbContext>(db => db.Outbox.ExecuteUpdateAsync(
            m => m.SetProperty(x => x.LeasedUntil, An.Now.AddMinutes(5)).SetProperty(x => x.Attempts, 1), Token));

        Assert.Empty(await app.SendMailsAsync());
        app.Clock.Now = An.Now.AddMinutes(5);
        Assert.Single(await app.SendMailsAsync());

        var mail = Assert.Single(await OutboxAsync(app));
        Assert.Equal((OutboxState.Sent, 2, null), (mail.State, mail.Attempts, mail.LeasedUntil));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task A_confirmation_that_a_cancellation_overtook_is_not_sent(string provider)
    {
        await using var app = App(provider);
        var edition = await EditionAsync(app);
        await RegisterAsync(app, edition, "ada");
        var id = await app.ReadAsync(db => db.Registrations.For(edition.Id).Select(r => r.Id).SingleAsync());
        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(id, null, Token));

        Assert.Single(await app.SendMailsAsync());

        Assert.Equal(
            [(RegistrationMailKinds.Confirmed, OutboxState.Dropped), (RegistrationMailKinds.Cancelled, OutboxState.Sent)],
            (await OutboxAsync(app)).Select(m => (m.Kind, m.State)).OrderBy(m => m.State == OutboxState.Sent));
    }

    [Fact]
    public async Task The_same_promise_twice_is_refused_by_the_database()
    {
        await using var app = App("Sqlite");
        var subject = Guid.NewGuid();

        await Assert.ThrowsAsync<DbUpdateException>(() => app.DoAsync<HubDbContext>(db =>
        {
            db.Promise("kind", subject, 1, An.Now);
            db.Promise("kind", subject, 1, An.Now);
            return db.SaveChangesAsync(Token);
        }));
    }

    private HubApp App(string provider) => provider == "Sqlite" ? new SqliteHub() : new PostgreSqlHub(server);

    private static async Task<Edition> EditionAsync(HubApp app)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        return edition;
    }

    private static Task<RegisterOutcome> RegisterAsync(HubApp app, Edition edition, string name) =>
        app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee(name), "fr", Token));

    private static Task<int> SendAsync(HubApp app) => app.AskAsync<OutboxSender, int>(sender => sender.SendDueAsync(Token));

    private static Task<List<OutboxMessage>> OutboxAsync(HubApp app) => app.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync(Token));

    private static async Task TryForYearsAsync(HubApp app)
    {
        for (var month = 1; month <= 24; month++)
        {
            app.Clock.Now = An.Now.AddMonths(month);
            await SendAsync(app);
        }
    }
}
