using System.Text.RegularExpressions;
using Hub.Tests.Support;

namespace Hub.Tests.Structure;

/// <summary>docs/security.md says of each line which test proves it, or why none does.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly List<(int Line, string Proof)> Rows =
        [.. Row().Matches(File.ReadAllText(Repository.File("docs/security.md"))).Select(m => (int.Parse(m.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture), m.Groups["proof"].Value))];

    [Fact]
    public void Every_line_stands_there_once() => Assert.Equal(Enumerable.Range(1, 64), Rows.Select(r => r.Line));

    [Fact]
    public void Every_line_names_a_test_or_says_why_not() => Assert.All(Rows, row => Assert.True(row.Proof.Trim().Length >= 8, $"{row.Line}"));

    [Fact]
    public void Every_test_it_names_exists()
    {
        var classes = typeof(SecurityDocumentTests).Assembly.GetTypes().Where(t => !t.IsNested).ToLookup(t => t.Name, StringComparer.Ordinal);
        var missing = from row in Rows
                      from Match name in Name().Matches(row.Proof)
                      let type = classes[name.Groups["class"].Value].FirstOrDefault()
                      let method = name.Groups["method"].Value
                      where type is null || (method.Length > 0 && type.GetMethod(method) is null)
                      select $"{row.Line}: {name.Value}";

        Assert.Empty(missing);
    }

    /// <summary>A test named after a line that the table gives to another test, or to none, would be found by nobody.</summary>
    [Fact]
    public void Every_test_named_after_a_line_stands_beside_it()
    {
        var tests = from type in typeof(SecurityDocumentTests).Assembly.GetTypes()
                    where type.Namespace == "Hub.Tests.Security"
                    from method in type.GetMethods()
                    let line = LineOf().Match(method.Name)
                    where line.Success
                    select (Line: int.Parse(line.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture), Class: type.Name, Method: method.Name);

        Assert.Empty(tests.Where(t => !Rows.Any(r => r.Line == t.Line && r.Proof.Contains($"`{t.Class}", StringComparison.Ordinal))).Select(t => t.Method));
    }

    [GeneratedRegex(@"^\| (?<line>\d+) \|[^|]*\|(?<proof>[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<class>\w+Tests)(\.(?<method>\w+))?`")]
    private static partial Regex Name();

    [GeneratedRegex(@"^Lines?_(?<line>\d\d)_")]
    private static partial Regex LineOf();
}
