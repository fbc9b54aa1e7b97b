using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Hub.Core.Languages;

/// <summary>Words of other programs, some of which write HTML, as the text that people would read.</summary>
public static partial class PlainText
{
    /// <summary>Longer, it is no abstract, and no browser's tree is grown from it.</summary>
    private const int MostCharacters = 20_000;

    private static readonly HashSet<string> Blocks = new(
        ["P", "DIV", "UL", "OL", "H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE", "PRE", "TABLE", "TR", "SECTION", "ARTICLE", "HR"], StringComparer.Ordinal);

    private static readonly HashSet<string> Unread = new(["SCRIPT", "STYLE", "TEMPLATE", "HEAD", "IFRAME", "OBJECT", "SVG"], StringComparer.OrdinalIgnoreCase);

    public static string Of(string words) => words.Length > MostCharacters || !Tag().IsMatch(words) ? words : Read(words);

    /// <summary>Goes from node to node without calling itself: a page may nest as deep as it likes.</summary>
    private static string Read(string html)
    {
        using var document = new HtmlParser().ParseDocument(Formatting().Replace(html, "<${end}span${next}"));
        StringBuilder text = new();
        for (INode? node = document.Body; node is not null;)
        {
            var isRead = node is not IElement element || !Unread.Contains(element.LocalName);
            if (node is IText words)
            {
                text.Append(Blanks().Replace(words.Data, " "));
            }

            Break(text, node, isStart: true);
            if (isRead && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node is not null && node != document.Body && node.NextSibling is null)
            {
                node = node.Parent;
                Break(text, node, isStart: false);
            }

            node = node == document.Body ? null : node?.NextSibling;
        }

        return Gaps().Replace(Edges().Replace(text.ToString(), "\n"), "\n\n").Trim();
    }

    private static void Break(StringBuilder text, INode? node, bool isStart)
    {
        if (node is not IElement element)
        {
            return;
        }

        text.Append(element.TagName switch
        {
            "BR" when isStart => "\n",
            "LI" when isStart => "\n- ",
            var name when Blocks.Contains(name) => "\n\n",
            _ => "",
        });
    }

    /// <summary>The beginning of a tag that changes how text looks. Left open, a parser repeats all of them in each block that follows: a few kilobytes would grow a tree of gigabytes.</summary>
    [GeneratedRegex(@"<(?<end>/?)(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?<next>[\s/>])", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Formatting();

    [GeneratedRegex("</?[a-zA-Z][^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[ \t]*\n[ \t]*", RegexOptions.NonBacktracking)]
    private static partial Regex Edges();

    [GeneratedRegex("\n{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex Gaps();
}
