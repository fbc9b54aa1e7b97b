using Hub.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Hub.Migrations.Sqlite;

/// <summary>SQLite's online backup, from inside one read transaction: with a write-ahead log nobody waits for it.</summary>
internal sealed class SqliteCopy : IDatabaseCopy
{
    public async Task<SortedDictionary<string, long>> CountAsync(HubDbContext db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        return await CountAsync((SqliteConnection)db.Database.GetDbConnection(), null, ct);
    }

    public async Task<SortedDictionary<string, long>> WriteAsync(HubDbContext db, string file, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var source = (SqliteConnection)db.Database.GetDbConnection();
        await using var copy = await OpenAsync(file, SqliteOpenMode.ReadWriteCreate, ct);

        // The first statement fixes the instant for the rest of the transaction, the backup included.
        await using var instant = source.BeginTransaction(deferred: true);
        var rows = await CountAsync(source, instant, ct);
        source.BackupDatabase(copy);

        await RunAsync(copy, "PRAGMA journal_mode=DELETE", null, ct); // one file, without a log beside it
        var verdict = await RunAsync(copy, "PRAGMA integrity_check", null, ct);
        return verdict.Count == 1 && verdict[0] == "ok" ? rows : throw new InvalidDataException($"The copy is damaged: {string.Join("; ", verdict.Take(3))}");
    }

    public async Task ReadAsync(HubDbContext db, string file, CancellationToken ct)
    {
        await using var source = await OpenAsync(file, SqliteOpenMode.ReadOnly, ct);
        await using SqliteConnection target = new(db.Database.GetConnectionString());
        await target.OpenAsync(ct);
        source.BackupDatabase(target);
        await RunAsync(target, "PRAGMA journal_mode=WAL", null, ct);
    }

    private static async Task<SortedDictionary<string, long>> CountAsync(SqliteConnection connection, SqliteTransaction? transaction, CancellationToken ct)
    {
        SortedDictionary<string, long> rows = new(StringComparer.Ordinal);
        foreach (var table in await RunAsync(
            connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' AND substr(name, 1, 4) <> '__EF'", transaction, ct))
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = ($"SELECT COUNT(*) FROM \"{table}\"", transaction);
            rows[table] = (long)(await command.ExecuteScalarAsync(ct))!;
        }

        return rows;
    }

    /// <returns>The first column of every row.</returns>
    private static async Task<List<string>> RunAsync(SqliteConnection connection, string sql, SqliteTransaction? transaction, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<string> values = [];
        while (await reader.ReadAsync(ct))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private static async Task<SqliteConnection> OpenAsync(string file, SqliteOpenMode mode, CancellationToken ct)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        return connection;
    }
}
