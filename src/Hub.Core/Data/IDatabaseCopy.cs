namespace Hub.Core.Data;

/// <summary>How one product's database is copied into a file, and filled from it again.</summary>
public interface IDatabaseCopy
{
    /// <summary>Rows of every table there is, whatever this version's model says; what migrations keep for themselves is left out.</summary>
    Task<SortedDictionary<string, long>> CountAsync(HubDbContext db, CancellationToken ct);

    /// <summary>Writes all of the database as it is at one instant, and checks the copy; others go on writing meanwhile.</summary>
    /// <param name="file">Made here; in a folder that is nobody else's to read.</param>
    /// <returns>The rows of every table at that instant.</returns>
    Task<SortedDictionary<string, long>> WriteAsync(HubDbContext db, string file, CancellationToken ct);

    /// <summary>Fills a database in which nobody has stored anything: with all of the file, or with nothing.</summary>
    Task ReadAsync(HubDbContext db, string file, CancellationToken ct);
}
