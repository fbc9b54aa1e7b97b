using Hub.Core.Events;

namespace Hub.Core.Programmes;

/// <summary>What a file is held against: the day it is to be the programme of, and what exists already.</summary>
/// <param name="Published">What people see now.</param>
/// <param name="Codes">Of all sessions the day ever had, by their ids.</param>
/// <param name="Elsewhere">Ids in the file that sessions of other days have.</param>
/// <param name="Themes">Those a session may take.</param>
/// <param name="Kinds">What the organiser said of types that nobody knows, by <see cref="ImportedKinds.KeyOf"/>.</param>
public sealed record ImportGround(
    Edition Edition, ProgrammePlan Draft, ProgrammePlan Published, IReadOnlyDictionary<Guid, string> Codes, IReadOnlySet<Guid> Elsewhere,
    IReadOnlyList<Theme> Themes, IReadOnlyDictionary<string, SessionKind> Kinds)
{
    /// <summary>All of the file moves by as many days as bring its first date to the first of the day.</summary>
    public bool Shifts { get; init; }
}

/// <summary>What would become of the draft.</summary>
/// <param name="Plan">Empty when there are problems.</param>
/// <param name="Problems">All of them; when there is one, nothing is taken.</param>
public sealed record ImportOutcome(ProgrammePlan Plan, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>Types that nobody knows, as written first, and what they are taken for.</summary>
    public IReadOnlyList<(string Type, SessionKind Kind)> UnknownTypes { get; init; } = [];

    /// <summary>Tracks that are no theme of the hub, as written.</summary>
    public IReadOnlyList<string> UnknownTracks { get; init; } = [];

    /// <summary>IANA zone of the file when the day has another: times are the same moments there.</summary>
    public string? OtherZone { get; init; }

    /// <summary>What the file calls its zone, when nobody knows such a zone; times without an offset are read by the day's clock.</summary>
    public string? UnknownZone { get; init; }

    /// <summary>Who comes on stage in its sessions; those that have an order already keep theirs.</summary>
    public IReadOnlyList<PlannedTurns> Turns { get; init; } = [];

    /// <summary>Null when the file places nothing.</summary>
    public ImportedDates? Dates { get; init; }

    /// <summary>Pauses of the draft that stay, because the file leaves pauses out.</summary>
    public int PausesKept { get; init; }
}
