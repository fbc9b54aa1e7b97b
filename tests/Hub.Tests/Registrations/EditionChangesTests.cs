using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Registrations;

public abstract class EditionChangesTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_who_has_a_place_or_waits_hears_of_another_hour_once()
    {
        var edition = await EditionAsync(capacity: 1);
        await RegisterAsync(edition, "ada", "bob", "cleo");
        await CancelAsync(edition, "cleo");

        var outcome = await ReviseAsync(edition, edition.Facts, An.Times(new(2027, 3, 18, 10, 0, 0)));

        Assert.Equal(EditionOutcome.Done, outcome);
        Assert.Equal(2, await PromisesAsync(edition, RegistrationMailKinds.EditionMoved));
    }

    [Fact]
    public async Task Another_wording_is_nobody_s_mail()
    {
        var edition = await EditionAsync();
        await RegisterAsync(edition, "ada");

        await ReviseAsync(edition, edition.Facts with { Description = "Mieux dit." }, edition.Times);

        Assert.Equal(0, await PromisesAsync(edition, RegistrationMailKinds.EditionMoved));
        Assert.Equal(0, (await ReadAsync(edition)).Sequence);
    }

    [Fact]
    public async Task Two_organisers_never_overwrite_each_other_unseen()
    {
        var edition = await EditionAsync();
        await ReviseAsync(edition, edition.Facts with { Tagline = "La première" }, edition.Times);

        var second = await ReviseAsync(edition, edition.Facts with { Tagline = "La seconde" }, edition.Times);

        Assert.Equal(EditionOutcome.Stale, second);
        Assert.Equal("La première", (await ReadAsync(edition)).Tagline);
    }

    [Fact]
    public async Task Sessions_move_with_their_day_as_clocks_show_it()
    {
        var edition = await EditionAsync(times: An.Times(new(2027, 3, 26, 9, 0, 0)));
        await app.PublishAsync(edition.Id, office => office.WriteSessionAsync(
            edition.Id, null, new(SessionKind.Plenary, "Ouverture", null, new(2027, 3, 26, 9, 30, 0), 45, null, null), null, null, Ct));

        await ReviseAsync(await ReadAsync(edition), edition.Facts, An.Times(new(2027, 3, 29, 9, 0, 0)));

        var session = await app.ReadAsync(db => db.Sessions.SingleAsync(s => s.EditionId == edition.Id));
        Assert.Equal(new DateTime(2027, 3, 29, 9, 30, 0), session.LocalStart);
        Assert.Equal(new DateTime(2027, 3, 29, 7, 30, 0, DateTimeKind.Utc), session.StartsAt);
    }

    [Fact]
    public async Task A_postponed_day_keeps_its_seats_and_tells_its_new_date()
    {
        var edition = await EditionAsync();
        await RegisterAsync(edition, "ada");

        await app.DoAsync<EditionChanges>(c => c.PostponeAsync(edition.Id, "Travaux", null, Ct));
        var postponed = await ReadAsync(edition);
        await ReviseAsync(postponed, postponed.Facts, An.Times(new(2027, 5, 20, 9, 0, 0)));

        var back = await ReadAsync(edition);
        Assert.Equal((EditionState.Announced, 2, 1), (back.State, back.Sequence, back.SeatsTaken));
        Assert.Equal(1, await PromisesAsync(edition, RegistrationMailKinds.EditionPostponed));
        Assert.Equal(1, await PromisesAsync(edition, RegistrationMailKinds.EditionMoved));
    }

    [Fact]
    public async Task A_day_that_lies_ahead_again_serves_its_queue_before_any_newcomer()
    {
        var edition = await EditionAsync(capacity: 1);
        await RegisterAsync(edition, "ada", "bob");
        await ReviseAsync(edition, edition.Facts, An.Times(new(2026, 3, 18, 9, 0, 0)));
        await CancelAsync(edition, "ada");

        var past = await ReadAsync(edition);
        await ReviseAsync(past, past.Facts, An.Times(new(2027, 6, 1, 9, 0, 0)));

        await RegisterAsync(edition, "cleo");
        var states = await app.ReadAsync(db => db.Registrations.For(edition.Id).ToDictionaryAsync(r => r.FirstName, r => r.State));
        Assert.Equal((RegistrationState.Offered, RegistrationState.Waiting), (states["bob"], states["cleo"]));
    }

    [Fact]
    public async Task A_cancelled_day_is_over_for_good()
    {
        var edition = await EditionAsync();
        await RegisterAsync(edition, "ada");

        await app.DoAsync<EditionChanges>(c => c.CancelAsync(edition.Id, "Tempête", null, Ct));

        var cancelled = await ReadAsync(edition);
        Assert.Equal(EditionOutcome.Refused, await ReviseAsync(cancelled, cancelled.Facts, cancelled.Times));
        Assert.Equal(EditionOutcome.Refused, await app.AskAsync<EditionChanges, EditionOutcome>(c => c.CancelAsync(edition.Id, "Encore", null, Ct)));
        Assert.Equal(1, await PromisesAsync(edition, RegistrationMailKinds.EditionCancelled));
    }

    [Fact]
    public async Task Somebody_whose_registration_is_under_way_while_the_day_is_cancelled_hears_of_it()
    {
        var edition = await EditionAsync();
        var link = app.Services.GetRequiredService<RegistrationLinks>().New();
        Task? cancelling = null;
        await app.DoAsync<HubDbContext>(db => db.WriteAsync(
            async ct =>
            {
                await db.Editions.Where(e => e.Id == edition.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.SeatsTaken, x => x.SeatsTaken + 1), ct);
                cancelling ??= Task.Run(() => app.DoAsync<EditionChanges>(c => c.CancelAsync(edition.Id, "Tempête", null, Ct)), ct);
                await StandsInLineAsync();
                Registration late = new(edition.Id, An.Attendee("late"), "fr", An.Now);
                late.Attach(link);
                late.Confirm();
                db.Add(late);
            },
            Ct));
        await cancelling!;

        Assert.Equal(EditionState.Cancelled, (await ReadAsync(edition)).State);
        Assert.Equal(1, await PromisesAsync(edition, RegistrationMailKinds.EditionCancelled));
    }

    [Fact]
    public async Task Every_command_leaves_one_line_that_says_who()
    {
        var organisation = An.Organisation();
        await app.SaveAsync(organisation);
        var by = Guid.NewGuid();
        var edition = await app.AskAsync<EditionOffice, Edition>(o => o.DraftAsync(organisation.Id, An.Facts(), An.Times(), new(null, null), 10, by, Ct));
        await app.DoAsync<EditionOffice>(o => o.AnnounceAsync(edition.Id, by, Ct));
        await app.DoAsync<EditionOffice>(o => o.CloseRegistrationAsync(edition.Id, by, Ct));
        await app.DoAsync<EditionOffice>(o => o.OpenRegistrationAsync(edition.Id, by, Ct));
        await app.DoAsync<EditionChanges>(c => c.PostponeAsync(edition.Id, "Travaux", by, Ct));
        await app.DoAsync<EditionChanges>(c => c.CancelAsync(edition.Id, "Tempête", by, Ct));

        var lines = await app.ReadAsync(db => db.Audit.Where(a => a.SubjectId == edition.Id).OrderBy(a => a.Id).ToListAsync());

        Assert.Equal(["Draft", "Announce", "CloseRegistration", "OpenRegistration", "Postpone", "Cancel"], lines.Select(l => l.Command));
        Assert.All(lines, line => Assert.Equal(by, line.AccountId));
    }

    /// <summary>SQLite lets one writer in at a time, at the door; PostgreSQL says who waits for a row.</summary>
    private async Task StandsInLineAsync()
    {
        const string Waiting = "SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        for (var n = 0; app is PostgreSqlHub && n < 200 && await app.ReadAsync(db => db.Database.SqlQueryRaw<int>(Waiting).SingleAsync(Ct)) == 0; n++)
        {
            await Task.Delay(50, Ct);
        }
    }

    private async Task<Edition> EditionAsync(int capacity = 20, EditionTimes? times = null)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity, times: times);
        await app.SaveAsync(organisation, edition);
        return edition;
    }

    private async Task RegisterAsync(Edition edition, params string[] names)
    {
        foreach (var name in names)
        {
            await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee(name), "fr", Ct));
        }
    }

    private async Task CancelAsync(Edition edition, string name)
    {
        var id = await app.ReadAsync(db => db.Registrations.For(edition.Id).Where(r => r.FirstName == name).Select(r => r.Id).SingleAsync());
        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(id, null, Ct));
    }

    private Task<EditionOutcome> ReviseAsync(Edition read, EditionFacts facts, EditionTimes times) =>
        app.AskAsync<EditionChanges, EditionOutcome>(c => c.ReviseAsync(read.Id, read.Version, facts, times, new(null, null), null, Ct));

    private Task<Edition> ReadAsync(Edition edition) => app.ReadAsync(db => db.Editions.AsNoTracking().SingleAsync(e => e.Id == edition.Id));

    private Task<int> PromisesAsync(Edition edition, string kind)
    {
        return app.ReadAsync(db =>
        {
            var registrations = db.Registrations.For(edition.Id);
            return db.Outbox.CountAsync(m => m.Kind == kind && registrations.Any(r => r.Id == m.SubjectId));
        });
    }

    public sealed class OnSqlite(SqliteHub app) : EditionChangesTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : EditionChangesTests(app), IClassFixture<PostgreSqlHub>;
}
