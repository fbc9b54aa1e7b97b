using System.Globalization;
using System.Net.Mime;
using System.Text;

namespace Hub.Core.Notifications;

/// <summary>
/// Puts a mail into the form that travels (RFC 5322, RFC 2045): the words twice, the calendar beside them for clients
/// that answer it (RFC 6047) and once more as a file for those that do not. Every line is ASCII and short.
/// </summary>
public static class MimeWriter
{
    /// <param name="now">When the mail was made, UTC.</param>
    /// <param name="first">The mail that began the conversation; null when this one does.</param>
    /// <returns>The same octets for the same arguments.</returns>
    public static byte[] Write(OutboxMessage message, MailDraft draft, MailText text, MailOptions options, DateTime now, Guid? first = null)
    {
        StringBuilder mime = new();
        var from = MimeText.Address(options.From);
        Header(mime, "Date", now.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header(mime, "From", MimeText.Mailbox(draft.SenderName, from));
        Header(mime, "To", MimeText.Mailbox(draft.ToName, draft.To));
        if (draft.ReplyTo is not null)
        {
            Header(mime, "Reply-To", MimeText.Address(draft.ReplyTo));
        }

        Header(mime, "Subject", MimeText.Words(text.Subject));
        var domain = from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..];
        Header(mime, "Message-ID", $"<{message.Id:N}@{domain}>");
        if (first is { } id)
        {
            Header(mime, "In-Reply-To", $"<{id:N}@{domain}>");
            Header(mime, "References", $"<{id:N}@{domain}>");
        }

        Header(mime, "MIME-Version", "1.0");
        Header(mime, "Content-Language", CultureInfo.GetCultureInfo(draft.Language).Name);
        Header(mime, "Auto-Submitted", "auto-generated");
        Header(mime, "X-Auto-Response-Suppress", "All");
        if (draft.Unsubscribe is { } unsubscribe)
        {
            Subscription(mime, unsubscribe, $"{message.Kind}.{domain}");
        }

        Multipart(mime, "mixed", message.Id, [
            () => Multipart(mime, "alternative", message.Id, [.. Words(mime, draft, text)]),
            .. Files(draft).Select(Action (file) => () => Attachment(mime, file)),
        ]);
        return Encoding.ASCII.GetBytes(mime.ToString());
    }

    /// <summary>A button of the reader's own program that ends these mails (RFC 2919, RFC 2369, RFC 8058).</summary>
    private static void Subscription(StringBuilder mime, Uri unsubscribe, string list)
    {
        Header(mime, "List-Id", $"<{list}>");
        Header(mime, "List-Unsubscribe", $"\r\n <{new UriBuilder(unsubscribe) { Host = unsubscribe.IdnHost }.Uri.AbsoluteUri}>");
        Header(mime, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /// <summary>Plainest first; a client shows the last one it understands (RFC 2046, section 5.1.4).</summary>
    private static IEnumerable<Action> Words(StringBuilder mime, MailDraft draft, MailText text)
    {
        yield return () => Part(mime, "text/plain; charset=utf-8", Utf8(text.Text));
        yield return () => Part(mime, "text/html; charset=utf-8", Utf8(text.Html));
        if (draft.Calendar is { } calendar)
        {
            yield return () => Part(mime, $"text/calendar; charset=utf-8; method={calendar.Method}", calendar.Content);
        }
    }

    /// <summary>The copy has no method and a type of its own, else some clients show the invitation twice.</summary>
    private static IEnumerable<MailAttachment> Files(MailDraft draft) =>
        draft.Calendar is { } calendar
            ? [.. draft.Attachments ?? [], new("invite.ics", "application/ics", calendar.Content)]
            : draft.Attachments ?? [];

    private static void Multipart(StringBuilder mime, string kind, Guid id, Action[] parts)
    {
        // An underscore never stands in Base64, and every part below is Base64.
        var boundary = $"=_{kind}_{id:N}";
        Header(mime, "Content-Type", $"multipart/{kind};\r\n boundary=\"{boundary}\"");
        foreach (var part in parts)
        {
            mime.Append("\r\n--").Append(boundary).Append("\r\n");
            part();
        }

        mime.Append("\r\n--").Append(boundary).Append("--\r\n");
    }

    private static void Attachment(StringBuilder mime, MailAttachment file)
    {
        Header(mime, "Content-Disposition", $"{DispositionTypeNames.Attachment};\r\n {MimeText.FileName(file.FileName)}");
        Part(mime, file.ContentType, file.Content);
    }

    private static void Part(StringBuilder mime, string type, byte[] content)
    {
        Header(mime, "Content-Type", type);
        Header(mime, "Content-Transfer-Encoding", "base64");
        mime.Append("\r\n").Append(Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
    }

    private static void Header(StringBuilder mime, string name, string value) => mime.Append(name).Append(": ").Append(value).Append("\r\n");

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
}
