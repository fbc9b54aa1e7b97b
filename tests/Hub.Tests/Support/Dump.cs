using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Hub.Tests.Support;

/// <summary>Every row of every table of a hub on SQLite, as text, to see whether anything changed.</summary>
internal static class Dump
{
    public static async Task<IReadOnlyList<string>> DumpAsync(this SqliteHub app)
    {
        await using SqliteConnection connection = new(app.Settings["ConnectionStrings__Hub"]);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        List<string> rows = [];
        foreach (var table in await ReadAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
        {
            rows.AddRange((await ReadAsync(connection, $"SELECT * FROM \"{table}\"")).Select(row => $"{table}: {row}").Order(StringComparer.Ordinal));
        }

        return rows;
    }

    private static async Task<List<string>> ReadAsync(SqliteConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables come from the database itself.
        command.CommandText = query;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<string> rows = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(n => Spell(reader.GetValue(n)))));
        }

        return rows;
    }

    private static string Spell(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
