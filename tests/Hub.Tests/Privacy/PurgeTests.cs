using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Organisations;
using Hub.Core.Privacy;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Privacy;

/// <summary>What is too old goes, at its documented age and not before (docs/security.md, line 61).</summary>
public abstract class PurgeTests(HubApp app) : IAsyncDisposable
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Names_go_twelve_months_after_the_day_and_the_numbers_stay()
    {
        var (day, _) = await DaysAsync();
        await RegisterAsync(day, "ada", "bob");

        await GoesAsync("participants", 2, day.EndsAt.AddMonths(12), async () => await app.ReadAsync(db => db.Registrations.For(day.Id).Known.CountAsync(Token)));

        Assert.Equal(2, await app.ReadAsync(db => db.Registrations.For(day.Id).CountAsync(r => r.State == RegistrationState.Confirmed, Token)));
        Assert.Equal(2, await app.ReadAsync(db => db.Editions.Where(e => e.Id == day.Id).Select(e => e.SeatsTaken).SingleAsync(Token)));
    }

    [Fact]
    public async Task Who_had_cancelled_goes_three_months_after_the_day()
    {
        var (day, _) = await DaysAsync();
        await RegisterAsync(day, "ada", "bob");
        var id = await app.ReadAsync(db => db.Registrations.For(day.Id).Where(r => r.FirstName == "ada").Select(r => r.Id).SingleAsync(Token));
        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(id, null, Token));

        await GoesAsync("cancelled", 1, day.EndsAt.AddMonths(3), async () => await app.ReadAsync(db => db.Registrations.For(day.Id).Known.CountAsync(r => r.State == RegistrationState.Cancelled, Token)));

        Assert.Equal(1, await app.ReadAsync(db => db.Registrations.For(day.Id).Known.CountAsync(Token)));
    }

    [Fact]
    public async Task Needs_go_thirty_days_after_the_day()
    {
        var (day, _) = await DaysAsync();
        await RegisterAsync(day, "ada");
        await app.ReadAsync(db => db.Registrations.ExecuteUpdateAsync(r => r.SetProperty(x => x.Needs, "Boucle magnétique"), Token));

        await GoesAsync("needs", 1, day.EndsAt.AddDays(30), async () => await app.ReadAsync(db => db.Registrations.CountAsync(r => r.Needs != null, Token)));
    }

    [Fact]
    public async Task Who_had_cancelled_before_needs_were_forgotten_at_once_is_forgotten_with_the_next_round()
    {
        var (day, _) = await DaysAsync();
        await RegisterAsync(day, "ada");
        var id = await app.ReadAsync(db => db.Registrations.Select(r => r.Id).SingleAsync(Token));
        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(id, null, Token));
        Assert.Null(await app.ReadAsync(db => db.Registrations.Select(r => r.Needs).SingleAsync(Token)));
        await app.ReadAsync(db => db.Registrations.ExecuteUpdateAsync(r => r.SetProperty(x => x.Needs, "Boucle magnétique"), Token));

        await RunAsync();

        Assert.Null(await app.ReadAsync(db => db.Registrations.Select(r => r.Needs).SingleAsync(Token)));
    }

    [Fact]
    public async Task Traces_of_mails_go_six_months_after_they_left()
    {
        var (day, _) = await DaysAsync();
        await RegisterAsync(day, "ada");
        await app.SendMailsAsync();

        await GoesAsync("mails", 1, An.Now.AddMonths(6), async () => await app.ReadAsync(db => db.Outbox.CountAsync(m => m.State == OutboxState.Sent, Token)));
    }

    [Fact]
    public async Task Lines_of_the_history_go_after_twelve_months()
    {
        await app.DoAsync<HubDbContext>(db =>
        {
            db.Log("Test", Guid.NewGuid(), null, An.Now);
            return db.SaveChangesAsync(Token);
        });

        await GoesAsync("audit", 1, An.Now.AddMonths(12), async () => await app.ReadAsync(db => db.Audit.CountAsync(a => a.Command == "Test", Token)));
    }

    [Fact]
    public async Task An_account_nobody_uses_goes_after_three_years_unless_it_may_organise()
    {
        var (_, organisation) = await DaysAsync();
        var idle = await app.AccountAsync("oubliee@exemple.example");
        var member = await app.AccountAsync("membre@exemple.example");
        var administrator = await app.AccountAsync("administration@hub.example");
        await app.SaveAsync(new OrganiserGrant(organisation.Id, member.Id, An.Now));
        await app.DoAsync<HubDbContext>(db => db.Users.Where(u => u.Id == administrator.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsAdministrator, true), Token));
        foreach (var account in new[] { idle, member })
        {
            using var browser = await app.SignInAsync(account.Email!);
        }

        await GoesAsync("accounts", 1, An.Now.AddYears(3), async () => await app.ReadAsync(db => db.Users.CountAsync(u => u.Email == idle.Email, Token)));

        Assert.Equal(["administration@hub.example", "membre@exemple.example"], await app.ReadAsync(db => db.Users.Where(u => u.Email != null).Select(u => u.Email!).Order().ToListAsync(Token)));
    }

    [Fact]
    public async Task An_account_nobody_knows_the_age_of_is_counted_from_the_first_round()
    {
        var account = await app.AccountAsync("invitee@exemple.example");
        await RunAsync();

        await GoesAsync("accounts", 1, An.Now.AddYears(3), async () => await app.ReadAsync(db => db.Users.CountAsync(u => u.Email == account.Email, Token)));
    }

    [Fact]
    public async Task A_day_that_waits_for_its_new_date_forgets_nobody()
    {
        var (day, _) = await DaysAsync();
        await RegisterAsync(day, "ada");
        await app.DoAsync<EditionChanges>(changes => changes.PostponeAsync(day.Id, "La salle est inondée.", null, Token));

        app.Clock.Now = day.EndsAt.AddYears(2);
        await RunAsync();

        Assert.Equal(1, await app.ReadAsync(db => db.Registrations.Known.CountAsync(Token)));
    }

    [Fact]
    public async Task Nothing_is_done_twice_and_what_was_done_is_noted()
    {
        var (day, _) = await DaysAsync();
        await RegisterAsync(day, "ada");
        await app.SendMailsAsync();
        app.Clock.Now = day.EndsAt.AddMonths(12).AddDays(1);

        Assert.Contains(await RunAsync(), line => line is { Rule: "participants", Rows: 1 });
        Assert.All(await RunAsync(), line => Assert.Equal(0, line.Rows));
        Assert.True(await app.ReadAsync(db => db.Audit.AnyAsync(a => a.Command == "Purge" && a.Details == "participants 1", Token)));
    }

    /// <summary>A day before its age nothing goes; a day after it, as many as the report says, and the report itself takes nothing.</summary>
    private async Task GoesAsync(string rule, int rows, DateTime age, Func<Task<int>> count)
    {
        app.Clock.Now = age.AddDays(-1);
        await RunAsync();
        Assert.Equal(rows, await count());

        app.Clock.Now = age.AddDays(1);
        var report = await app.AskAsync<Purge, IReadOnlyList<PurgeLine>>(purge => purge.ReportAsync(Token));
        Assert.Equal(rows, report.Single(l => l.Rule == rule).Rows);
        Assert.Equal(rows, await count());

        Assert.Equal(report, await RunAsync());
        Assert.Equal(0, await count());
    }

    private Task<IReadOnlyList<PurgeLine>> RunAsync() => app.AskAsync<Purge, IReadOnlyList<PurgeLine>>(purge => purge.RunAsync(Token));

    private async Task<(Edition Day, Organisation Organisation)> DaysAsync()
    {
        var organisation = An.Organisation();
        var day = An.Edition(organisation);
        await app.SaveAsync(organisation, day);
        return (day, organisation);
    }

    private async Task RegisterAsync(Edition day, params string[] names)
    {
        foreach (var name in names)
        {
            await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(day.Id, An.Attendee(name), "fr", Token));
        }
    }

    public sealed class OnSqlite() : PurgeTests(new SqliteHub());

    public sealed class OnPostgreSql(PostgreSqlServer server) : PurgeTests(new PostgreSqlHub(server));
}
