using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Data;

/// <summary>One database product: how the context talks to it, and what is peculiar to its writes.</summary>
public interface IDatabaseProvider
{
    string Name { get; }

    /// <summary>Null when the product's own tools are the way to copy it.</summary>
    IDatabaseCopy? Copy { get; }

    /// <param name="maxBatchSize">Most statements sent in one round trip; null leaves it to the product.</param>
    void Configure(DbContextOptionsBuilder options, string connectionString, int? maxBatchSize = null);

    /// <summary>Waits for this process's turn to write; disposing the turn ends it.</summary>
    ValueTask<IDisposable?> TakeTurnAsync(CancellationToken ct);

    /// <summary>
    /// Whether another writer stood in the way (unique key, deadlock, stale row, busy file), so that the same operation,
    /// started again from nothing, may succeed.
    /// </summary>
    bool IsConflict(Exception exception);

    /// <summary>Whether the database is away or has no room, so that nothing works until somebody mends it.</summary>
    bool IsUnavailable(Exception exception);

    /// <returns>What time it is for the server, UTC; null when the database has no clock but this process's.</returns>
    Task<DateTime?> ReadClockAsync(HubDbContext db, CancellationToken ct);
}
