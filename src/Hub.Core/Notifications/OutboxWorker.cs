using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Core.Notifications;

/// <summary>Looks into the outbox as long as the process lives; a bad moment of the database does not end it.</summary>
public sealed partial class OutboxWorker(
    IServiceScopeFactory scopes, IMailTransport transport, IOptions<MailOptions> mail, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Pause);
        while (mail.Value.Send && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await SendDueAsync(stoppingToken) > 0)
                {
                }

                await transport.RestAsync();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailure(exception);
            }
        }
    }

    private async Task<int> SendDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxSender>().SendDueAsync(ct);
    }

    [LoggerMessage(LogLevel.Error, "The outbox could not be read")]
    private partial void LogFailure(Exception exception);
}
