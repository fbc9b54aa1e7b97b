namespace Hub.Core.Recurring;

/// <summary>What the clock asks for again and again. Several processes running it at once harm nobody.</summary>
public interface IRecurringTask
{
    /// <summary>Pause between two runs.</summary>
    static abstract TimeSpan Every { get; }

    Task RunAsync(CancellationToken ct);
}
