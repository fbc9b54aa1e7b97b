using System.Text.RegularExpressions;
using Hub.Tests.Support;

namespace Hub.Tests.Structure;

/// <summary>A source file of a project, and the folder that owns it.</summary>
/// <param name="Folder">First folder under the project; empty for a file at its root.</param>
public sealed partial record SourceFile(string Project, string Name, string Folder, string Text)
{
    /// <summary>All of a project, what the build makes aside.</summary>
    public static IReadOnlyList<SourceFile> Of(string project)
    {
        var root = Repository.File($"src/{project}");
        var paths = Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories).Select(p => (Path: p, Name: Path.GetRelativePath(root, p).Replace('\\', '/')));
        return [.. paths.Where(p => Source().IsMatch(p.Name) && !Output().IsMatch(p.Name)).Select(p => new SourceFile(project, p.Name, FolderOf(p.Name), File.ReadAllText(p.Path)))];
    }

    public string? Namespace => NamespaceLine().Match(Text) is { Success: true } line ? line.Groups["name"].Value : null;

    public IEnumerable<string> Types => TypeName().Matches(Text).Select(m => m.Groups["name"].Value);

    private static string FolderOf(string name) => name.Contains('/', StringComparison.Ordinal) ? name.Split('/')[0] : "";

    [GeneratedRegex("^(?:bin|obj|wwwroot)/")]
    private static partial Regex Output();

    [GeneratedRegex(@"\.(?:cs|cshtml|razor)$")]
    private static partial Regex Source();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^(?!\s*//).*\b(class|interface|enum|struct|record( class| struct)?) (?<name>[A-Z]\w*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();
}
