using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Core.Recurring;

/// <summary>Runs one task as long as the process lives; a run that fails ends neither itself nor its neighbours.</summary>
public sealed partial class RecurringWorker<TTask>(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RecurringWorker<TTask>> logger) : BackgroundService
    where TTask : IRecurringTask
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TTask.Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<TTask>().RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFailure(exception, typeof(TTask).Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Task} failed and will run again")]
    private partial void LogFailure(Exception exception, string task);
}
