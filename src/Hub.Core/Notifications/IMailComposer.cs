namespace Hub.Core.Notifications;

/// <summary>Writes the mails of one capability: Notifications knows envelopes, not news.</summary>
public interface IMailComposer
{
    bool Composes(string kind);

    /// <returns>Null when what was promised is no longer true.</returns>
    Task<MailDraft?> ComposeAsync(OutboxMessage message, CancellationToken ct);
}

/// <summary>A mail before it has words.</summary>
/// <param name="Language">BCP 47 tag of the reader's language.</param>
/// <param name="Model">Record of facts that names the template.</param>
/// <param name="SenderName">Name shown beside the hub's technical address.</param>
/// <param name="ReplyTo">Address of a person who answers; null when nobody does.</param>
/// <param name="Calendar">Calendar part; null when the mail moves no calendar entry.</param>
/// <param name="Unsubscribe">
/// Where a POST, without a word more, ends mails of this kind to this person; null for a mail that answers an act of theirs.
/// </param>
public sealed record MailDraft(
    string To,
    string ToName,
    string Language,
    object Model,
    string SenderName,
    string? ReplyTo = null,
    CalendarPart? Calendar = null,
    IReadOnlyList<MailAttachment>? Attachments = null,
    Uri? Unsubscribe = null);

/// <param name="Method">REQUEST or CANCEL, as in the stream itself (RFC 6047, section 2.4).</param>
/// <param name="Content">The iCalendar stream, UTF-8.</param>
public sealed record CalendarPart(string Method, byte[] Content);

public sealed record MailAttachment(string FileName, string ContentType, byte[] Content);
