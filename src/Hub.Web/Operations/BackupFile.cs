using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Hub.Web.Operations;

/// <summary>A backup, opened to be restored. Nothing in it is believed before its hashes were found right.</summary>
public sealed class BackupFile : IDisposable
{
    private readonly ZipArchive zip;

    private BackupFile(ZipArchive zip, BackupManifest manifest) => (this.zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }

    /// <exception cref="RefusedException">The file is missing, damaged, or no backup of a hub.</exception>
    public static async Task<BackupFile> OpenAsync(string path, CancellationToken ct)
    {
        RefusedException.When(!File.Exists(path), $"There is no file {path}.");
        ZipArchive? opened = null;
        try
        {
            opened = await ZipFile.OpenReadAsync(path, ct);
            BackupFile file = new(opened, ReadManifest(opened));
            await file.CheckAsync(ct);
            return file;
        }
        catch (Exception exception) when (exception is RefusedException or InvalidDataException or JsonException)
        {
            opened?.Dispose();
            throw exception as RefusedException ?? new RefusedException($"{path} is not a backup of a hub, or it is damaged: {exception.Message}");
        }
    }

    /// <summary>Writes the part below <paramref name="folder"/>, under its own path.</summary>
    /// <returns>Where it is.</returns>
    public async Task<string> ExtractAsync(BackupPart part, string folder, CancellationToken ct)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, part.Path));
        RefusedException.When(!path.StartsWith(root, StringComparison.Ordinal), $"{part.Path} would leave the data folder.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await zip.GetEntry(part.Path)!.ExtractToFileAsync(path, ct);
        return path;
    }

    public void Dispose() => zip.Dispose();

    private static BackupManifest ReadManifest(ZipArchive zip)
    {
        using var stream = (zip.GetEntry(BackupManifest.Entry) ?? throw new RefusedException($"There is no {BackupManifest.Entry} in the file: it is not a backup of a hub.")).Open();
        var manifest = BackupManifest.Read(stream) ?? throw new RefusedException($"{BackupManifest.Entry} is empty.");
        RefusedException.When(!manifest.IsComplete, $"{BackupManifest.Entry} lacks something: it is not a backup of a hub, or it was changed.");
        RefusedException.When(manifest.Format > BackupManifest.CurrentFormat, $"The backup has format {manifest.Format}; this hub reads up to {BackupManifest.CurrentFormat}. Restore it with a newer hub.");
        return manifest;
    }

    private async Task CheckAsync(CancellationToken ct)
    {
        var present = zip.Entries.Select(e => e.FullName).Where(name => name != BackupManifest.Entry).Order(StringComparer.Ordinal);
        RefusedException.When(!present.SequenceEqual(Manifest.Parts.Select(p => p.Path).Order(StringComparer.Ordinal)), "The file does not hold the parts its manifest names.");
        foreach (var part in Manifest.Parts)
        {
            RefusedException.When(!BackupFolders.MayHold(part.Path), $"{part.Path} does not belong into a backup.");
            await using var stream = await zip.GetEntry(part.Path)!.OpenAsync(ct);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
            RefusedException.When(hash != part.Sha256, $"{part.Path} is not what was backed up: its SHA-256 is {hash}, the manifest says {part.Sha256}.");
        }
    }
}
