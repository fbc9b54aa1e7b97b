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

    /// <summary>Begins the names of the public pages that stand behind this one.</summary>
    [HtmlAttributeName("hub-nav-over")]
    public string? Over { get; set; }

    /// <summary>Pages below the address of this one stand behind it.</summary>
    [HtmlAttributeName("hub-nav-under")]
    public bool Under { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var here = ViewContext.RouteData.Values["page"] as string ?? "";
        if (Navigation && string.Equals(here, Page, StringComparison.OrdinalIgnoreCase))
        {
            output.Attributes.SetAttribute("aria-current", "page");
        }
        else if (Navigation && ((Over is not null && here.StartsWith(Over, StringComparison.OrdinalIgnoreCase)) || (Under && IsAbove(output.Attributes["href"]?.Value?.ToString()))))
        {
            output.Attributes.SetAttribute("aria-current", "true");
        }
    }

    private bool IsAbove(string? address)
    {
        var request = ViewContext.HttpContext.Request;
        return address is not null && request.PathBase.Add(request.Path).StartsWithSegments(address, StringComparison.Ordinal);
    }
}
