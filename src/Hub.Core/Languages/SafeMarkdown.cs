using System.Buffers;
using System.Text.Encodings.Web;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Hub.Core.Languages;

/// <summary>What organisers write, as HTML that cannot carry markup, scripts, styles or pictures of theirs.</summary>
public static class SafeMarkdown
{
    /// <summary>What the parser must pair or nest, in time that grows with the square of their number.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("*_>[]`");

    /// <summary>More than prose has; as many take some hundredths of a second.</summary>
    private const int MostSigns = 1000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();

    /// <param name="under">Level of the page's own headings, under which these go.</param>
    /// <param name="pathBase">Goes before links to pages of this very site, which begin with one slash.</param>
    public static string ToHtml(string markdown, string pathBase = "", int under = 2)
    {
        try
        {
            return markdown.AsSpan().CountAny(Signs) > MostSigns ? Plain(markdown) : Render(markdown, pathBase, under);
        }
        catch (ArgumentException)
        {
            // Nested deeper than the parser goes: nobody's prose, but the page must open so that it can be mended.
            return Plain(markdown);
        }
    }

    private static string Plain(string markdown) => $"<p>{HtmlEncoder.Default.Encode(markdown)}</p>";

    private static string Render(string markdown, string pathBase, int under)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (!link.IsImage && IsOfThisSite(link.Url))
            {
                link.Url = pathBase + link.Url;
            }
            else if (link.IsImage || !IsHarmless(link.Url))
            {
                link.ReplaceBy(new LiteralInline(Text(link)), copyChildren: false);
            }
            else
            {
                link.GetAttributes().AddProperty("rel", "nofollow noopener");
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !IsHarmless(l.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        foreach (var words in document.Descendants<LiteralInline>())
        {
            words.Content = new(Typography.French(words.Content.ToString()));
        }

        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(heading.Level + under, 6);
        }

        return document.ToHtml(Pipeline);
    }

    /// <summary>Two slashes, or a slash and its mirror image, begin the address of another site.</summary>
    private static bool IsOfThisSite(string? url) => url is ['/'] or ['/', not ('/' or '\\'), ..];

    private static bool IsHarmless(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto";

    private static string Text(ContainerInline link) => string.Concat(link.Descendants<LiteralInline>().Select(l => l.Content.ToString()));
}
