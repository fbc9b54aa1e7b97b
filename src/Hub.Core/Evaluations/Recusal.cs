namespace Hub.Core.Evaluations;

/// <summary>A reviewer stays away from an application: they see nothing of it, and nothing they said of it counts.</summary>
public sealed class Recusal
{
    public const int ReasonLength = 1000;

    public required Guid ReviewerId { get; init; }

    public required Guid ApplicationId { get; init; }

    public required RecusalKind Kind { get; init; }

    /// <summary>In the words of who declared it.</summary>
    public string? Reason { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}

/// <remarks><see cref="Tied"/>: found by the hub, see <see cref="Reviewer.IsTiedTo"/>.</remarks>
public enum RecusalKind { Tied, Declared, Imposed }
