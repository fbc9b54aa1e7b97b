using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Tests.Support;
using Microsoft.AspNetCore.Identity;

namespace Hub.Tests.Structure;

/// <summary>No page asks for a text that is not there, and no text stands that nothing asks for.</summary>
public sealed partial class TextKeyTests
{
    private static readonly string[] Folders = ["src", "templates"];

    private static readonly List<Type> Enums = [.. typeof(HubDbContext).Assembly.GetTypes().Where(t => t.IsEnum)];

    /// <summary>Code and pages, by path; what is built from them is not read.</summary>
    private static readonly Dictionary<string, string> Sources = Files("*.cs").Concat(Files("*.cshtml")).Concat(Files("*.razor")).ToDictionary(f => f, File.ReadAllText);

    /// <summary>Keys by the name of the class that stands for their file.</summary>
    private static readonly Dictionary<string, (string File, HashSet<string> Keys)> Texts = Files("*.resx")
        .Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal))
        .ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => (f, XDocument.Load(f).Root!.Elements("data").Select(d => d.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal)));

    [Fact]
    public void Every_text_a_page_asks_for_exists()
    {
        var asked = Sources.SelectMany(s => Asked(s.Key, s.Value)).ToList();

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Where(a => !Texts[a.Texts].Keys.Contains(a.Key)).Select(a => $"{a.File}: {a.Texts}[{a.Key}]"));
    }

    [Fact]
    public void Every_text_is_asked_for()
    {
        var all = string.Concat(Sources.Values);
        var patterns = Interpolated().Matches(all).Select(m => m.Groups["text"].Value).Distinct().Where(t => Hole().Replace(t, "").Trim('.').Length > 1).Select(Pattern).ToList();
        var suffixes = Appended().Matches(all).Select(m => m.Groups["text"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(
            from text in Texts
            from key in text.Value.Keys
            where !all.Contains($"\"{key}\"", StringComparison.Ordinal) && !IsMember(key) && typeof(IdentityErrorDescriber).GetMethod(key) is null && !patterns.Exists(p => p.IsMatch(key)) && !suffixes.Any(s => key.EndsWith(s, StringComparison.Ordinal))
            select $"{text.Key}: {key}");
    }

    /// <summary>The literal keys a file hands to the localizers it names.</summary>
    private static IEnumerable<(string File, string Texts, string Key)> Asked(string path, string source) =>
        from named in Localizer().Matches(source)
        let texts = named.Groups["texts"].Value
        where Texts.ContainsKey(texts)
        from use in Regex.Matches(source, $@"(?<![\w.]){named.Groups["name"].Value}\[(?<inside>[^\[\]]*)\]")
        let inside = use.Groups["inside"].Value
        from key in Regex.Matches(inside, @"(?<=^|[?:] |, _ => )""(?<key>[^""]+)""(?=$| :|,|\s*\})").Select(m => m.Groups["key"].Value)
        select (Path.GetFileName(path), texts, key);

    /// <summary>Keys that code makes of an enum: its member, after its own name where a file holds words for several.</summary>
    private static bool IsMember(string key) =>
        Enums.Exists(e => (key.StartsWith($"{e.Name}.", StringComparison.Ordinal) && Enum.IsDefined(e, key[(e.Name.Length + 1)..])) || (e == typeof(EditionPhase) && Enum.IsDefined(e, key)));

    private static Regex Pattern(string interpolated) =>
        new($"^{string.Join(@"[\w.\-/]+", Hole().Split(interpolated).Select(Regex.Escape))}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> Files(string pattern) => Folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories))
        .Where(path => !Output().IsMatch(path));

    [GeneratedRegex(@"IStringLocalizer<(?<texts>\w+)> (?<name>\w+)")]
    private static partial Regex Localizer();

    [GeneratedRegex("\\$\"(?<text>[^\"\\r\\n]*\\{[^\"\\r\\n]*)\"")]
    private static partial Regex Interpolated();

    [GeneratedRegex("\\+ \"(?<text>\\w+)\"")]
    private static partial Regex Appended();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Output();
}
