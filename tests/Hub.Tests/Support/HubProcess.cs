using System.Diagnostics;
using System.Net;

namespace Hub.Tests.Support;

/// <summary>The hub in a process of its own, as in production, which a test may kill at any moment.</summary>
public sealed class HubProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listening = new();
    private Uri? address;

    private HubProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Split("Now listening on: ") is [_, var said])
            {
                listening.TrySetResult(new(said.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)));
            }
        };
    }

    public Uri Address => address ?? throw new InvalidOperationException("The hub is not up.");

    /// <param name="folder">Its data folder, which outlives it.</param>
    /// <param name="settings">Win over those for SQLite in that folder.</param>
    public static async Task<HubProcess> StartAsync(string folder, CancellationToken ct, IEnumerable<KeyValuePair<string, string>>? settings = null)
    {
        var start = Start(
            [],
            [
                new("ASPNETCORE_URLS", "http://127.0.0.1:0"), new("Urls", "http://127.0.0.1:0"),
                new("Database__MigrateAtStart", "true"), new("Hub__DataFolder", folder), .. settings ?? [],
            ]);
        HubProcess hub = new(Process.Start(start)!);
        hub.process.BeginOutputReadLine();
        hub.process.BeginErrorReadLine();
        await hub.WaitAsync(ct);
        return hub;
    }

    /// <summary>The program with these words behind its name, and settings as environment variables.</summary>
    public static ProcessStartInfo Start(IEnumerable<string> words, IEnumerable<KeyValuePair<string, string>> settings)
    {
        ProcessStartInfo start = new("dotnet", [Built(), .. words])
        {
            WorkingDirectory = Repository.File("src/Hub.Web"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production", ["AllowedHosts"] = "*", ["Hub__PublicOrigin"] = "https://hub.example",
                ["Hub__TrustedProxies__0"] = "127.0.0.1", ["Logging__LogLevel__Default"] = "Warning",
                ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
            },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>A browser behind a proxy that speaks https.</summary>
    public HttpClient Visitor() => new(new ProxyInFront()) { BaseAddress = address };

    /// <summary>SIGKILL: nothing is closed, nothing is finished.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private async Task WaitAsync(CancellationToken ct)
    {
        address = await listening.Task.WaitAsync(Patience, ct);
        using var visitor = Visitor();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && !process.HasExited; await Task.Delay(100, ct))
        {
            try
            {
                using var answer = await visitor.GetAsync("/readyz", ct);
                if (answer.StatusCode is HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        throw new InvalidOperationException(process.HasExited ? $"The hub ended with {process.ExitCode}." : "The hub did not become ready.");
    }

    /// <summary>Built with the tests, in the same configuration.</summary>
    private static string Built()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return Repository.File(Path.Combine("src/Hub.Web/bin", output.Parent!.Name, output.Name, "Hub.Web.dll"));
    }
}
