using System.Globalization;
using Hub.Core.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <summary>Links to the pages of a list, the rest of the query kept. A list of one page has none.</summary>
[HtmlTargetElement("hub-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    /// <summary>From 1.</summary>
    public int Page { get; set; } = 1;

    public int Pages { get; set; }

    /// <summary>Name of the page number in the query.</summary>
    public string Name { get; set; } = "page";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pagination");
        output.Attributes.SetAttribute("aria-label", texts["PagerLabel"].Value);
        var list = new TagBuilder("ul");
        if (Page > 1)
        {
            list.InnerHtml.AppendHtml(Step(Page - 1, "chevron-left", texts["PreviousPage"]));
        }

        foreach (var number in Numbers())
        {
            list.InnerHtml.AppendHtml(number is { } n ? NumberLink(n) : Gap());
        }

        if (Page < Pages)
        {
            list.InnerHtml.AppendHtml(Step(Page + 1, "chevron-right", texts["NextPage"]));
        }

        output.Content.AppendHtml(list);
    }

    /// <summary>The first, the last, and those about this one; null is a gap.</summary>
    private IEnumerable<int?> Numbers()
    {
        var shown = Enumerable.Range(1, Pages).Where(n => n == 1 || n == Pages || Math.Abs(n - Page) <= 1).ToList();
        for (var i = 0; i < shown.Count; i++)
        {
            if (i > 0 && shown[i] > shown[i - 1] + 1)
            {
                yield return null;
            }

            yield return shown[i];
        }
    }

    private TagBuilder NumberLink(int number)
    {
        var link = Link(number, texts["PageNumber", Spoken.Number(number)]);
        link.InnerHtml.Append(Spoken.Number(number));
        if (number == Page)
        {
            link.Attributes["aria-current"] = "page";
        }

        return Item(link);
    }

    private TagBuilder Step(int number, string icon, string label)
    {
        var link = Link(number, label);
        link.InnerHtml.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, icon));
        return Item(link);
    }

    private TagBuilder Link(int number, string label)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = Address(number);
        link.Attributes["aria-label"] = label;
        return link;
    }

    private string Address(int number)
    {
        var request = ViewContext.HttpContext.Request;
        var query = QueryHelpers.ParseQuery(request.QueryString.Value);
        query[Name] = number.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString((request.PathBase + request.Path).ToUriComponent(), query);
    }

    private static TagBuilder Gap()
    {
        var span = new TagBuilder("span");
        span.AddCssClass("page");
        span.InnerHtml.Append("…");
        return Item(span);
    }

    private static TagBuilder Item(TagBuilder content)
    {
        var item = new TagBuilder("li");
        item.InnerHtml.AppendHtml(content);
        return item;
    }
}
