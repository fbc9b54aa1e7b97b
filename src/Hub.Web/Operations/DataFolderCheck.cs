namespace Hub.Web.Operations;

/// <summary>The data folder: there, the owner's alone, and with room left.</summary>
public static class DataFolderCheck
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const long Megabyte = 1 << 20;

    public static IEnumerable<Finding> Examine(string folder)
    {
        if (!Directory.Exists(folder))
        {
            yield return new(Severity.Warning, "folder", $"{folder} does not exist yet", "migrate makes it; if it should exist, check Hub:DataFolder");
            yield break;
        }

        yield return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & Others) is not UnixFileMode.None
            ? new(Severity.Warning, "folder", $"others on this machine may enter {folder}", $"chmod 700 {folder}; the hub does so when it starts")
            : new(Severity.Ok, "folder", $"{folder} is its owner's alone");
        yield return ExamineSpace(folder, new DriveInfo(folder).AvailableFreeSpace);
    }

    /// <param name="free">Octets.</param>
    public static Finding ExamineSpace(string folder, long free)
    {
        var text = $"{free / Megabyte} MB are free for {folder}";
        return free switch
        {
            < 50 * Megabyte => new(Severity.Error, "disk", text, "make room now: registrations will be refused"),
            < 500 * Megabyte => new(Severity.Warning, "disk", text, "make room"),
            _ => new(Severity.Ok, "disk", text),
        };
    }
}
