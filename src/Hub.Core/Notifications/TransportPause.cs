namespace Hub.Core.Notifications;

/// <summary>
/// Stands between the outbox and a transport that is down: no mail passes, so none is tried, and none uses up its
/// attempts. Known to this process alone; another one finds out for itself.
/// </summary>
public sealed class TransportPause
{
    /// <summary>Waits after the first failures in a row, seconds; the last one repeats.</summary>
    private static readonly int[] Waits = [15, 60, 300, 900];

    private int failures;

    /// <summary>Null while mails pass, as far as anybody knows.</summary>
    public TransportTrouble? Trouble { get; private set; }

    public bool IsOn(DateTime now) => now < Trouble?.Until;

    public TransportTrouble Begin(TransportDownException why, DateTime now)
    {
        var wait = Waits[Math.Min(failures, Waits.Length - 1)];
        failures++;
        return Trouble = new(why.Message, why.NeedsOperator, now.AddSeconds(wait));
    }

    /// <summary>A mail has passed.</summary>
    public void End() => (failures, Trouble) = (0, null);

    /// <summary>Somebody has put something right, or hopes so: the next mail is tried at once.</summary>
    public void Lift(DateTime now)
    {
        failures = 0;
        Trouble = Trouble is { } trouble ? trouble with { Until = now } : null;
    }
}

/// <param name="Until">When the next mail is tried, UTC.</param>
public sealed record TransportTrouble(string Why, bool NeedsOperator, DateTime Until);
