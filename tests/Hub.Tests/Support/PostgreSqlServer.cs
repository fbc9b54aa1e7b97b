using System.Diagnostics;
using Hub.Tests.Support;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace Hub.Tests.Support;

/// <summary>One throw-away PostgreSQL for the whole run; each fixture takes a database of its own in it.</summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"hub-postgres-{Guid.NewGuid():N}");
    private readonly int port = Ports.Free();

    public string NewDatabase() =>
        $"Host=127.0.0.1;Port={port};Username=hub;Database=hub_{Guid.NewGuid():N};Maximum Pool Size=20;Include Error Detail=true";

    public async ValueTask InitializeAsync() => await ScriptAsync("start");

    public async ValueTask DisposeAsync() => await ScriptAsync("stop");

    private async Task ScriptAsync(string action)
    {
        using var script = Process.Start(Repository.File("tests/postgres.sh"), [action, folder, $"{port}"]);
        await script.WaitForExitAsync();
        Assert.True(script.ExitCode == 0, $"tests/postgres.sh {action} failed; tests/run.sh installs PostgreSQL.");
    }
}
