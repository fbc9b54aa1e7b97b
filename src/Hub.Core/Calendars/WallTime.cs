namespace Hub.Core.Calendars;

/// <summary>What a time read off a wall clock means: one instant, two of them, or none.</summary>
public sealed record WallTime
{
    /// <summary>
    /// The instant meant, UTC; the first of two. For a time that does not exist, the one RFC 5545 reads there
    /// (section 3.3.5): as if the clock had not yet moved.
    /// </summary>
    public required DateTime Earliest { get; init; }

    /// <summary>The same as <see cref="Earliest"/>, UTC, but where the time happens twice.</summary>
    public required DateTime Latest { get; init; }

    /// <summary>When the clock jumps over this time: from and to, as wall times (02:00 to 03:00).</summary>
    public (DateTime From, DateTime To)? Gap { get; init; }

    public bool Exists => Gap is null;

    public bool IsAmbiguous => Earliest != Latest;
}
