using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using IDatabaseProvider = Hub.Core.Data.IDatabaseProvider;
using IRelationalDatabaseCreator = Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator;

namespace Hub.Web.Operations;

/// <summary>Fills an empty hub from a backup, and brings it to this version.</summary>
public sealed class BackupRestorer(HubDbContext db, IDatabaseProvider provider)
{
    /// <summary>What a hub writes by itself when it starts for the first time, and may lose.</summary>
    private static readonly string[] WrittenAtStart = ["KeyRing", "Settings"];

    /// <returns>What was restored, and how many mails will leave when the hub starts.</returns>
    /// <exception cref="RefusedException">The backup is not fit for this hub, or the hub is not empty; nothing has changed.</exception>
    public async Task<(BackupManifest Manifest, int MailsToSend)> RestoreAsync(string dataFolder, string path, CancellationToken ct = default)
    {
        using var file = await BackupFile.OpenAsync(path, ct);
        var manifest = file.Manifest;
        var copy = provider.Copy ?? throw new RefusedException($"{provider.Name} is restored with its own tools (RESTORE DATABASE on the server).");
        RefusedException.When(manifest.Provider != provider.Name, $"The backup is of {manifest.Provider}, and Database:Provider is {provider.Name}.");
        RefusedException.When(
            !db.Database.GetMigrations().Contains(manifest.LastMigration),
            $"The backup was written by a newer hub ({manifest.Hub}, {manifest.LastMigration}). Install that version, or a later one, and restore with it.");
        await RefuseUnlessEmptyAsync(copy, dataFolder, ct);

        var aside = BackupFolders.MakeAside(Path.Combine(dataFolder, "restore"));
        try
        {
            foreach (var part in manifest.Parts)
            {
                await file.ExtractAsync(part, aside.FullName, ct);
            }

            await copy.ReadAsync(db, Path.Combine(aside.FullName, BackupManifest.Database), ct);
            var rows = await copy.CountAsync(db, ct);
            RefusedException.When(!rows.SequenceEqual(manifest.Rows), "The restored rows are not those the manifest names. Do not use this database.");
            foreach (var folder in Directory.EnumerateDirectories(aside.FullName).SelectMany(Directory.EnumerateDirectories))
            {
                var place = Path.Combine(dataFolder, Path.GetFileName(folder));
                if (Directory.Exists(place))
                {
                    Directory.Delete(place); // empty, as was found before
                }

                Directory.Move(folder, place);
            }
        }
        finally
        {
            aside.Delete(recursive: true);
        }

        await db.Database.MigrateAsync(ct);
        return (manifest, await db.Outbox.CountAsync(m => m.State == OutboxState.Pending, ct));
    }

    /// <summary>How many rows of each table come with the migrations.</summary>
    private Dictionary<string, int> FirstRows() => db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
        .Where(e => e.GetTableName() is not null).GroupBy(e => e.GetTableName()!, e => e.GetSeedData().Count(), StringComparer.Ordinal)
        .ToDictionary(t => t.Key, t => t.Sum(), StringComparer.Ordinal);

    private async Task RefuseUnlessEmptyAsync(IDatabaseCopy copy, string dataFolder, CancellationToken ct)
    {
        var folders = BackupFolders.In(dataFolder).Where(d => Directory.EnumerateFileSystemEntries(d).Any()).Select(Path.GetFileName).ToList();
        RefusedException.When(folders.Count > 0, $"The data folder is not empty ({string.Join(", ", folders)}). Restore into a new one.");
        if (await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(ct))
        {
            var first = FirstRows();
            var held = (await copy.CountAsync(db, ct)).Where(t => t.Value > first.GetValueOrDefault(t.Key) && !WrittenAtStart.Contains(t.Key)).Select(t => $"{t.Value} in {t.Key}").ToList();
            RefusedException.When(held.Count > 0, $"The database is not empty ({string.Join(", ", held)}). Restore into a new one: nothing is overwritten.");
        }
    }
}
