using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hub.Web.Shared;

/// <summary>Marks a link of the navigation that leads to the page being read.</summary>
[HtmlTargetElement("a", Attributes = "asp-page,hub-nav")]
public sealed class CurrentPageTagHelper : TagHelper
{
    [HtmlAttributeName("asp-page")]
    public string Page { get; set; } = "";

    [HtmlAttributeName("hub-nav")]
    public bool Navigation { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Navigation && string.Equals(ViewContext.RouteData.Values["page"] as string, Page, StringComparison.OrdinalIgnoreCase))
        {
            output.Attributes.SetAttribute("aria-current", "page");
        }
    }
}
