using System.Data.Common;
using Hub.Core.Privacy;
using Microsoft.Extensions.Options;

namespace Hub.Web.Operations;

/// <summary>What an operator types instead of serving. Each answers with the exit code: 0 done, 1 not done; the reason is on standard error.</summary>
public static class OperatorCommands
{
    public static Task<int> BackupAsync(IServiceProvider services, Func<string> dataFolder, string file) => RunAsync(services, async scope =>
    {
        var manifest = await ActivatorUtilities.CreateInstance<BackupWriter>(scope).WriteAsync(dataFolder(), file);
        Console.WriteLine($"{file}: {manifest.Rows.Values.Sum()} rows of {manifest.Provider} and {manifest.Parts.Count - 1} file(s), at {manifest.CreatedAt:u}.");
        Console.WriteLine("Keep it as a secret: it holds people's names and addresses, and the keys that open personal links.");
    });

    public static Task<int> RestoreAsync(IServiceProvider services, Func<string> dataFolder, string file) => RunAsync(services, async scope =>
    {
        var (manifest, mails) = await ActivatorUtilities.CreateInstance<BackupRestorer>(scope).RestoreAsync(dataFolder(), file);
        Console.WriteLine($"Restored {manifest.Rows.Values.Sum()} rows and {manifest.Parts.Count - 1} file(s), as of {manifest.CreatedAt:u}. Check with: doctor");
        Console.WriteLine(mails == 0
            ? "No mail is waiting to be sent."
            : $"{mails} mails wait to be sent, and leave when the hub starts. For a rehearsal, start it with Mail:Send=false.");
    });

    /// <returns>1 when something is wrong; warnings alone are 0.</returns>
    public static async Task<int> ExamineAsync(IServiceProvider services, string dataFolder)
    {
        var worst = Severity.Ok;
        await using var scope = services.CreateAsyncScope();
        await foreach (var finding in Doctor.ExamineAsync(scope.ServiceProvider, dataFolder))
        {
            Console.WriteLine(finding);
            worst = finding.Severity > worst ? finding.Severity : worst;
        }

        return worst is Severity.Error ? 1 : 0;
    }

    /// <summary>Lets go what is too old, as the hub does every hour; or says what that would be, and changes nothing.</summary>
    public static Task<int> PurgeAsync(IServiceProvider services, bool isDry) => RunAsync(services, async scope =>
    {
        var purge = scope.GetRequiredService<Purge>();
        foreach (var line in isDry ? await purge.ReportAsync() : await purge.RunAsync())
        {
            Console.WriteLine($"{line.Rule,-14}{line.Rows,8} {(isDry ? "too old" : "gone")}");
        }
    });

    private static async Task<int> RunAsync(IServiceProvider services, Func<IServiceProvider, Task> command)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            await command(scope.ServiceProvider);
            return 0;
        }
        catch (Exception exception) when (exception is RefusedException or IOException or UnauthorizedAccessException or InvalidDataException
            or InvalidOperationException or DbException or OptionsValidationException or AggregateException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
