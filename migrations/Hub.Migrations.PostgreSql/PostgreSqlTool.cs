using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Hub.Migrations.PostgreSql;

/// <summary>A client program of PostgreSQL, found where Debian keeps it or on the path.</summary>
internal static class PostgreSqlTool
{
    /// <param name="address">Connection string; its secrets travel in the environment, where other users cannot read them. Null for no server.</param>
    /// <exception cref="InvalidOperationException">The program is missing or failed; the message is its own.</exception>
    public static async Task RunAsync(string name, string? address, IEnumerable<string> arguments, CancellationToken ct)
    {
        ProcessStartInfo start = new(Find(name), arguments) { UseShellExecute = false, RedirectStandardError = true };
        foreach (var (variable, value) in address is null ? [] : Environment(new(address)))
        {
            start.Environment[variable] = value;
        }

        if (address is not null)
        {
            start.ArgumentList.Add("--no-password"); // never ask: nobody may be there to answer
            start.ArgumentList.Add($"--dbname={new NpgsqlConnectionStringBuilder(address).Database}");
        }

        using var process = Process.Start(start)!;
        try
        {
            var said = await process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"{name} failed: {said.Trim()}");
            }
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static string Find(string name)
    {
        var onPath = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        const string Debian = "/usr/lib/postgresql";
        var newest = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var version) ? version : 0)
            : Enumerable.Empty<string>();
        var program = OperatingSystem.IsWindows() ? $"{name}.exe" : name;
        return newest.Select(d => Path.Combine(d, "bin")).Concat(onPath).Select(d => Path.Combine(d, program)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"{name} is not on this machine. Install the client programs of PostgreSQL, in the server's version or a newer one.");
    }

    private static IEnumerable<(string Variable, string? Value)> Environment(NpgsqlConnectionStringBuilder address) =>
    [
        ("PGHOST", address.Host),
        ("PGPORT", address.Port.ToString(CultureInfo.InvariantCulture)),
        ("PGUSER", address.Username),
        .. address.Password is { } password ? [("PGPASSWORD", password)] : Enumerable.Empty<(string, string?)>(),
        .. address.Passfile is { } file ? [("PGPASSFILE", file)] : Enumerable.Empty<(string, string?)>(),
        .. address.RootCertificate is { } root ? [("PGSSLROOTCERT", root)] : Enumerable.Empty<(string, string?)>(),
        ("PGSSLMODE", address.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() }),
    ];
}
