using System.Text.RegularExpressions;

namespace Hub.Tests.Structure;

/// <summary>Links go by the name of a page; a name that is nobody's would only be noticed by who clicks.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Every_page_a_link_names_exists()
    {
        var files = SourceFile.Of("Hub.Web");
        var pages = files.Where(f => f.Text.StartsWith("@page", StringComparison.Ordinal)).Select(f => "/" + f.Name[..^".cshtml".Length]).ToHashSet(StringComparer.Ordinal);
        var links = files.SelectMany(f => Link().Matches(f.Text).Select(m => (f.Name, Page: m.Groups["page"].Value))).ToList();

        Assert.NotEmpty(links);
        Assert.DoesNotContain(links, l => !pages.Contains(l.Page));
    }

    [GeneratedRegex("""(?:asp-page="|Page\(")(?<page>/[^"]+)[")]""")]
    private static partial Regex Link();
}
