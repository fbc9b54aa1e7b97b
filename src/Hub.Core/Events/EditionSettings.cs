namespace Hub.Core.Events;

/// <summary>How a day looks and who signs its mails.</summary>
/// <param name="SenderName">Name beside the hub's technical address in mails; null: the organisation's.</param>
/// <param name="ReplyTo">Where replies to mails go; null: the day's contact.</param>
/// <param name="Palette">Colour of its banner; null: the hub's own.</param>
public sealed record EditionSettings(string? SenderName, string? ReplyTo, Tone? Palette);
