using System.Globalization;

namespace Hub.Core.Notifications;

/// <summary>Turns a mail's facts into its words; the words live in <c>templates</c>.</summary>
public interface IMailRenderer
{
    Task<MailText> RenderAsync(object model, CultureInfo culture);
}

/// <param name="Text">The same words as <paramref name="Html"/>, for readers of plain text.</param>
public sealed record MailText(string Subject, string Text, string Html);
