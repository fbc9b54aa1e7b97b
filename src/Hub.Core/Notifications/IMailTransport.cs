namespace Hub.Core.Notifications;

/// <summary>Takes mails to where other systems carry them on.</summary>
public interface IMailTransport
{
    /// <summary>Longest a delivery takes, whatever the other side does.</summary>
    TimeSpan Patience { get; }

    /// <summary>Returns when the other side has taken the mail and answers for it.</summary>
    /// <exception cref="MailRefusedException">It will never take this mail; others may pass.</exception>
    /// <exception cref="TransportDownException">No mail passes for now, and nothing was said about this one.</exception>
    /// <remarks>Any other exception speaks of this mail at this moment: it may pass later.</remarks>
    Task DeliverAsync(Envelope envelope, CancellationToken ct);

    /// <summary>Goes as far as it can without a mail.</summary>
    /// <returns>How mails leave, in words for an operator.</returns>
    /// <exception cref="TransportDownException">No mail would pass.</exception>
    Task<string> ProbeAsync(CancellationToken ct);

    /// <summary>Nothing is due just now.</summary>
    Task RestAsync();
}

/// <param name="Id">Same mail, same id, however often it is tried.</param>
/// <param name="From">Where returned mails go.</param>
/// <param name="Content">The whole message, header and body.</param>
public sealed record Envelope(Guid Id, string From, string To, byte[] Content);

/// <param name="byAddressee">The address itself was refused, not what was written to it.</param>
public sealed class MailRefusedException(string message, bool byAddressee) : Exception(message)
{
    public bool ByAddressee => byAddressee;
}

/// <param name="needsOperator">It will not pass by itself: a setting, a password or a certificate has to be put right.</param>
public sealed class TransportDownException(string message, bool needsOperator, Exception? inner = null) : Exception(message, inner)
{
    public bool NeedsOperator => needsOperator;
}
