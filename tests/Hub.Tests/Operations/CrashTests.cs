using System.Net;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Registrations;
using Hub.Migrations.Sqlite;
using Hub.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Operations;

/// <summary>The hub dies at the worst moment: a person has been told « enregistré », and the mail has not left.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-crash-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string[] Mails => Directory.Exists(Path.Combine(folder, "mails")) ? Directory.GetFiles(Path.Combine(folder, "mails"), "*.eml") : [];

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_was_confirmed_before_the_hub_died_is_there_after_and_mailed_once()
    {
        var edition = await PutAsync();
        await using (var hub = await HubProcess.StartAsync(folder, Token))
        {
            using var answer = await RegisterAsync(hub, edition, "ada");
            await hub.KillAsync();
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        // It may have died with the mail in its hands; others wait five minutes before they take it.
        await ReadAsync(db => db.Outbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.LeasedUntil, (DateTime?)null), Token));
        await using var again = await HubProcess.StartAsync(folder, Token);

        Assert.Equal(1, await ReadAsync(db => db.Registrations.For(edition.Id).CountAsync(r => r.State == RegistrationState.Confirmed, Token)));
        Assert.Equal(1, await ReadAsync(db => db.Editions.Where(e => e.Id == edition.Id).Select(e => e.SeatsTaken).SingleAsync(Token)));

        // Once the only promise is settled, nothing is left that could send a second mail.
        await Eventually(() => ReadAsync(db => db.Outbox.AllAsync(m => m.State == OutboxState.Sent, Token)));
        Assert.Equal(1, await ReadAsync(db => db.Outbox.CountAsync(Token)));
        Assert.Single(Mails);
    }

    [Fact]
    public async Task The_keys_survive_so_a_link_mailed_before_opens_after()
    {
        var edition = await PutAsync();
        string link;
        await using (var hub = await HubProcess.StartAsync(folder, Token))
        {
            using var answer = await RegisterAsync(hub, edition, "bob");
            await Eventually(() => Task.FromResult(Mails.Length == 1));
            link = (await Notifications.ReadMail.FromAsync(await File.ReadAllBytesAsync(Mails[0], Token))).Link();
            await hub.KillAsync();
        }

        await using var again = await HubProcess.StartAsync(folder, Token);
        using var visitor = again.Visitor();

        using var ticket = await visitor.ReadAsync(link);
        Assert.NotNull(ticket.QuerySelector(".ticket__qr svg"));
        using var lost = await visitor.PostAsync("/inscriptions/retrouver", new Dictionary<string, string> { ["Input.Email"] = "bob@mairie.example" });
        await Eventually(() => Task.FromResult(Mails.Length == 2));
        Assert.All(await ReadAsync(db => db.Outbox.ToListAsync(Token)), m => Assert.NotEqual(OutboxState.Dead, m.State));
    }

    private static async Task<HttpResponseMessage> RegisterAsync(HubProcess hub, Edition edition, string name)
    {
        using var visitor = hub.Visitor();
        return await visitor.PostAsync($"/journees/{edition.Slug}/inscription", Form.Of(An.Attendee(name)));
    }

    /// <summary>An announced day months ahead of the real clock, which the other process has.</summary>
    private async Task<Edition> PutAsync()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, times: An.Times(DateTime.UtcNow.Date.AddMonths(2).AddHours(9)));
        await using var db = Open();
        await db.Database.MigrateAsync(Token);
        db.AddRange(organisation, edition);
        await db.SaveChangesAsync(Token);
        return edition;
    }

    private async Task<T> ReadAsync<T>(Func<HubDbContext, Task<T>> query)
    {
        await using var db = Open();
        return await query(db);
    }

    private HubDbContext Open()
    {
        SqliteProvider provider = new();
        var services = new ServiceCollection().Configure<IdentityOptions>(HubIdentity.Configure).AddSingleton<IDatabaseProvider>(provider).BuildServiceProvider();
        DbContextOptionsBuilder<HubDbContext> options = new();
        options.UseApplicationServiceProvider(services);
        provider.Configure(options, $"Data Source={folder}/hub.db");
        return new(options.Options);
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        for (var n = 0; n < 150 && !await holds(); n++)
        {
            await Task.Delay(100, Token);
        }

        Assert.True(await holds());
    }
}
