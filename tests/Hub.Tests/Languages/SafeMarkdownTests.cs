using Hub.Core.Languages;

namespace Hub.Tests.Languages;

public sealed class SafeMarkdownTests
{
    [Theory]
    [InlineData("[a](javascript:alert(1))", "<p>a</p>\n")]
    [InlineData("[a](data:text/html,x)", "<p>a</p>\n")]
    [InlineData("![photo](https://elsewhere.example/pixel.png)", "<p>photo</p>\n")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n")]
    [InlineData("ce qui marche : tout", "<p>ce qui marche\u00a0: tout</p>\n")]
    [InlineData("# Titre", "<h3>Titre</h3>\n")]
    public void What_organisers_write_carries_words_only(string markdown, string html) =>
        Assert.Equal(html, SafeMarkdown.ToHtml(markdown));

    [Fact]
    public void A_link_to_a_page_stays_a_link() =>
        Assert.Contains("href=\"https://mairie.example/\"", SafeMarkdown.ToHtml("[la mairie](https://mairie.example/)"));

    [Theory]
    [InlineData('>')]
    [InlineData('[')]
    public void Text_nested_beyond_reason_still_shows(char sign) =>
        Assert.StartsWith("<p>", SafeMarkdown.ToHtml(new string(sign, 9000)), StringComparison.Ordinal);

    [Fact]
    public void More_signs_than_prose_has_are_shown_as_they_are() =>
        Assert.Equal($"<p>{string.Concat(Enumerable.Repeat("*a_ ", 4000))}</p>", SafeMarkdown.ToHtml(string.Concat(Enumerable.Repeat("*a_ ", 4000))));
}
