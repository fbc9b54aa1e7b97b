using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Hub.Migrations.PostgreSql;

/// <summary>pg_dump and pg_restore, which must not be older than the server.</summary>
internal sealed class PostgreSqlCopy : IDatabaseCopy
{
    public async Task<SortedDictionary<string, long>> CountAsync(HubDbContext db, CancellationToken ct)
    {
        await using NpgsqlConnection connection = new(db.Database.GetConnectionString());
        await connection.OpenAsync(ct);
        return await CountAsync(connection, ct);
    }

    public async Task<SortedDictionary<string, long>> WriteAsync(HubDbContext db, string file, CancellationToken ct)
    {
        var address = db.Database.GetConnectionString()!;
        await using NpgsqlConnection connection = new(address);
        await connection.OpenAsync(ct);

        // Rows are counted in the very snapshot that pg_dump reads.
        await using var instant = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        await using var export = new NpgsqlCommand("SELECT pg_export_snapshot()", connection, instant);
        var snapshot = (string)(await export.ExecuteScalarAsync(ct))!;
        var rows = await CountAsync(connection, ct);
        await PostgreSqlTool.RunAsync("pg_dump", address, ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={file}"], ct);
        await PostgreSqlTool.RunAsync("pg_restore", null, ["--list", "--file=/dev/null", file], ct);
        return rows;
    }

    public async Task ReadAsync(HubDbContext db, string file, CancellationToken ct)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(ct))
        {
            // Empty tables of another version would stand in the way.
            await db.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase, ct);
        }
        else
        {
            await creator.CreateAsync(ct);
        }

        await PostgreSqlTool.RunAsync(
            "pg_restore", db.Database.GetConnectionString(), ["--single-transaction", "--exit-on-error", "--clean", "--if-exists", "--no-owner", "--no-privileges", file], ct);
    }

    private static async Task<SortedDictionary<string, long>> CountAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        List<string> tables = [];
        await using (NpgsqlCommand list = new("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename NOT LIKE '\\_\\_EF%'", connection))
        await using (var reader = await list.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                tables.Add(reader.GetString(0));
            }
        }

        SortedDictionary<string, long> rows = new(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await using NpgsqlCommand count = new($"SELECT COUNT(*) FROM \"{table}\"", connection);
            rows[table] = (long)(await count.ExecuteScalarAsync(ct))!;
        }

        return rows;
    }
}
