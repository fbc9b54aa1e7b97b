namespace Hub.Core.Notifications;

/// <summary>Puts a mail into the form that travels (RFC 5322, RFC 2045).</summary>
public static class MimeWriter
{
    public static byte[] Write(OutboxMessage message, MailDraft draft, MailText text, MailOptions options) => [];
}
