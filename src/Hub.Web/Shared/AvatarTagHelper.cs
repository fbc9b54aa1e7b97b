using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hub.Web.Shared;

/// <summary>Somebody's initials in a hexagon, beside the name in words: hidden from screen readers.</summary>
[HtmlTargetElement("hub-avatar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AvatarTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    /// <summary>One of the dyers' colours.</summary>
    public string? Tone { get; set; }

    public bool Large { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Large ? "hex avatar avatar--lg" : "hex avatar");
        output.Attributes.SetAttribute("aria-hidden", "true");
        if (Tone is not null)
        {
            output.Attributes.SetAttribute("data-tone", Tone);
        }

        // What people see as one letter may be several characters.
        var words = Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2);
        output.Content.SetContent(string.Concat(words.Select(word => StringInfo.GetNextTextElement(word))).ToUpperInvariant());
    }
}
