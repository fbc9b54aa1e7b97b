using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Hub.Web.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Operations;

/// <summary>Each fault is planted in a hub that is sound before, changes its own line only, and is taken back.</summary>
public abstract class DoctorTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hub_as_people_leave_it_is_sound()
    {
        await FullDayAsync();

        Assert.All(await ExamineAsync(), finding => Assert.True(finding.Severity is Severity.Ok || finding.Check is "hosts" or "proxies" or "sender" or "disk", finding.ToString()));
    }

    [Fact]
    public Task A_seat_counted_and_held_by_nobody_is_found() => FindsAsync("seats", "counts 1 seats taken of 2, 2 people hold one", db =>
        db.Editions.ExecuteUpdateAsync(e => e.SetProperty(x => x.SeatsTaken, 1), Ct));

    [Fact]
    public Task More_seats_taken_than_there_are_is_found() => FindsAsync("seats", "counts 2 seats taken of 1", db =>
        db.Editions.ExecuteUpdateAsync(e => e.SetProperty(x => x.Capacity, 1), Ct));

    [Fact]
    public Task Two_people_with_one_number_are_found() => FindsAsync("queues", "gave number 1 to 2 people", db =>
        db.Registrations.Where(r => r.QueueNumber != null).ExecuteUpdateAsync(r => r.SetProperty(x => x.QueueNumber, 1), Ct));

    [Fact]
    public Task Somebody_who_waits_without_a_number_is_found() => FindsAsync("queues", "lets 1 wait without a number", db =>
        db.Registrations.Where(r => r.QueueNumber == 2).ExecuteUpdateAsync(r => r.SetProperty(x => x.QueueNumber, (int?)null), Ct));

    [Fact]
    public Task A_number_that_was_never_given_is_found() => FindsAsync("queues", "gave number 2, and believes the last one was 1", db =>
        db.Editions.ExecuteUpdateAsync(e => e.SetProperty(x => x.QueueCounter, 1), Ct));

    [Fact]
    public Task A_mail_about_nobody_is_found() => FindsAsync("promises", "is about nobody", db =>
    {
        db.Promise(RegistrationMailKinds.Link, Guid.NewGuid(), 1, An.Now);
        return db.SaveChangesAsync(Ct);
    });

    [Fact]
    public Task A_mail_sent_at_no_time_is_found() => FindsAsync("outbox", "is Sent", db =>
        db.Outbox.Where(m => m.Kind == RegistrationMailKinds.WaitListed).ExecuteUpdateAsync(m => m.SetProperty(x => x.State, OutboxState.Sent), Ct));

    [Fact]
    public Task A_mail_that_is_late_is_found() => FindsAsync("mails", "4 have been due", db =>
        db.Outbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, DateTime.UtcNow.AddMinutes(-16)), Ct));

    [Fact]
    public Task A_mail_that_was_given_up_is_found() => FindsAsync("mails", "1 were given up", db =>
        db.Outbox.Where(m => m.Kind == RegistrationMailKinds.WaitListed).OrderBy(m => m.Id).Take(1).ExecuteUpdateAsync(m => m.SetProperty(x => x.State, OutboxState.Dead), Ct));

    [Fact]
    public Task A_lost_key_ring_is_found() => FindsAsync("keys", "there is none", db => db.Set<KeyRingElement>().ExecuteDeleteAsync(Ct));

    [Fact]
    public Task A_damaged_key_is_found() => FindsAsync("keys", "cannot be read", db =>
        db.Set<KeyRingElement>().ExecuteUpdateAsync(k => k.SetProperty(x => x.Xml, "<key"), Ct));

    [Fact]
    public Task A_damaged_link_is_found() => FindsAsync("keys", "cannot be read", db =>
        db.Registrations.ExecuteUpdateAsync(r => r.SetProperty(x => x.ProtectedToken, "CfDJ8A"), Ct));

    [Fact]
    public Task A_pending_migration_is_found_and_ends_the_examination() => PlantAsync(
        db => db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\"", Ct),
        findings =>
        {
            Assert.Equal((Severity.Error, "database"), (findings[^1].Severity, findings[^1].Check));
            Assert.Contains("_Initial", findings[^1].Text, StringComparison.Ordinal);
        });

    [Fact]
    public Task A_mail_twice_under_one_identity_is_found_where_the_index_was_lost() => FindsAsync("outbox", "same stands there 2 times", async db =>
    {
        await db.Database.ExecuteSqlRawAsync("DROP INDEX \"IX_Outbox_Key\"", Ct);
        return await db.Outbox.Where(m => m.Kind == RegistrationMailKinds.WaitListed).ExecuteUpdateAsync(m => m.SetProperty(x => x.Key, "same"), Ct);
    });

    [Fact]
    public async Task A_clock_that_jumped_is_found()
    {
        await FullDayAsync();

        Assert.Equal(Severity.Error, (await ExamineAsync(An.Now)).Single(f => f.Check == "clock").Severity);
    }

    [Fact]
    public async Task A_data_folder_open_to_others_is_found()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // modes of files are Unix's
        }

        await FullDayAsync();
        var mode = File.GetUnixFileMode(app.Folder);
        File.SetUnixFileMode(app.Folder, mode | UnixFileMode.OtherRead);

        var finding = (await ExamineAsync()).Single(f => f.Check == "folder");

        File.SetUnixFileMode(app.Folder, mode);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    private async Task FindsAsync(string check, string text, Func<HubDbContext, Task<int>> plant)
    {
        await FullDayAsync();
        var before = await ExamineAsync();
        Assert.Equal(Severity.Ok, before.Single(f => f.Check == check).Severity);
        await PlantAsync(plant, after =>
        {
            var finding = after.Single(f => f.Check == check);
            Assert.NotEqual(Severity.Ok, finding.Severity);
            Assert.Contains(text, finding.Text, StringComparison.Ordinal);
            Assert.NotNull(finding.Advice);
            Assert.Equal(Others(before), Others(after));
        });

        List<(string, Severity)> Others(IEnumerable<Finding> findings) => [.. findings.Where(f => f.Check != check && f.Check != "disk").Select(f => (f.Check, f.Severity))];
    }

    private async Task PlantAsync(Func<HubDbContext, Task<int>> plant, Action<List<Finding>> look)
    {
        await FullDayAsync();
        await app.DoAsync<IServiceProvider>(async services =>
        {
            var db = services.GetRequiredService<HubDbContext>();
            await using var fault = await db.Database.BeginTransactionAsync(Ct);
            await plant(db);
            look(await ExamineAsync(services, DateTime.UtcNow));
        });
    }

    /// <summary>Two seats for four people.</summary>
    private async Task FullDayAsync()
    {
        if (await app.ReadAsync(db => db.Editions.AnyAsync(Ct)))
        {
            return;
        }

        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity: 2);
        await app.SaveAsync(organisation, edition);
        foreach (var name in new[] { "ada", "bob", "cleo", "dan" })
        {
            await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee(name), "fr", Ct));
        }
    }

    /// <param name="now">What the hub believes; the truth unless given.</param>
    private Task<List<Finding>> ExamineAsync(DateTime? now = null) =>
        app.AskAsync<IServiceProvider, List<Finding>>(services => ExamineAsync(services, now ?? DateTime.UtcNow));

    private async Task<List<Finding>> ExamineAsync(IServiceProvider services, DateTime now)
    {
        app.Clock.Now = now;
        List<Finding> findings = [];
        await foreach (var finding in Doctor.ExamineAsync(services, app.Folder, Ct))
        {
            findings.Add(finding);
        }

        app.Clock.Now = An.Now;
        return findings;
    }

    public sealed class OnSqlite(SqliteHub app) : DoctorTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : DoctorTests(app), IClassFixture<PostgreSqlHub>;
}
