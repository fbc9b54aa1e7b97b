using System.Diagnostics;

namespace Hub.Tests.Support;

/// <summary>A command of the hub in a process of its own, as an operator types it.</summary>
/// <param name="Said">Standard output, then standard error.</param>
public sealed record HubCommand(int ExitCode, string Said)
{
    public static async Task<HubCommand> RunAsync(IEnumerable<KeyValuePair<string, string>> settings, params string[] words)
    {
        var start = HubProcess.Start(words, settings);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, said + await errors);
    }
}
