using Hub.Core.Files;

namespace Hub.Core.Evaluations;

/// <summary>The bytes of a document that answers of an application name: those being written, or those sent last.</summary>
public sealed class Attachment
{
    /// <summary>Of one question.</summary>
    public const int MostOfQuestion = 10;

    /// <summary>Bytes, of one application.</summary>
    public const int MostBytes = 30_000_000;

    private Attachment() { }

    public Attachment(Guid applicationId, string hash, DocumentFile file, DateTime now)
    {
        (ApplicationId, Hash, AddedAt) = (applicationId, hash, now);
        (MediaType, Size, Content) = (file.MediaType, file.Content.Length, file.Content);
    }

    public Guid ApplicationId { get; private init; }

    /// <inheritdoc cref="AttachedFile"/>
    public string Hash { get; private init; } = "";

    /// <summary>One of those that <see cref="DocumentFile"/> knows.</summary>
    public string MediaType { get; private init; } = "";

    /// <summary>In bytes.</summary>
    public int Size { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime AddedAt { get; private init; }

    /// <summary>The last column: SQLite walks over it to whatever stands behind.</summary>
    public byte[] Content { get; private init; } = [];
}
