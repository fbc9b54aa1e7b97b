using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hub.Web.Shared;

/// <summary>A state in words, with an icon and a colour that say the same.</summary>
[HtmlTargetElement("hub-status")]
public sealed class StatusTagHelper : TagHelper
{
    /// <summary>ok, warn, alert, or nothing for a plain state.</summary>
    public string? Kind { get; set; }

    public string? Icon { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Kind is null ? "status" : $"status status--{Kind}");
        if (Icon is not null)
        {
            output.PreContent.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, Icon)).Append(" ");
        }
    }
}
