using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Hub.Templates;

/// <summary>The words of a mail's HTML for readers of plain text: same order, links as « text : address ».</summary>
internal sealed class PlainText
{
    private readonly StringBuilder text = new();
    private readonly string colon;
    private int lineBreaks;
    private bool blank;

    private PlainText(string colon) => this.colon = colon;

    public static string Of(IDocument document)
    {
        var isFrench = CultureInfo.GetCultureInfo(document.DocumentElement.GetAttribute("lang") ?? "fr").TwoLetterISOLanguageName == "fr";
        PlainText plain = new(isFrench ? "\u00A0: " : ": ");
        plain.WriteChildren(document.Body!);
        return plain.text.Append('\n').ToString();
    }

    private void Write(INode node)
    {
        switch (node)
        {
            case IText words:
                Append(words.Data);
                break;
            case IElement element when !element.ClassList.Contains("preheader"):
                WriteElement(element);
                break;
        }
    }

    private void WriteElement(IElement element)
    {
        var gap = element.LocalName switch
        {
            "p" or "h1" or "h2" or "ul" or "ol" or "table" => 2,
            "br" or "div" or "li" or "tr" => 1,
            _ => 0,
        };
        Break(gap);
        if (element.LocalName is "li")
        {
            Append("- ");
        }

        WriteChildren(element);
        if (element.LocalName is "th")
        {
            Append(colon);
        }
        else if (element is IHtmlAnchorElement link && Address(link) is var address && !address.Equals(link.TextContent.Trim(), StringComparison.Ordinal))
        {
            Append(colon + address);
        }

        Break(gap);
    }

    private static string Address(IHtmlAnchorElement link)
    {
        var address = link.GetAttribute("href") ?? "";
        return address.StartsWith("mailto:", StringComparison.Ordinal) ? Uri.UnescapeDataString(address["mailto:".Length..]) : address;
    }

    private void WriteChildren(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            Write(child);
        }
    }

    private void Break(int count)
    {
        lineBreaks = Math.Max(lineBreaks, count);
        blank = blank && lineBreaks == 0;
    }

    /// <summary>Blanks collapse as they do in HTML; the narrow and the unbreakable ones are words here.</summary>
    private void Append(string words)
    {
        foreach (var letter in words)
        {
            if (letter is ' ' or '\t' or '\r' or '\n' or '\f')
            {
                blank = lineBreaks == 0;
                continue;
            }

            if (text.Length > 0)
            {
                text.Append('\n', lineBreaks).Append(blank ? " " : "");
            }

            (lineBreaks, blank) = (0, false);
            text.Append(letter);
        }
    }
}
