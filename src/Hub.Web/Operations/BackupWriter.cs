using System.IO.Compression;
using System.Security.Cryptography;
using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Operations;

/// <summary>Puts the whole hub into one file while it runs. Written aside and moved into place: there is a whole backup or none.</summary>
public sealed class BackupWriter(HubDbContext db, IDatabaseProvider provider, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is such a file already, or nothing to back up.</exception>
    public async Task<BackupManifest> WriteAsync(string dataFolder, string file, CancellationToken ct = default)
    {
        var target = Path.GetFullPath(file);
        RefusedException.When(File.Exists(target) || Directory.Exists(target), $"{target} exists. A backup overwrites nothing: choose another name.");
        RefusedException.When(!Directory.Exists(Path.GetDirectoryName(target)), $"There is no folder {Path.GetDirectoryName(target)}.");
        var copy = provider.Copy ?? throw new RefusedException(
            $"{provider.Name} is backed up with its own tools (BACKUP DATABASE on the server); back up the folders in {dataFolder} beside it, apart from mails.");
        RefusedException.When(!await db.Database.CanConnectAsync(ct), "The database does not answer, or does not exist. Check Database:Provider and ConnectionStrings:Hub.");
        var last = (await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault() ?? throw new RefusedException("There is no hub in this database yet.");

        var aside = BackupFolders.MakeAside(target);
        try
        {
            var createdAt = clock.GetUtcNow().UtcDateTime;
            var dump = Path.Combine(aside.FullName, BackupManifest.Database);
            var rows = await copy.WriteAsync(db, dump, ct);
            List<(string Entry, string Path)> parts = [(BackupManifest.Database, dump), .. FilesOf(dataFolder)];
            List<BackupPart> known = [];
            foreach (var part in parts)
            {
                known.Add(await DescribeAsync(part.Entry, part.Path, ct));
            }

            var version = typeof(BackupWriter).Assembly.GetName().Version!.ToString(3);
            BackupManifest manifest = new(BackupManifest.CurrentFormat, provider.Name, version, last, createdAt, rows, known);
            var whole = Path.Combine(aside.FullName, "backup.zip");
            await PackAsync(whole, manifest, parts, ct);
            File.Move(whole, target, overwrite: false);
            return manifest;
        }
        finally
        {
            aside.Delete(recursive: true);
        }
    }

    private static IEnumerable<(string Entry, string Path)> FilesOf(string dataFolder) =>
        from folder in BackupFolders.In(dataFolder)
        from path in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.ReparsePoint })
        select (BackupManifest.Files + Path.GetRelativePath(dataFolder, path).Replace('\\', '/'), path);

    private static async Task<BackupPart> DescribeAsync(string entry, string path, CancellationToken ct)
    {
        await using var stream = File.OpenRead(path);
        var hash = await SHA256.HashDataAsync(stream, ct);
        return new(entry, stream.Length, Convert.ToHexStringLower(hash));
    }

    private static async Task PackAsync(string path, BackupManifest manifest, IEnumerable<(string Entry, string Path)> parts, CancellationToken ct)
    {
        await using var file = new FileStream(path, OwnerOnly());
        await using (ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using (var entry = await zip.CreateEntry(BackupManifest.Entry).OpenAsync(ct))
            {
                await entry.WriteAsync(manifest.Write(), ct);
            }

            foreach (var (name, source) in parts)
            {
                await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
                await using var content = File.OpenRead(source);
                await content.CopyToAsync(entry, ct);
            }
        }

        file.Flush(flushToDisk: true);
    }

    private static FileStreamOptions OwnerOnly()
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
