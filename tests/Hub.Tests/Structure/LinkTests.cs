using System.Text.RegularExpressions;
using Hub.Tests.Security;
using Hub.Tests.Support;

namespace Hub.Tests.Structure;

/// <summary>Links go by the name of a page; a name that is nobody's would only be noticed by who clicks.</summary>
public sealed partial class LinkTests(PublicSite site)
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

    /// <summary>A link that lacks part of its address is served without any, and leads to the page one is on.</summary>
    [Fact]
    public async Task Every_link_leads_somewhere()
    {
        using var visitor = await site.VisitAsync();
        using var administrator = await site.AdministerAsync();
        List<string> nowhere = [];
        foreach (var (browser, address) in site.Pages.Select(p => (visitor, p)).Concat(site.Desk.Select(p => (administrator, p))))
        {
            using var answer = await browser.GetAsync(address, TestContext.Current.CancellationToken);
            using var page = await answer.ReadAsync();
            nowhere.AddRange(page.QuerySelectorAll("a[href='']:not(noscript a)").Select(a => $"{address}: {a.TextContent.Trim()}"));
        }

        Assert.Empty(nowhere);
    }

    [GeneratedRegex("""(?:asp-page="|Page\(")(?<page>/[^"]+)[")]""")]
    private static partial Regex Link();
}
