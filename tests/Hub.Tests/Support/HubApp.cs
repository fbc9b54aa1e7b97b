using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Tests.Support;

/// <summary>
/// The whole hub as in production, on a fresh database and a clock that stands still. Mails leave when a test says so.
/// </summary>
public abstract class HubApp(string provider, Func<string, string> connection) : WebApplicationFactory<Program>
{
    private bool started;

    public StillClock Clock { get; } = new();

    /// <summary>What a test adds to the hub to prove a point about it.</summary>
    public Action<IServiceCollection>? Additions { get; init; }

    /// <summary>Its data folder; gone with the app.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("hub-test-").FullName;

    /// <summary>What another process needs to work on the same database and folder.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Database__Provider"] = provider,
        ["ConnectionStrings__Hub"] = Connection,
        ["Hub__DataFolder"] = Folder,
    };

    /// <summary>False for a test that plants what cannot be; otherwise every invariant is asked when the app goes.</summary>
    public bool IsSound { get; set; } = true;

    public string MailFolder => Path.Combine(Folder, "mails");

    private string Connection => field ??= connection(Folder);

    /// <summary>A browser without redirects, on https as a proxy would have it.</summary>
    public HttpClient Visitor() => CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") });

    /// <summary>Serves on the loopback, for what needs real sockets.</summary>
    /// <param name="port">0: a free one.</param>
    public Uri Listen(int port = 0)
    {
        UseKestrel(port);
        StartServer();
        var address = Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        return new UriBuilder(address) { Host = "localhost" }.Uri;
    }

    /// <summary>Stores what a test needs and nothing else.</summary>
    public Task SaveAsync(params object[] entities) => DoAsync<HubDbContext>(db =>
    {
        db.AddRange(entities);
        return db.SaveChangesAsync();
    });

    public async Task<T> ReadAsync<T>(Func<HubDbContext, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<HubDbContext>());
    }

    /// <summary>Runs one operation in a scope of its own, as a request would.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> operation) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await operation(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <inheritdoc cref="AskAsync"/>
    public Task DoAsync<TService>(Func<TService, Task> operation) where TService : notnull =>
        AskAsync<TService, bool>(async service =>
        {
            await operation(service);
            return true;
        });

    /// <summary>Sends what is due.</summary>
    /// <returns>The raw mails delivered so far.</returns>
    public async Task<IReadOnlyList<string>> SendMailsAsync()
    {
        while (await AskAsync<OutboxSender, int>(sender => sender.SendDueAsync(TestContext.Current.CancellationToken)) > 0)
        {
        }

        return Directory.Exists(MailFolder)
            ? [.. Directory.EnumerateFiles(MailFolder, "*.eml").Order().Select(File.ReadAllText)]
            : [];
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");

        // A build that is not published keeps its compressed files elsewhere, and browsers ask for those.
        builder.UseStaticWebAssets();
        builder.UseSetting("Database:Provider", provider);
        builder.UseSetting("Database:MigrateAtStart", "true");
        builder.UseSetting("ConnectionStrings:Hub", Connection);
        builder.UseSetting("Hub:PublicOrigin", "https://hub.example");
        builder.UseSetting("Hub:DataFolder", Folder);
        builder.UseSetting("Mail:Send", "false");
        builder.UseSetting("Accounts:RequireSecondFactor", "false");
        builder.UseSetting("AllowedHosts", "*");
        builder.ConfigureLogging(log => log.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            Additions?.Invoke(services);
        });
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        started = true; // a start that failed leaves nothing to ask
        return host;
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            Assert.Empty(started && IsSound ? await BreachesAsync() : []);
        }
        finally
        {
            await base.DisposeAsync();
            SqliteConnection.ClearAllPools();
            if (Directory.Exists(Folder))
            {
                Directory.Delete(Folder, recursive: true);
            }

            GC.SuppressFinalize(this);
        }
    }

    private Task<IReadOnlyList<string>> BreachesAsync() => AskAsync<IEnumerable<IInvariant>, IReadOnlyList<string>>(async invariants =>
    {
        List<string> breaches = [];
        foreach (var invariant in invariants)
        {
            breaches.AddRange(await invariant.FindBreachesAsync(10, CancellationToken.None));
        }

        return breaches;
    });
}

/// <summary>On a SQLite file with a write-ahead log, as in production.</summary>
public sealed class SqliteHub() : HubApp("Sqlite", folder => $"Data Source={folder}/hub.db");

public sealed class PostgreSqlHub(PostgreSqlServer server) : HubApp("PostgreSql", _ => server.NewDatabase());
