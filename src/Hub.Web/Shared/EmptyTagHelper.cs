using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hub.Web.Shared;

/// <summary>Stands where a list would: one icon, then its content, a sentence and at most one action.</summary>
[HtmlTargetElement("hub-empty")]
public sealed class EmptyTagHelper : TagHelper
{
    public string Icon { get; set; } = "hexagon";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        var hex = new TagBuilder("span");
        hex.AddCssClass("hex");
        hex.InnerHtml.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, Icon));
        output.PreContent.AppendHtml(hex);
    }
}
