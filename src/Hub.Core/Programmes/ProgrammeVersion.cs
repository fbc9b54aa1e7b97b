using Hub.Core.Events;

namespace Hub.Core.Programmes;

/// <summary>What the public was shown from one publication to the next. Never changes.</summary>
/// <param name="localStart">Of the day, then: who takes the version up again on another date moves its sessions with it.</param>
/// <param name="publishedAt">UTC.</param>
/// <param name="publishedBy">Account; null for the hub itself.</param>
public sealed class ProgrammeVersion(Guid editionId, int number, ProgrammePlan plan, DateTime localStart, DateTime publishedAt, Guid? publishedBy)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid EditionId { get; private init; } = editionId;

    /// <summary>From 1.</summary>
    public int Number { get; private init; } = number;

    public ProgrammePlan Plan { get; private init; } = plan;

    /// <summary>Wall time.</summary>
    public DateTime LocalStart { get; private init; } = localStart;

    public DateTime PublishedAt { get; private init; } = publishedAt;
    public Guid? PublishedBy { get; private init; } = publishedBy;

    /// <summary>On the date the day has now.</summary>
    public ProgrammePlan PlanFor(Edition edition) => Plan.Shifted(edition.LocalStart - LocalStart);
}
