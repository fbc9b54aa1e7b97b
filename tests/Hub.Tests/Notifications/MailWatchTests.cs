using System.Text;
using Hub.Core.Accounts;
using Hub.Core.Data;
using Hub.Core.Notifications;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Notifications;

public abstract class MailWatchTests(HubApp app) : IAsyncDisposable
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_dead_letter_is_told_to_every_administrator_once()
    {
        await AdministratorAsync("un@exemple.example", "fr");
        await AdministratorAsync("two@exemple.example", "en");
        await app.AccountAsync("organisatrice@exemple.example");
        await PromiseAsync("unknown");
        await DieAsync("unknown");

        await AlertAsync();
        await AlertAsync();
        var mails = await Task.WhenAll((await app.SendMailsAsync()).Select(m => ReadMail.FromAsync(Encoding.ASCII.GetBytes(m))));
        app.Clock.Now += MailWatch.Rest;
        await AlertAsync();

        Assert.Equal(2, (await AlertsAsync()).Count);
        var french = Assert.Single(mails, mail => mail.Addresses.Contains("un@exemple.example"));
        var english = Assert.Single(mails, mail => mail.Addresses.Contains("two@exemple.example"));
        Assert.Contains("1 courriel n’a pas pu partir", french.Text(), StringComparison.Ordinal);
        Assert.Contains("https://hub.example/administration/courriels", french.Text(), StringComparison.Ordinal);
        Assert.Contains("https://hub.example/en/administration/courriels", english.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_death_is_told_but_not_before_six_hours_are_over()
    {
        await AdministratorAsync("un@exemple.example", "fr");
        await PromiseAsync("unknown");
        await DieAsync("unknown");
        await AlertAsync();
        await app.SendMailsAsync();
        app.Clock.Now += TimeSpan.FromHours(1);
        await PromiseAsync("unheard-of");
        await DieAsync("unheard-of");

        await AlertAsync();
        Assert.Single(await AlertsAsync());
        app.Clock.Now += TimeSpan.FromHours(5);
        await AlertAsync();
        Assert.Equal(2, (await AlertsAsync()).Count);
    }

    [Fact]
    public async Task An_alert_that_dies_raises_no_other()
    {
        await AdministratorAsync("un@exemple.example", "fr");
        await PromiseAsync("unknown");
        await DieAsync("unknown");
        await AlertAsync();
        await DieAsync(NotificationMailKinds.Trouble);
        await app.DoAsync<DeadLetterOffice>(async office =>
            Assert.True(await office.SetAsideAsync(await app.ReadAsync(db => db.Outbox.Where(m => m.Kind == "unknown").Select(m => m.Id).SingleAsync(Token)), Token)));

        for (var day = 1; day < 4; day++)
        {
            app.Clock.Now += TimeSpan.FromDays(1);
            await AlertAsync();
        }

        Assert.Single(await AlertsAsync());
    }

    [Fact]
    public async Task Mails_that_wait_are_told_while_they_wait()
    {
        await AdministratorAsync("un@exemple.example", "fr");
        await PromiseAsync("unknown");

        app.Clock.Now += TimeSpan.FromMinutes(14);
        await AlertAsync();
        Assert.Empty(await AlertsAsync());
        app.Clock.Now += TimeSpan.FromMinutes(2);
        await AlertAsync();
        Assert.Single(await AlertsAsync());
        await app.DoAsync<HubDbContext>(db => db.Outbox.Where(m => m.Kind == "unknown").ExecuteDeleteAsync(Token));
        Assert.Empty(await app.SendMailsAsync());
        Assert.Equal(OutboxState.Dropped, Assert.Single(await AlertsAsync()).State);
    }

    private async Task AdministratorAsync(string email, string language)
    {
        var account = await app.AccountAsync(email);
        await app.DoAsync<HubDbContext>(db => db.Set<Account>().Where(a => a.Id == account.Id)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.IsAdministrator, true).SetProperty(x => x.Language, language), Token));
    }

    private Task PromiseAsync(string kind) => app.DoAsync<HubDbContext>(db =>
    {
        db.Promise(kind, Guid.NewGuid(), 1, app.Clock.Now);
        return db.SaveChangesAsync(Token);
    });

    private Task DieAsync(string kind) => app.DoAsync<HubDbContext>(async db =>
    {
        (await db.Outbox.SingleAsync(m => m.Kind == kind, Token)).MarkRefused("550 nobody", byAddressee: false, app.Clock.Now);
        await db.SaveChangesAsync(Token);
    });

    private Task AlertAsync() => app.DoAsync<MailWatch>(watch => watch.AlertAsync(Token));

    private Task<List<OutboxMessage>> AlertsAsync() =>
        app.ReadAsync(db => db.Outbox.AsNoTracking().Where(m => m.Kind == NotificationMailKinds.Trouble).ToListAsync(Token));
}

public sealed class MailWatchOnSqliteTests() : MailWatchTests(new SqliteHub { IsSound = false });

public sealed class MailWatchOnPostgreSqlTests(PostgreSqlServer server) : MailWatchTests(new PostgreSqlHub(server) { IsSound = false });
