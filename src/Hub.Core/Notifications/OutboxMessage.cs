using System.Globalization;

namespace Hub.Core.Notifications;

/// <summary>
/// A mail that has been promised: stored with the change that caused it, written and sent afterwards. It holds ids
/// and the facts that would be lost, never a link or an address.
/// </summary>
public sealed class OutboxMessage
{
    /// <summary>Waits after the first failures, minutes; the last one repeats.</summary>
    private static readonly int[] Waits = [1, 2, 5, 15, 60, 180, 360];

    /// <summary>After that many failures nobody is waiting any more; a person has to look.</summary>
    private const int MaxAttempts = 12;

    internal const int LongestError = 1000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Same promise, same key: kind, subject and version. Unique.</summary>
    public required string Key { get; init; }

    /// <summary>Tells two promises of one kind about one subject apart.</summary>
    public long Version => long.Parse(Key.AsSpan(Key.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);

    /// <summary>Names the composer that writes it.</summary>
    public required string Kind { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>JSON; null when the subject says all, and once the mail has left or will not: what it said is nobody's business any more.</summary>
    public required string? Details { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Not before this instant, UTC; for a dead letter, when it died.</summary>
    public required DateTime DueAt { get; set; }

    public OutboxState State { get; private set; }

    /// <summary>Until then the mail belongs to whoever claimed it, UTC.</summary>
    public DateTime? LeasedUntil { get; private set; }

    /// <summary>How often somebody claimed it.</summary>
    public int Attempts { get; private set; }

    /// <summary>UTC; null until sent.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>What stood in the way last, for people; null once it is sent.</summary>
    public string? LastError { get; private set; }

    /// <summary>It will not leave unless a person asks for it.</summary>
    public bool IsDeadLetter => State is OutboxState.Dead or OutboxState.Refused;

    public void MarkSent(DateTime now) => (State, SentAt, LeasedUntil, LastError, Details) = (OutboxState.Sent, now, null, null, null);

    /// <summary>What it promised is no longer true, and nobody needs to read it.</summary>
    public void MarkDropped() => (State, LeasedUntil, LastError, Details) = (OutboxState.Dropped, null, null, null);

    /// <summary>What stood in the way named somebody who wants to be forgotten.</summary>
    public void ForgetError() => LastError = null;

    public void MarkFailed(string error, DateTime now)
    {
        Release(error);
        var isLast = Attempts >= MaxAttempts;
        State = isLast ? OutboxState.Dead : OutboxState.Pending;
        DueAt = isLast ? now : now.AddMinutes(Waits[Math.Min(Attempts, Waits.Length) - 1]);
    }

    /// <summary>The mail system will never take it.</summary>
    /// <param name="byAddressee">The address was refused, not the mail.</param>
    public void MarkRefused(string error, bool byAddressee, DateTime now)
    {
        Release(error);
        (State, DueAt) = (byAddressee ? OutboxState.Refused : OutboxState.Dead, now);
    }

    /// <summary>It was not tried after all: the attempt does not count.</summary>
    /// <param name="error">Null when nothing is wrong with the mails.</param>
    public void GiveBack(string? error)
    {
        Attempts--;
        Release(error ?? LastError);
    }

    /// <summary>A person asks for another round of attempts.</summary>
    public void Retry(DateTime now)
    {
        if (IsDeadLetter)
        {
            (State, Attempts) = (OutboxState.Pending, 0);
        }

        DueAt = State is OutboxState.Pending ? now : DueAt;
    }

    private void Release(string? error)
    {
        LeasedUntil = null;
        var masked = error is null ? null : SmtpReply.Masked(error);
        LastError = masked?.Length > LongestError ? masked[..LongestError] : masked;
    }
}

public enum OutboxState
{
    Pending,
    Sent,
    Dropped,

    /// <summary>Given up: tried too often, or what it says was refused for good.</summary>
    Dead,

    /// <summary>The address takes no mail, and never will.</summary>
    Refused,
}
