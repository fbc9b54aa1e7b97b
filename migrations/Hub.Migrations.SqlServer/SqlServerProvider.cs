using Hub.Core.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Hub.Migrations.SqlServer;

public sealed class SqlServerProvider : IDatabaseProvider
{
    private const int Deadlock = 1205;
    private const int DuplicateKey = 2601;
    private const int DuplicateConstraint = 2627;
    private const int Timeout = -2;
    private const int CannotConnect = 53;
    private const int Refused = 10061;
    private const int NoRoom = 1105;

    public string Name => "SqlServer";

    /// <summary>BACKUP DATABASE writes where the server is, which is seldom where the hub is.</summary>
    public IDatabaseCopy? Copy => null;

    public void Configure(DbContextOptionsBuilder options, string connectionString, int? maxBatchSize = null) =>
        options.UseSqlServer(connectionString, server =>
        {
            server.MigrationsAssembly(typeof(SqlServerProvider).Assembly).EnableRetryOnFailure();
            if (maxBatchSize is { } size)
            {
                server.MaxBatchSize(size);
            }
        });

    public ValueTask<IDisposable?> TakeTurnAsync(CancellationToken ct) => default;

    public bool IsConflict(Exception exception) => exception is DbUpdateConcurrencyException
        || (exception as SqlException ?? exception.InnerException) is SqlException { Number: Deadlock or DuplicateKey or DuplicateConstraint };

    public bool IsUnavailable(Exception exception) =>
        (exception as SqlException ?? exception.InnerException) is SqlException { Number: Timeout or CannotConnect or Refused or NoRoom };

    public async Task<DateTime?> ReadClockAsync(HubDbContext db, CancellationToken ct) =>
        DateTime.SpecifyKind(await db.Database.SqlQuery<DateTime>($"SELECT SYSUTCDATETIME() AS [Value]").SingleAsync(ct), DateTimeKind.Utc);
}

public sealed class SqlServerDesignTimeFactory() : DesignTimeFactory<SqlServerProvider>("Server=localhost;Database=hub;TrustServerCertificate=true");
