using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hub.Core.Data;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Privacy;

/// <summary>Looks for a person in everything a hub keeps: every column of every table, the octets of the database's file, every file of the data folder.</summary>
internal sealed class Traces(string address, params string[] names)
{
    private readonly string[] words =
    [
        address, WebUtility.UrlEncode(address), Uri.EscapeDataString(address), .. names,
        .. from text in new[] { address, address.ToUpperInvariant() }
           let octets = Encoding.UTF8.GetBytes(text)
           from form in Base64(text).Concat([Convert.ToHexString(octets), Convert.ToHexString(SHA256.HashData(octets)), Convert.ToBase64String(SHA256.HashData(octets)).TrimEnd('=')])
           select form,
    ];

    /// <summary>Where they are found.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(HubApp app)
    {
        List<string> found = [];
        await app.DoAsync<HubDbContext>(async db =>
        {
            await db.Database.OpenConnectionAsync();
            if (app is SqliteHub)
            {
                await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)");
            }

            foreach (var table in await TablesAsync(app, db))
            {
                found.AddRange(await InTableAsync(db, table));
            }
        });

        // Mails that were delivered have left; here they leave into a folder.
        foreach (var file in Directory.EnumerateFiles(app.Folder, "*", SearchOption.AllDirectories).Where(f => !f.StartsWith(app.MailFolder, StringComparison.Ordinal)))
        {
            await using FileStream open = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using MemoryStream octets = new();
            await open.CopyToAsync(octets);
            found.AddRange(In(Encoding.UTF8.GetString(octets.ToArray())).Concat(In(Encoding.Unicode.GetString(octets.ToArray()))).Select(word => $"{Path.GetFileName(file)}: {word}"));
        }

        return found;
    }

    private async Task<IReadOnlyList<string>> InTableAsync(HubDbContext db, string table)
    {
        List<string> found = [];
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // A name the database gave.
        command.CommandText = $"""SELECT * FROM "{table}" """;
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            for (var column = 0; column < rows.FieldCount; column++)
            {
                var text = rows.GetValue(column) is byte[] octets ? $"{Encoding.UTF8.GetString(octets)} {Convert.ToHexString(octets)}" : $"{rows.GetValue(column)}";
                found.AddRange(In(text).Select(word => $"{table}.{rows.GetName(column)}: {word}"));
            }
        }

        return found;
    }

    private IEnumerable<string> In(string text) => words.Where(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>As the database has them, those that no entity stands for included.</summary>
    private static Task<List<string>> TablesAsync(HubApp app, HubDbContext db) => app is SqliteHub
        ? db.Database.SqlQuery<string>($"""SELECT name AS "Value" FROM sqlite_master WHERE type = 'table'""").ToListAsync()
        : db.Database.SqlQuery<string>($"""SELECT table_name AS "Value" FROM information_schema.tables WHERE table_schema = 'public'""").ToListAsync();

    /// <summary>Its middle, wherever in a longer text it begins.</summary>
    private static IEnumerable<string> Base64(string text) =>
        Enumerable.Range(0, 3).Select(shift => Convert.ToBase64String(Encoding.UTF8.GetBytes(new string(' ', shift) + text))[4..^4]);
}
