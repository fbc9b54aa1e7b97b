using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Web.Operations;

/// <summary>First entry of a backup: what is in it, and what it needs to be restored.</summary>
/// <param name="Format">Goes up when an older hub could not read the file any more.</param>
/// <param name="Provider">Database product; a backup of one is of no use to another.</param>
/// <param name="Hub">Version of the program that wrote it.</param>
/// <param name="LastMigration">The last one that the database had seen.</param>
/// <param name="CreatedAt">UTC; the copy is a little younger.</param>
/// <param name="Rows">Rows of every table in the copy.</param>
/// <param name="Parts">Every other entry of the file.</param>
public sealed record BackupManifest(
    int Format, string Provider, string Hub, string LastMigration, DateTime CreatedAt, IReadOnlyDictionary<string, long> Rows, IReadOnlyList<BackupPart> Parts)
{
    public const int CurrentFormat = 1;
    public const string Entry = "manifest.json";
    public const string Database = "database";

    /// <summary>Before the path of each file of the data folder.</summary>
    public const string Files = "files/";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>JSON promises nothing of what a parameter says.</summary>
    [JsonIgnore]
    public bool IsComplete => (Provider, Hub, LastMigration, Rows, Parts) is ({ }, { }, { }, { }, { }) && Parts.All(p => p is { Path: not null, Sha256: not null });

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public static BackupManifest? Read(Stream stream) => JsonSerializer.Deserialize<BackupManifest>(stream, Json);
}

/// <param name="Sha256">Hexadecimal, in small letters.</param>
public sealed record BackupPart(string Path, long Length, string Sha256);
