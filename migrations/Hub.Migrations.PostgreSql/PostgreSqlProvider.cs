using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hub.Migrations.PostgreSql;

public sealed class PostgreSqlProvider : IDatabaseProvider
{
    public string Name => "PostgreSql";

    public IDatabaseCopy Copy { get; } = new PostgreSqlCopy();

    public void Configure(DbContextOptionsBuilder options, string connectionString, int? maxBatchSize = null) =>
        options.UseNpgsql(connectionString, postgres =>
        {
            postgres.MigrationsAssembly(typeof(PostgreSqlProvider).Assembly);
            if (maxBatchSize is { } size)
            {
                postgres.MaxBatchSize(size);
            }
        });

    public ValueTask<IDisposable?> TakeTurnAsync(CancellationToken ct) => default;

    public bool IsConflict(Exception exception) => exception is DbUpdateConcurrencyException
        || (exception as PostgresException ?? exception.InnerException) is PostgresException
        {
            SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        };

    public bool IsUnavailable(Exception exception) => (exception as NpgsqlException ?? exception.InnerException) switch
    {
        PostgresException refused => refused.SqlState is PostgresErrorCodes.DiskFull or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.TooManyConnections,
        NpgsqlException lost => lost.IsTransient,
        _ => false,
    };

    public async Task<DateTime?> ReadClockAsync(HubDbContext db, CancellationToken ct) =>
        await db.Database.SqlQuery<DateTime>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(ct);
}

public sealed class PostgreSqlDesignTimeFactory() : DesignTimeFactory<PostgreSqlProvider>("Host=localhost;Database=hub");
