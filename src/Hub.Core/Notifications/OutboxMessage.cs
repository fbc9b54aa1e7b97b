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

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Same promise, same key: kind, subject and version. Unique.</summary>
    public required string Key { get; init; }

    /// <summary>Tells two promises of one kind about one subject apart.</summary>
    public long Version => long.Parse(Key.AsSpan(Key.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);

    /// <summary>Names the composer that writes it.</summary>
    public required string Kind { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>JSON; null when the subject says all.</summary>
    public required string? Details { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Not before this instant, UTC.</summary>
    public required DateTime DueAt { get; set; }

    public OutboxState State { get; private set; }

    /// <summary>Until then the mail belongs to whoever claimed it, UTC.</summary>
    public DateTime? LeasedUntil { get; private set; }

    /// <summary>How often somebody claimed it.</summary>
    public int Attempts { get; private set; }

    /// <summary>UTC; null until sent.</summary>
    public DateTime? SentAt { get; private set; }

    public string? LastError { get; private set; }

    public void MarkSent(DateTime now) => (State, SentAt, LeasedUntil, LastError) = (OutboxState.Sent, now, null, null);

    /// <summary>What it promised is no longer true, and nobody needs to read it.</summary>
    public void MarkDropped() => (State, LeasedUntil) = (OutboxState.Dropped, null);

    public void MarkFailed(string error, DateTime now)
    {
        LeasedUntil = null;
        LastError = error.Length > 1000 ? error[..1000] : error;
        DueAt = now.AddMinutes(Waits[Math.Min(Attempts, Waits.Length) - 1]);
        State = Attempts < MaxAttempts ? OutboxState.Pending : OutboxState.Dead;
    }
}

public enum OutboxState { Pending, Sent, Dropped, Dead }
