using Hub.Core.Data;

namespace Hub.Web.Operations;

/// <summary>Whether the clocks that stamp files and rows agree with ours; offers and links end by them.</summary>
public sealed class ClockCheck(HubDbContext db, IDatabaseProvider provider, TimeProvider clock)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    public async Task<Finding> ExamineAsync(string dataFolder, CancellationToken ct)
    {
        try
        {
            var files = await ReadFileClockAsync(dataFolder, ct) - clock.GetUtcNow().UtcDateTime;
            var server = await provider.ReadClockAsync(db, ct) - clock.GetUtcNow().UtcDateTime;
            return files.Duration() > Tolerance || server?.Duration() > Tolerance
                ? new(Severity.Error, "clock", $"files are stamped {files.TotalSeconds:0} s off our time{(server is { } off ? $", the database's clock is {off.TotalSeconds:0} s off" : "")}", "keep the machines on time (NTP), and restart the hub")
                : new(Severity.Ok, "clock", $"{clock.GetUtcNow():u}, which files{(server is null ? "" : " and database")} confirm");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(Severity.Error, "clock", $"no file can be written: {exception.Message}", $"give the hub's user {dataFolder}, and room in it");
        }
    }

    private static async Task<DateTime> ReadFileClockAsync(string folder, CancellationToken ct)
    {
        var probe = Path.Combine(folder, $"doctor-{Guid.NewGuid():N}.tmp");
        try
        {
            await File.WriteAllTextAsync(probe, "now", ct);
            return File.GetLastWriteTimeUtc(probe);
        }
        finally
        {
            File.Delete(probe);
        }
    }
}
