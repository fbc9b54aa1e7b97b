using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Hub.Tests.Calendars;

/// <summary>What somebody else's library made of one entry.</summary>
internal sealed record EntryRead(string Uid, DateTime StartsAt, DateTime EndsAt, string Summary, string Status, int Sequence);

/// <summary>Runs a library of another make over a stream. One that is not there is a failure.</summary>
internal static class ForeignReader
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "Hub.Tests", "Calendars");

    private static readonly Lazy<Task<string>> Compiled = new(CompileAsync);

    public static async Task<List<EntryRead>> ReadAsync(string library, byte[] stream, CancellationToken cancellation)
    {
        var output = library switch
        {
            "ical.js" => await RunAsync("node", [Path.Combine(Folder, "read-with-ical.mjs")], stream, "Node.js and `npm ci` at the root", cancellation),
            "icalendar" => await RunAsync("/usr/bin/python3", [Path.Combine(Folder, "read-with-icalendar.py")], stream, "Debian package python3-icalendar", cancellation),
            "libical" => await RunAsync(await Compiled.Value, [], stream, "Debian package libical-dev", cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(library), library, "Unknown library."),
        };

        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    private static EntryRead Parse(string line) => line.Split('\t') is [var uid, var start, var end, var summary, var status, var sequence]
        ? new(uid, Instant(start), Instant(end), summary, status, int.Parse(sequence, CultureInfo.InvariantCulture))
        : throw new FormatException($"Six fields expected: {line}");

    private static DateTime Instant(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static async Task<string> CompileAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "read-with-libical");
        await RunAsync(
            "cc",
            ["-Wall", "-Wextra", "-Werror", "-o", program, Path.Combine(Folder, "read-with-libical.c"), "-lical"],
            [],
            "a C compiler and the Debian package libical-dev",
            CancellationToken.None);
        return program;
    }

    private static async Task<string> RunAsync(string program, string[] arguments, byte[] input, string needs, CancellationToken cancellation)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };

        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await WriteAsync(process.StandardInput.BaseStream, input, cancellation);
            await process.WaitForExitAsync(cancellation);
            Assert.True(process.ExitCode == 0, $"{program} failed (it needs {needs}):\n{await error}{await output}");
            return await output;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"{program} cannot run: this test needs {needs}.", exception);
        }
    }

    /// <summary>A program that stopped early tells why on its error stream, which is worth more than "broken pipe".</summary>
    private static async Task WriteAsync(Stream stream, byte[] input, CancellationToken cancellation)
    {
        try
        {
            await stream.WriteAsync(input, cancellation);
            await stream.DisposeAsync();
        }
        catch (IOException)
        {
            return;
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Hub.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Hub.sln is not above the tests.");
        }

        return folder;
    }
}
