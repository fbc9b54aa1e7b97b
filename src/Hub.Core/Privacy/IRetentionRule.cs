namespace Hub.Core.Privacy;

/// <summary>Something that is kept for a time, and what becomes of it afterwards.</summary>
public interface IRetentionRule
{
    /// <summary>One word for an operator.</summary>
    string Name { get; }

    /// <summary>How many rows are too old now. Reads only.</summary>
    Task<int> CountAsync(CancellationToken ct);

    /// <returns>How many rows it took; as many as it counted.</returns>
    Task<int> RunAsync(CancellationToken ct);
}
