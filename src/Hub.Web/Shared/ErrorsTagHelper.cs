using Hub.Core.Languages;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <summary>What is to correct in the form below, each a link to its field. Takes the focus; nothing where all is well.</summary>
[HtmlTargetElement("hub-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var wrong = ViewContext.ViewData.ModelState.Where(e => e.Value?.Errors.Count > 0).OrderBy(e => PlaceOf(e.Key)).ToList();
        if (wrong.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "notice notice--alert");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("id", "errors");
        var title = new TagBuilder("h2");
        title.InnerHtml.Append(wrong.Count == 1 ? texts["OneErrorTitle"] : texts["ManyErrorsTitle", Spoken.Number(wrong.Count)]);
        var list = new TagBuilder("ul");
        foreach (var (key, entry) in wrong)
        {
            list.InnerHtml.AppendHtml(Line(key, entry!.Errors[0].ErrorMessage));
        }

        var body = new TagBuilder("div");
        body.InnerHtml.AppendHtml(title).AppendHtml(list);
        output.Content.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, "circle-alert")).AppendHtml(body);
    }

    /// <summary>A browser sends the fields in the order of the page; what it did not send comes last, in the order it was found wrong.</summary>
    private int PlaceOf(string key)
    {
        var request = ViewContext.HttpContext.Request;
        var place = request.HasFormContentType ? request.Form.Keys.ToList().FindIndex(k => k.Equals(key, StringComparison.OrdinalIgnoreCase)) : -1;
        return place < 0 ? int.MaxValue : place;
    }

    private TagBuilder Line(string key, string message)
    {
        var item = new TagBuilder("li");
        if (key.Length == 0)
        {
            item.InnerHtml.Append(message);
            return item;
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(key, "_");
        link.InnerHtml.Append(LabelOf(key) is { } label ? label + texts["ErrorSeparator"] + Lower(message) : message);
        item.InnerHtml.AppendHtml(link);
        return item;
    }

    /// <summary>The label of the property a key such as "Input.People[0].Email" leads to.</summary>
    private string? LabelOf(string key)
    {
        ModelMetadata? metadata = ViewContext.ViewData.ModelMetadata;
        foreach (var part in key.Split('.'))
        {
            var name = part.Split('[')[0];
            metadata = metadata?.Properties[name];
            metadata = part.Contains('[', StringComparison.Ordinal) ? metadata?.ElementMetadata : metadata;
        }

        return metadata?.DisplayName;
    }

    private static string Lower(string message) =>
        message.Length > 1 && char.IsLower(message[1]) ? char.ToLowerInvariant(message[0]) + message[1..] : message;
}
