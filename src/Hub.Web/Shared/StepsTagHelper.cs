using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <param name="Address">Where to change what was said there; null where nobody can.</param>
public sealed record Step(string Label, string? Address = null);

/// <summary>The steps of a form: those done are links back, the present one is marked, those to come are words.</summary>
[HtmlTargetElement("hub-steps", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepsTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    public IReadOnlyList<Step> Steps { get; set; } = [];

    /// <summary>From 1.</summary>
    public int Current { get; set; } = 1;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "steps");
        foreach (var (index, step) in Steps.Index())
        {
            output.Content.AppendHtml(Item(step, index + 1));
        }
    }

    private TagBuilder Item(Step step, int number)
    {
        var isDone = number < Current;
        TagBuilder item = new("li"), hex = new("span"), label = new(isDone && step.Address is not null ? "a" : "span");
        hex.AddCssClass("hex");
        hex.Attributes["aria-hidden"] = "true";
        label.AddCssClass("steps__label");
        label.InnerHtml.Append(step.Label);
        if (isDone)
        {
            item.AddCssClass("is-done");
            hex.InnerHtml.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, "check"));
            TagBuilder done = new("span");
            done.AddCssClass("sr");
            done.InnerHtml.Append(texts["StepDone"]);
            label.InnerHtml.AppendHtml(done);
        }
        else
        {
            hex.InnerHtml.Append(number.ToString(CultureInfo.InvariantCulture));
        }

        if (isDone && step.Address is not null)
        {
            label.Attributes["href"] = step.Address;
        }

        if (number == Current)
        {
            item.Attributes["aria-current"] = "step";
        }

        item.InnerHtml.AppendHtml(hex).AppendHtml(label);
        return item;
    }
}
