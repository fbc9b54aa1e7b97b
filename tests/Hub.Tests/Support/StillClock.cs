namespace Hub.Tests.Support;

/// <summary>A clock that moves when told.</summary>
public sealed class StillClock : TimeProvider
{
    public DateTime Now { get; set; } = An.Now;

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}
