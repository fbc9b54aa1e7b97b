using System.Net;
using System.Text.RegularExpressions;
using Hub.Core.Accounts;
using Hub.Core.Calendars;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Benchmarks;

/// <summary>The whole hub on a fresh SQLite database, served on the loopback. Mails stay in the outbox.</summary>
internal sealed partial class BenchmarkHub : WebApplicationFactory<Web.Demo.DemoHub>
{
    public const string Organiser = "mesure@exemple.example";
    private const string Zone = "Europe/Paris";
    public const string Password = "une phrase assez longue";

    private readonly string folder = Directory.CreateTempSubdirectory("hub-benchmark-").FullName;

    public Organisation Organisation { get; } = new("Réseau d’exemple");

    public Uri Origin { get; private set; } = null!;

    public async Task StartAsync()
    {
        UseKestrel(0);
        StartServer();
        Origin = new UriBuilder(Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()) { Host = "localhost" }.Uri;
        Account account = new() { UserName = Organiser, Email = Organiser };
        await AskAsync<UserManager<Account>, IdentityResult>(accounts => accounts.CreateAsync(account, Password));
        await AskAsync<Core.Data.HubDbContext, int>(db =>
        {
            db.AddRange(Organisation, new OrganiserGrant(Organisation.Id, account.Id, DateTime.UtcNow) { AcceptedAt = DateTime.UtcNow });
            return db.SaveChangesAsync();
        });
    }

    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> operation) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await operation(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>A public day in eight rooms, its programme published, each session a quarter of an hour long.</summary>
    public async Task<Edition> DayAsync(int sessions, int capacity)
    {
        var start = DateTime.SpecifyKind(DateTime.UtcNow.Date.AddDays(60).AddHours(8), DateTimeKind.Unspecified);
        EditionFacts facts = new(
            $"Journée de {sessions} sessions", "Mesures", Theme.Data, "53", "Agglomération d’exemple", EditionFormat.OnSite, "Palais des congrès", "1 place du Port, Vannes", null, null, "Une journée.", "contact@exemple.example");
        EditionTimes times = new(Zone, start, start.AddDays(4), WallClock.Resolve(start, Zone).Earliest, WallClock.Resolve(start.AddDays(4), Zone).Latest);
        var edition = await AskAsync<EditionOffice, Edition>(office => office.DraftAsync(Organisation.Id, facts, times, new(null, null), capacity, null));
        PlannedRoom[] rooms = [.. Enumerable.Range(1, 8).Select(n => new PlannedRoom(Guid.CreateVersion7(), $"Salle {n}", 60))];
        ProgrammePlan plan = new(rooms, [.. Enumerable.Range(0, sessions).Select(n => PlannedSession.New(new(
            SessionKind.Workshop, $"Session {n} : ce que les communes en disent", rooms[n % 8].Id, start.AddDays(n / 320).AddMinutes(n % 320 / 8 * 15), 15,
            $"Personne {n % 90}, directrice\nPersonne {(n + 31) % 90}, maire", "Un retour d’expérience, puis des questions.") { Places = 60 }))]);
        await AskAsync<ProgrammeOffice, ProgrammeResult>(office => office.PutAsync(edition.Id, plan, "mesure", null));
        await AskAsync<ProgrammePublisher, int?>(publisher => publisher.PublishAsync(edition.Id, null, null));
        await AskAsync<EditionOffice, Edition>(async office =>
        {
            await office.AnnounceAsync(edition.Id, null);
            return edition;
        });
        return edition;
    }

    /// <summary>A browser of the organiser's.</summary>
    public async Task<HttpClient> SignInAsync()
    {
        HttpClient browser = new(new HttpClientHandler { CookieContainer = new(), AllowAutoRedirect = false }) { BaseAddress = Origin };
        using var answer = await browser.PostAsync("/connexion", new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Email"] = Organiser,
            ["Password"] = Password,
            ["__RequestVerificationToken"] = await TokenAsync(browser, "/connexion"),
        }));
        return answer.StatusCode is HttpStatusCode.Redirect ? browser : throw new InvalidOperationException("Nobody signed in.");
    }

    public static async Task<string> TokenAsync(HttpClient browser, string page) => Token().Match(await browser.GetStringAsync(page)).Groups["value"].Value;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseContentRoot(Path.Combine(Root(), "src", "Hub.Web"));
        builder.UseSetting("Database:MigrateAtStart", "true");
        builder.UseSetting("ConnectionStrings:Hub", $"Data Source={folder}/hub.db");
        builder.UseSetting("Hub:PublicOrigin", "http://localhost");
        builder.UseSetting("Hub:DataFolder", folder);
        builder.UseSetting("Mail:Send", "false");
        builder.ConfigureLogging(log => log.ClearProviders());
    }

    private static string Root()
    {
        var checkout = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(checkout.FullName, "Hub.sln")))
        {
            checkout = checkout.Parent ?? throw new InvalidOperationException("The benchmarks run in a checkout.");
        }

        return checkout.FullName;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<value>[^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
