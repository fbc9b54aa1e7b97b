using System.Globalization;
using Hub.Core.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hub.Web.Shared;

/// <summary>A day in a hexagon: its number, and under it the short month (or the short name of the day).</summary>
[HtmlTargetElement("hub-hex-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class HexDateTagHelper : TagHelper
{
    /// <summary>Wall date.</summary>
    public DateTime Date { get; set; }

    /// <summary>Yellow: the one date to look at.</summary>
    public bool Accent { get; set; }

    /// <summary>Under the number; the short month unless given.</summary>
    public string? Under { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Accent ? "hex hex--accent" : "hex");
        output.Attributes.SetAttribute("datetime", Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Content.AppendHtml(Part("hex__d", Date.Day.ToString(CultureInfo.InvariantCulture)));
        output.Content.AppendHtml(Part("hex__m", Under ?? Spoken.ShortMonth(Date)));
    }

    private static TagBuilder Part(string name, string text)
    {
        var span = new TagBuilder("span");
        span.AddCssClass(name);
        span.InnerHtml.Append(text);
        return span;
    }
}
