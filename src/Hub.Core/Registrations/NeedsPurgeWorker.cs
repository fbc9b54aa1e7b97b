using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Core.Registrations;

/// <summary>Runs the purge a minute after the start and every hour; several processes doing so harm nobody.</summary>
public sealed partial class NeedsPurgeWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NeedsPurgeWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            timer.Period = TimeSpan.FromHours(1);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<NeedsPurge>().RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailure(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Answers about needs could not be purged")]
    private partial void LogFailure(Exception exception);
}
