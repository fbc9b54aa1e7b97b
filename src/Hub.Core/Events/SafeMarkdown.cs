using System.Text.Encodings.Web;
using Hub.Core.Languages;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Hub.Core.Events;

/// <summary>What organisers write, as HTML that cannot carry markup, scripts, styles or pictures of theirs.</summary>
public static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();

    public static string ToHtml(string markdown)
    {
        try
        {
            return Render(markdown);
        }
        catch (ArgumentException)
        {
            // Nested deeper than the parser goes: nobody's prose, but the page must open so that it can be mended.
            return $"<p>{HtmlEncoder.Default.Encode(markdown)}</p>";
        }
    }

    private static string Render(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage || !IsHarmless(link.Url))
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

        // The page has its own first and second headings.
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Clamp(heading.Level + 2, 3, 6);
        }

        return document.ToHtml(Pipeline);
    }

    private static bool IsHarmless(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto";

    private static string Text(ContainerInline link) => string.Concat(link.Descendants<LiteralInline>().Select(l => l.Content.ToString()));
}
