namespace Hub.Web.Operations;

/// <summary>
/// What a backup takes of the data folder: the folders in it. Loose files are the database itself, which is copied in its
/// own way, and what people put there. Delivered mails stay behind: a relay that watches the folder would send them again.
/// </summary>
public static class BackupFolders
{
    private static readonly string[] LeftBehind = ["mails", "lost+found"];

    public static IEnumerable<string> In(string dataFolder) => Directory.Exists(dataFolder)
        ? Directory.GetDirectories(dataFolder).Where(d => IsTaken(Path.GetFileName(d))).Order(StringComparer.Ordinal)
        : [];

    /// <summary>Whether a part of a backup is one that a backup takes.</summary>
    public static bool MayHold(string part) =>
        part == BackupManifest.Database || (part.Split('/') is ["files", var folder, _, ..] && IsTaken(folder));

    /// <summary>A folder for work under way, nobody else's to read; it is to be deleted by who made it.</summary>
    public static DirectoryInfo MakeAside(string beside)
    {
        var path = $"{beside}.{Guid.NewGuid():N}{Aside}";
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private const string Aside = ".partial";

    private static bool IsTaken(string folder) => !LeftBehind.Contains(folder) && !folder.EndsWith(Aside, StringComparison.Ordinal);
}
