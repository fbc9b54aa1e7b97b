using System.Globalization;
using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Core.Notifications;

/// <summary>Writes a promised mail, from what is true now.</summary>
public sealed class MailWriter(
    HubDbContext db, IEnumerable<IMailComposer> composers, IMailRenderer renderer, IOptions<MailOptions> options, TimeProvider clock)
{
    /// <returns>Null when what was promised is no longer true.</returns>
    public async Task<Envelope?> WriteAsync(OutboxMessage message, CancellationToken ct)
    {
        var composer = composers.FirstOrDefault(c => c.Composes(message.Kind))
            ?? throw new InvalidOperationException($"Nobody composes mails of kind {message.Kind}.");
        if (await composer.ComposeAsync(message, ct) is not { } draft)
        {
            return null;
        }

        var text = await renderer.RenderAsync(draft.Model, CultureInfo.GetCultureInfo(draft.Language));
        var content = MimeWriter.Write(message, draft, text, options.Value, clock.GetUtcNow().UtcDateTime, await FirstAsync(message, ct));
        return new(message.Id, MimeText.Address(options.Value.From), MimeText.Address(draft.To), content);
    }

    /// <summary>The mail that began the conversation about this subject.</summary>
    private async Task<Guid?> FirstAsync(OutboxMessage message, CancellationToken ct) =>
        await db.Outbox.AsNoTracking()
            .Where(m => m.SubjectId == message.SubjectId && m.State == OutboxState.Sent && m.Id != message.Id)
            .OrderBy(m => m.SentAt).ThenBy(m => m.Id)
            .Select(m => (Guid?)m.Id)
            .FirstOrDefaultAsync(ct);
}
