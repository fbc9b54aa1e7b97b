using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Core.Notifications;

/// <summary>
/// Sends what is due, oldest first. A mail is claimed by a guarded update before it is written, so that two processes
/// never send it twice; a claim that its owner did not live to keep ends by itself.
/// </summary>
public sealed partial class OutboxSender(
    HubDbContext db, MailWriter writer, IMailTransport transport, TransportPause pause, TimeProvider clock, ILogger<OutboxSender> logger)
{
    private const int BatchSize = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>For writing down how it went.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>How many mails it took, sent or not.</returns>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        var now = Now;
        if (pause.IsOn(now))
        {
            return 0;
        }

        var due = await db.Outbox.Where(Due(now)).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Select(m => m.Id).Take(BatchSize).ToListAsync(ct);
        var taken = 0;
        foreach (var id in due.TakeWhile(_ => !pause.IsOn(Now)))
        {
            taken += await TrySendAsync(id, ct) ? 1 : 0;
        }

        return taken;
    }

    private async Task<bool> TrySendAsync(Guid id, CancellationToken ct)
    {
        var now = Now;
        var claimed = await db.WriteAsync(
            ct => db.Outbox.Where(Due(now)).Where(m => m.Id == id).ExecuteUpdateAsync(
                m => m.SetProperty(x => x.LeasedUntil, now + Lease).SetProperty(x => x.Attempts, x => x.Attempts + 1), ct),
            ct);
        if (claimed == 0)
        {
            return false;
        }

        var message = await db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id, ct);
        var settle = await SendAsync(message, now + Lease, ct);

        // What the mail system has taken is written down even when the process is asked to stop meanwhile.
        await db.WriteAsync(
            async ct =>
            {
                if (await db.Outbox.SingleAsync(m => m.Id == id, ct) is { State: not OutboxState.Sent } row)
                {
                    settle(row);
                }
            },
            CancellationToken.None);
        ct.ThrowIfCancellationRequested();
        return true;
    }

    /// <returns>What became of the mail.</returns>
    private async Task<Action<OutboxMessage>> SendAsync(OutboxMessage message, DateTime leaseEnd, CancellationToken ct)
    {
        try
        {
            if (await writer.WriteAsync(message, ct) is not { } envelope)
            {
                return m => m.MarkDropped();
            }

            if (Now + transport.Patience + Margin > leaseEnd)
            {
                // Another process could take it up before this one has an answer.
                throw new TimeoutException("The mail took too long to write.");
            }

            await transport.DeliverAsync(envelope, ct);
            pause.End();
            return m => m.MarkSent(Now);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return m => m.GiveBack(null);
        }
        catch (TransportDownException down)
        {
            Announce(down, pause.Begin(down, Now));
            return m => m.GiveBack(down.Message);
        }
        catch (MailRefusedException refusal)
        {
            LogRefusal(refusal, message.Key);
            return m => m.MarkRefused(refusal.Message, refusal.ByAddressee, Now);
        }
        catch (Exception exception)
        {
            LogFailure(exception, message.Key, message.Attempts);
            return m => m.MarkFailed(exception.Message, Now);
        }
    }

    private void Announce(TransportDownException down, TransportTrouble trouble)
    {
        if (down.NeedsOperator)
        {
            LogHalt(down.Message, trouble.Until);
        }
        else
        {
            LogPause(down.Message, trouble.Until);
        }
    }

    private static System.Linq.Expressions.Expression<Func<OutboxMessage, bool>> Due(DateTime now) =>
        m => m.State == OutboxState.Pending && m.DueAt <= now && (m.LeasedUntil == null || m.LeasedUntil <= now);

    [LoggerMessage(LogLevel.Warning, "Mail {Key} failed at attempt {Attempt}")]
    private partial void LogFailure(Exception exception, string key, int attempt);

    [LoggerMessage(LogLevel.Error, "Mail {Key} was refused for good; it waits for a person at /administration/courriels")]
    private partial void LogRefusal(Exception exception, string key);

    [LoggerMessage(LogLevel.Error, "No mail can be sent ({Why}): all mails wait, and the next attempt is at {Until:u}")]
    private partial void LogPause(string why, DateTime until);

    [LoggerMessage(LogLevel.Critical, "No mail can be sent, and waiting will not help ({Why}): put the settings Mail:* or the mail server right and restart the hub; all mails wait, and the next attempt is at {Until:u}")]
    private partial void LogHalt(string why, DateTime until);
}
