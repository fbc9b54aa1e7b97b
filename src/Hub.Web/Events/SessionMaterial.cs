namespace Hub.Web.Events;

/// <summary>Something to read or see after a session.</summary>
public sealed record SessionMaterial(string Words, Uri Address)
{
    /// <param name="lines">Words and then an https address on each.</param>
    public static IReadOnlyList<SessionMaterial> In(string? lines) => [.. Split(lines).Select(Read).OfType<SessionMaterial>()];

    /// <returns>Null when all lines can be read.</returns>
    public static string? FirstWrongLine(string? lines) => Split(lines).FirstOrDefault(l => Read(l) is null);

    private static string[] Split(string? lines) => (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static SessionMaterial? Read(string line)
    {
        var words = line[..(line.LastIndexOf(' ') + 1)].Trim();
        return Uri.TryCreate(line[(line.LastIndexOf(' ') + 1)..], UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? new(words.Length > 0 ? words : address.Host, address) : null;
    }
}
