using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hub.Web.Shared;

/// <summary>An icon beside words that say the same: hidden from screen readers. Its name stands in build-icons.mjs.</summary>
[HtmlTargetElement("hub-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public bool Large { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Svg(ViewContext.HttpContext, Name, Large));
    }

    public static TagBuilder Svg(HttpContext context, string name, bool large = false)
    {
        var svg = new TagBuilder("svg");
        svg.AddCssClass(large ? "icon icon--lg" : "icon");
        svg.Attributes["aria-hidden"] = "true";
        svg.Attributes["focusable"] = "false";
        var use = new TagBuilder("use") { TagRenderMode = TagRenderMode.SelfClosing };
        use.Attributes["href"] = $"{AssetTagHelper.Address(context, "lib/icons.svg")}#i-{name}";
        svg.InnerHtml.AppendHtml(use);
        return svg;
    }
}
