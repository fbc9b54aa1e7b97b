namespace Hub.Core.Files;

/// <summary>A document that people may send: told by its name, and held against its first bytes. Nothing of it is opened.</summary>
/// <remarks>None of these runs anything on its own: no page of the web, no macros, no archive that could hide either.</remarks>
public sealed record DocumentFile(string FileName, string MediaType, byte[] Content)
{
    /// <summary>Bytes.</summary>
    public const int MostBytes = 10_000_000;

    public const int NameLength = 120;

    private const string Office = "application/vnd.openxmlformats-officedocument.";

    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pdf"] = "application/pdf",
        ["odp"] = "application/vnd.oasis.opendocument.presentation",
        ["ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        ["odt"] = "application/vnd.oasis.opendocument.text",
        ["pptx"] = $"{Office}presentationml.presentation",
        ["xlsx"] = $"{Office}spreadsheetml.sheet",
        ["docx"] = $"{Office}wordprocessingml.document",
        ["png"] = "image/png",
        ["jpg"] = "image/jpeg",
        ["jpeg"] = "image/jpeg",
        ["webp"] = "image/webp",
    };

    /// <summary>Those that may be sent, without a dot.</summary>
    public static IEnumerable<string> Extensions => MediaTypes.Keys;

    /// <param name="name">As a browser sends it.</param>
    /// <returns>Null when it is none of ours, or says that it is something else.</returns>
    public static DocumentFile? Read(string? name, byte[] content)
    {
        var extension = Path.GetExtension(FileNames.Clean(name, NameLength)).TrimStart('.');
        return MediaTypes.TryGetValue(extension, out var mediaType) && mediaType == Told(content, mediaType)
            ? new(FileNames.Clean(name, NameLength), mediaType, content) : null;
    }

    /// <summary>Office documents are archives, told from one another by their name alone.</summary>
    private static string? Told(ReadOnlySpan<byte> content, string named) => content switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
        [(byte)'P', (byte)'K', 3, 4, ..] when named.StartsWith("application/vnd.", StringComparison.Ordinal) => named,
        _ => PictureFile.Read(content)?.MediaType,
    };
}
