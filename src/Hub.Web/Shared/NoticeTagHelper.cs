using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hub.Web.Shared;

/// <summary>A boxed message. A kind that reports what the reader has just done is read aloud by screen readers.</summary>
[HtmlTargetElement("hub-notice")]
public sealed class NoticeTagHelper : TagHelper
{
    /// <summary>ok, warn, alert, or nothing for plain information.</summary>
    public string? Kind { get; set; }

    public string? Icon { get; set; }

    /// <summary>True where the message answers an act: role status, or alert for an alert.</summary>
    public bool Live { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Kind is null ? "notice" : $"notice notice--{Kind}");
        if (Live)
        {
            output.Attributes.SetAttribute("role", Kind == "alert" ? "alert" : "status");
        }

        output.PreContent.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, Icon ?? IconOfKind())).AppendHtml("<div>");
        output.PostContent.AppendHtml("</div>");
    }

    private string IconOfKind() => Kind switch
    {
        "ok" => "circle-check",
        "warn" => "triangle-alert",
        "alert" => "circle-alert",
        _ => "info",
    };
}
