namespace Hub.Core.Evaluations;

/// <summary>A document that an answer names. The answer is the list that sha256sum writes: who has the documents can check it.</summary>
/// <param name="Hash">SHA-256 of its bytes, in lower-case hexadecimal.</param>
/// <param name="FileName">One that <see cref="Files.FileNames.Clean"/> made; once in an answer.</param>
public sealed record AttachedFile(string Hash, string FileName)
{
    /// <summary>Between hash and name.</summary>
    private const string Gap = "  ";

    /// <param name="answer">To a question of the kind <see cref="FieldKind.Files"/>.</param>
    public static IReadOnlyList<AttachedFile> In(string? answer) =>
        [.. (answer ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(Gap, 2)).Where(p => p.Length == 2).Select(p => new AttachedFile(p[0], p[1]))];

    public static string Write(IEnumerable<AttachedFile> files) => string.Join('\n', files.Select(f => f.Hash + Gap + f.FileName));
}
