namespace Hub.Core.Notifications;

/// <summary>
/// How long the hub waits for the server. RFC 5321, section 4.5.3.2 grants up to ten minutes a phase; here a delivery
/// ends one way or the other well within the five minutes for which a mail is claimed, since another process may
/// take it up after that.
/// </summary>
public sealed record SmtpTimeouts
{
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Each answer to a command, the greeting and the handshake of TLS.</summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>All that comes before the mail's text: a connection, perhaps a second one, and the envelope.</summary>
    public TimeSpan Opening { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The text on its way.</summary>
    public TimeSpan Content { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The server looks at the text, and takes the mail or not.</summary>
    public TimeSpan Verdict { get; init; } = TimeSpan.FromSeconds(90);

    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a connection without work is kept.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan Longest => Opening + Content + Verdict + (2 * Farewell);
}
