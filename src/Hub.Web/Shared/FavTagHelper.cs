using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <summary>
/// A star to keep something. Without an action it does nothing by itself: it stays hidden until a script shows it, so that
/// a page read without scripts, or kept for everybody, holds nothing personal.
/// </summary>
[HtmlTargetElement("hub-fav", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FavTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    /// <summary>What is kept, in words.</summary>
    public string Name { get; set; } = "";

    public bool Pressed { get; set; }

    /// <summary>Where the form around it is sent; makes the star work without scripts.</summary>
    public string? Action { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "fav");
        output.Attributes.SetAttribute("type", Action is null ? "button" : "submit");
        output.Attributes.SetAttribute("aria-pressed", Pressed ? "true" : "false");
        output.Attributes.SetAttribute("aria-label", texts["FavLabel", Name].Value);
        if (Action is null)
        {
            output.Attributes.SetAttribute(new("hidden"));
        }
        else
        {
            output.Attributes.SetAttribute("formaction", Action);
        }

        output.Content.SetHtmlContent(IconTagHelper.Svg(ViewContext.HttpContext, "star"));
    }
}
