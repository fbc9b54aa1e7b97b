using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Core.Notifications;

/// <summary>Looks once a minute, beside the sender: what stops one does not stop the other.</summary>
public sealed partial class MailWatchWorker(IServiceScopeFactory scopes, IOptions<MailOptions> mail, TimeProvider clock, ILogger<MailWatchWorker> logger) : BackgroundService
{
    private DateTime loggedAt = DateTime.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMinutes(1), clock);
        while (mail.Value.Send && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                Log(await scope.ServiceProvider.GetRequiredService<MailWatch>().AlertAsync(stoppingToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailure(exception);
            }
        }
    }

    private void Log(MailFigures? trouble)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (trouble is not null && now - loggedAt >= MailWatch.Rest)
        {
            loggedAt = now;
            LogTrouble(trouble.Dead, trouble.Due, trouble.OldestDue);
        }
    }

    [LoggerMessage(LogLevel.Error, "Mails need a person: {Dead} given up, {Due} due, the oldest since {OldestDue:u}. See /administration/courriels")]
    private partial void LogTrouble(int dead, int due, DateTime? oldestDue);

    [LoggerMessage(LogLevel.Error, "The outbox could not be watched")]
    private partial void LogFailure(Exception exception);
}
