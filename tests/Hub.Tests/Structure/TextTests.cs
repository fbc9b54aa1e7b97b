using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hub.Tests.Structure;

/// <summary>Every text exists in both languages, and the French is set as in print.</summary>
public sealed partial class TextTests
{
    private static readonly string[] Folders = ["src", "templates"];

    [Fact]
    public void Every_text_has_its_English()
    {
        var french = FrenchFiles();

        Assert.NotEmpty(french);
        foreach (var file in french)
        {
            var here = Texts(file);
            var there = Texts(Path.ChangeExtension(file, ".en.resx"));
            Assert.Equal(here.Keys.Order(StringComparer.Ordinal), there.Keys.Order(StringComparer.Ordinal));
            Assert.Empty(here.Where(t => !Places(t.Value).SetEquals(Places(there[t.Key]))).Select(t => $"{Path.GetFileName(file)}: {t.Key}"));
        }
    }

    [Fact]
    public void French_is_set_as_in_print() =>
        Assert.Empty(FrenchFiles().SelectMany(f => Texts(f).Where(t => Misprint().IsMatch(t.Value)).Select(t => $"{Path.GetFileName(f)}: {t.Key}")));

    [Fact]
    public void Every_icon_named_in_a_page_is_in_the_sprite()
    {
        var source = File.ReadAllText(Path.Combine(Root(), "src", "Hub.Web", "build-icons.mjs"));
        var known = Word().Matches(source.Split('`')[1]).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var named = Files("*.cshtml").SelectMany(f => IconName().Matches(File.ReadAllText(f)).Select(m => m.Groups["name"].Value));

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(known));
    }

    private static List<string> FrenchFiles() =>
        [.. Files("*.resx").Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal))];

    private static IEnumerable<string> Files(string pattern) =>
        Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), folder), pattern, SearchOption.AllDirectories))
            .Where(path => !Output().IsMatch(path));

    private static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    private static HashSet<string> Places(string text) => Place().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Hub.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Hub.sln is not above the tests.");
        }

        return folder;
    }

    /// <summary>An ASCII apostrophe, « 9h30 », a plain space before a high sign or a colon, or inside guillemets.</summary>
    [GeneratedRegex("""'|\d ?h\d| [;:!?]|« | »""")]
    private static partial Regex Misprint();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex("""(?:<hub-icon name|\bicon)="(?<name>[a-z0-9-]+)[">]""")]
    private static partial Regex IconName();

    [GeneratedRegex("[a-z0-9-]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Output();
}
