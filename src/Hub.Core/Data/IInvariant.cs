namespace Hub.Core.Data;

/// <summary>What is true of the database between two operations, whatever happened to the process meanwhile. It reads only, and little.</summary>
public interface IInvariant
{
    /// <summary>One word for an operator.</summary>
    string Name { get; }

    /// <summary>What holds, in one line.</summary>
    string Promise { get; }

    /// <returns>Where it does not hold, in words for an operator, and not more than <paramref name="most"/> of them; empty when all is well.</returns>
    Task<IReadOnlyList<string>> FindBreachesAsync(int most, CancellationToken ct);
}
