using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hub.Web.Shared;

/// <summary>A short word that classes something; the colour repeats what the word says.</summary>
[HtmlTargetElement("hub-tag")]
public sealed class TagTagHelper : TagHelper
{
    /// <summary>One of the dyers' colours.</summary>
    public string? Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tag");
        if (Tone is not null)
        {
            output.Attributes.SetAttribute("data-tone", Tone);
        }
    }
}
