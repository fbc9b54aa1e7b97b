using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <summary>
/// One question of a form: label, hint, control, error, in that order. The label is the property's [Display(Name)], a key of the folder's texts.
/// A yes-or-no property is a check box; items make a select, or radios and check boxes with choices; rows make a text area.
/// </summary>
[HtmlTargetElement("hub-field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    /// <summary>Instead of the property's label.</summary>
    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Marked « (facultatif) »; every other field is required.</summary>
    public bool Optional { get; set; }

    /// <summary>Type of the input, where the property's own does not say it.</summary>
    public string? Type { get; set; }

    public int Rows { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Shows the items as radios (one answer) or check boxes (a list).</summary>
    public bool Choices { get; set; }

    /// <summary>First line of a select, without value; « Choisissez » unless given, none where empty.</summary>
    public string? Prompt { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => TagBuilder.CreateSanitizedId(Name, "_");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry);
        var error = entry?.Errors.FirstOrDefault()?.ErrorMessage;
        var control = new FieldControl(For, Name, Id, entry) { Type = Type, Rows = Rows, Items = Items, Prompt = Prompt ?? texts["Choose"], Required = !Optional };
        var described = string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", error is null ? null : $"{Id}-error" }.OfType<string>());
        control.Describe(described, error is not null);
        foreach (var extra in output.Attributes.Where(a => a.Name is not "class" and not "id"))
        {
            control.Extra[extra.Name] = extra.Value?.ToString() ?? extra.Name;
        }

        var grouped = Choices && Items is not null;
        output.TagName = grouped ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "field");
        if (grouped)
        {
            output.Attributes.SetAttribute("id", Id);
            if (described.Length > 0)
            {
                output.Attributes.SetAttribute("aria-describedby", described);
            }
        }

        if (error is not null)
        {
            output.Attributes.SetAttribute("data-invalid", "");
        }

        Fill(output.Content, control, grouped, error);
    }

    private void Fill(TagHelperContent content, FieldControl control, bool grouped, string? error)
    {
        if (control.IsCheck)
        {
            content.AppendHtml(control.Check(LabelText(), texts["Optional"], Optional));
        }
        else
        {
            content.AppendHtml(LabelOf(grouped));
        }

        if (Hint is not null)
        {
            content.AppendHtml(Paragraph("hint", $"{Id}-hint", Hint, icon: null));
        }

        if (!control.IsCheck)
        {
            content.AppendHtml(grouped ? control.ChoiceList() : control.Build());
        }

        if (error is not null)
        {
            content.AppendHtml(Paragraph("field__error", $"{Id}-error", error, "circle-alert"));
        }
    }

    private string LabelText() => Label ?? For.Metadata.GetDisplayName();

    private TagBuilder LabelOf(bool grouped)
    {
        var label = new TagBuilder(grouped ? "legend" : "label");
        if (!grouped)
        {
            label.Attributes["for"] = Id;
        }

        label.InnerHtml.Append(LabelText());
        return Optional ? FieldControl.MarkOptional(label, texts["Optional"]) : label;
    }

    private TagBuilder Paragraph(string style, string id, string text, string? icon)
    {
        var paragraph = new TagBuilder("p");
        paragraph.AddCssClass(style);
        paragraph.Attributes["id"] = id;
        if (icon is not null)
        {
            paragraph.InnerHtml.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, icon)).Append(" ");
        }

        paragraph.InnerHtml.Append(text);
        return paragraph;
    }
}
