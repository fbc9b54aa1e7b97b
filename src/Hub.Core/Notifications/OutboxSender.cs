using System.Globalization;
using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Core.Notifications;

/// <summary>
/// Sends what is due, oldest first. A mail is claimed by a guarded update before it is written, so that two processes
/// never send it twice; a claim that its owner did not live to keep ends by itself.
/// </summary>
public sealed partial class OutboxSender(
    HubDbContext db, IEnumerable<IMailComposer> composers, IMailRenderer renderer, MailFolder folder, TimeProvider clock, ILogger<OutboxSender> logger)
{
    private const int BatchSize = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <returns>How many mails it took, sent or not.</returns>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Outbox.Where(Due(now)).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Select(m => m.Id).Take(BatchSize).ToListAsync(ct);
        var taken = 0;
        foreach (var id in due)
        {
            taken += await TrySendAsync(id, ct) ? 1 : 0;
        }

        return taken;
    }

    private async Task<bool> TrySendAsync(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var claimed = await db.WriteAsync(
            ct => db.Outbox.Where(Due(now)).Where(m => m.Id == id).ExecuteUpdateAsync(
                m => m.SetProperty(x => x.LeasedUntil, now + Lease).SetProperty(x => x.Attempts, x => x.Attempts + 1), ct),
            ct);
        if (claimed == 0)
        {
            return false;
        }

        var message = await db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id, ct);
        Action<OutboxMessage> settle;
        try
        {
            settle = await SendAsync(message, ct) ? m => m.MarkSent(clock.GetUtcNow().UtcDateTime) : m => m.MarkDropped();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailure(exception, message.Key, message.Attempts);
            settle = m => m.MarkFailed(exception.Message, clock.GetUtcNow().UtcDateTime);
        }

        // What the mail system has taken is written down even when the process is asked to stop meanwhile.
        await db.WriteAsync(async ct => settle(await db.Outbox.SingleAsync(m => m.Id == id, ct)), CancellationToken.None);
        return true;
    }

    private async Task<bool> SendAsync(OutboxMessage message, CancellationToken ct)
    {
        var composer = composers.FirstOrDefault(c => c.Composes(message.Kind))
            ?? throw new InvalidOperationException($"Nobody composes mails of kind {message.Kind}.");
        if (await composer.ComposeAsync(message, ct) is not { } draft)
        {
            return false;
        }

        var text = await renderer.RenderAsync(draft.Model, CultureInfo.GetCultureInfo(draft.Language));
        await folder.DeliverAsync(message, draft, text, ct);
        return true;
    }

    private static System.Linq.Expressions.Expression<Func<OutboxMessage, bool>> Due(DateTime now) =>
        m => m.State == OutboxState.Pending && m.DueAt <= now && (m.LeasedUntil == null || m.LeasedUntil <= now);

    [LoggerMessage(LogLevel.Warning, "Mail {Key} failed at attempt {Attempt}")]
    private partial void LogFailure(Exception exception, string key, int attempt);
}
