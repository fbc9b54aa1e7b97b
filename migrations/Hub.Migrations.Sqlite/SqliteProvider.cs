using Hub.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Hub.Migrations.Sqlite;

/// <summary>One file, one writer at a time: SQLite's own queue is unfair, so this process keeps a fair one in front of it.</summary>
public sealed class SqliteProvider : IDatabaseProvider
{
    private const int Busy = 5;
    private const int InputOutput = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Constraint = 19;

    private readonly SemaphoreSlim turns = new(1);

    public string Name => "Sqlite";

    public IDatabaseCopy Copy { get; } = new SqliteCopy();

    public void Configure(DbContextOptionsBuilder options, string connectionString, int? maxBatchSize = null) =>
        options.UseSqlite(connectionString, sqlite =>
            {
                sqlite.MigrationsAssembly(typeof(SqliteProvider).Assembly);
                if (maxBatchSize is { } size)
                {
                    sqlite.MaxBatchSize(size);
                }
            })
            .AddInterceptors(SqlitePragmas.Instance);

    public async ValueTask<IDisposable?> TakeTurnAsync(CancellationToken ct)
    {
        await turns.WaitAsync(ct);
        return new Turn(turns);
    }

    public bool IsConflict(Exception exception) => exception is DbUpdateConcurrencyException
        || (exception as SqliteException ?? exception.InnerException) is SqliteException { SqliteErrorCode: Busy or Constraint };

    public bool IsUnavailable(Exception exception) =>
        (exception as SqliteException ?? exception.InnerException) is SqliteException { SqliteErrorCode: InputOutput or Full or CannotOpen };

    public Task<DateTime?> ReadClockAsync(HubDbContext db, CancellationToken ct) => Task.FromResult<DateTime?>(null);

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}

public sealed class SqliteDesignTimeFactory() : DesignTimeFactory<SqliteProvider>("Data Source=design.db");
