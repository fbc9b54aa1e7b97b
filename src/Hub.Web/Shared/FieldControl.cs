using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Hub.Web.Shared;

/// <summary>The control of a field: what was typed comes back, except a password.</summary>
internal sealed class FieldControl(ModelExpression expression, string name, string id, ModelStateEntry? entry)
{
    public string? Type { get; init; }

    public int Rows { get; init; }

    public IEnumerable<SelectListItem>? Items { get; init; }

    public string Prompt { get; init; } = "";

    public bool Required { get; init; }

    public Dictionary<string, string?> Extra { get; } = new(StringComparer.OrdinalIgnoreCase);

    public bool IsCheck => Items is null && ModelType == typeof(bool);

    private Type ModelType => Nullable.GetUnderlyingType(expression.Metadata.ModelType) ?? expression.Metadata.ModelType;

    private bool Many => expression.Metadata.IsEnumerableType && ModelType != typeof(string);

    public void Describe(string described, bool invalid)
    {
        if (described.Length > 0)
        {
            Extra["aria-describedby"] = described;
        }

        if (invalid)
        {
            Extra["aria-invalid"] = "true";
        }
    }

    public TagBuilder Build() => Items is not null ? Select() : Rows > 0 ? Area() : Input();

    public TagBuilder Check(string label, string optional, bool isOptional)
    {
        var box = Named("input", id);
        box.TagRenderMode = TagRenderMode.SelfClosing;
        box.Attributes["type"] = "checkbox";
        box.Attributes["value"] = "true";
        if (entry?.AttemptedValue is { } typed ? typed.Contains("true", StringComparison.OrdinalIgnoreCase) : expression.Model is true)
        {
            box.Attributes["checked"] = "checked";
        }

        var words = new TagBuilder("span");
        words.InnerHtml.Append(label);
        return Wrap("check", box, isOptional ? MarkOptional(words, optional) : words);
    }

    public TagBuilder ChoiceList()
    {
        var list = new TagBuilder("div");
        list.AddCssClass("choices");
        var number = 0;
        foreach (var item in Items!)
        {
            var box = Named("input", $"{id}_{(number++).ToString(CultureInfo.InvariantCulture)}");
            box.TagRenderMode = TagRenderMode.SelfClosing;
            box.Attributes["type"] = Many ? "checkbox" : "radio";
            box.Attributes["value"] = item.Value;
            box.Attributes.Remove("aria-describedby");
            Mark(box, "checked", Chosen(item));
            Mark(box, "disabled", item.Disabled);
            var words = new TagBuilder("b");
            words.InnerHtml.Append(item.Text);
            list.InnerHtml.AppendHtml(Wrap("choice", box, words));
        }

        return list;
    }

    public static TagBuilder MarkOptional(TagBuilder label, string optional)
    {
        var mark = new TagBuilder("span");
        mark.AddCssClass("opt");
        mark.InnerHtml.Append($"({optional})");
        label.InnerHtml.Append(" ").AppendHtml(mark);
        return label;
    }

    private TagBuilder Input()
    {
        var type = Type ?? FieldFormat.InputType(expression.Metadata, ModelType);
        var input = Named("input", id);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.AddCssClass("input");
        input.Attributes["type"] = type;
        if (type is not "password" and not "file" && Value(type) is { Length: > 0 } value)
        {
            input.Attributes["value"] = value;
        }

        if (type == "text" && (ModelType == typeof(int) || ModelType == typeof(long)))
        {
            input.Attributes["inputmode"] = "numeric";
        }

        Limit(input);
        Mark(input, "required", Required);
        return input;
    }

    private TagBuilder Area()
    {
        var area = Named("textarea", id);
        area.AddCssClass("textarea");
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        Limit(area);
        Mark(area, "required", Required);
        area.InnerHtml.AppendHtml("\n").Append(Value("text") ?? "");
        return area;
    }

    private TagBuilder Select()
    {
        var select = Named("select", id);
        select.AddCssClass("select");
        Mark(select, "required", Required);
        Mark(select, "multiple", Many);
        if (!Many && Prompt.Length > 0)
        {
            select.InnerHtml.AppendHtml(Option("", Prompt, chosen: false));
        }

        foreach (var item in Items!)
        {
            select.InnerHtml.AppendHtml(Option(item.Value, item.Text, Chosen(item)));
        }

        return select;
    }

    private TagBuilder Named(string tag, string identity)
    {
        var control = new TagBuilder(tag);
        control.Attributes["id"] = identity;
        control.Attributes["name"] = name;
        control.MergeAttributes(Extra);
        return control;
    }

    private void Limit(TagBuilder control)
    {
        if (FieldFormat.MaxLength(expression.Metadata) is { } length)
        {
            control.Attributes["maxlength"] = length.ToString(CultureInfo.InvariantCulture);
        }
    }

    private string? Value(string type) => entry?.AttemptedValue ?? FieldFormat.Value(expression.Model, type);

    private bool Chosen(SelectListItem item) => entry?.RawValue switch
    {
        string one => one == item.Value,
        string[] many => many.Contains(item.Value),
        _ => expression.Model switch
        {
            null => item.Selected,
            IEnumerable many when Many => many.Cast<object>().Any(m => FieldFormat.Value(m, "text") == item.Value),
            var one => FieldFormat.Value(one, "text") == item.Value,
        },
    };

    private static TagBuilder Option(string value, string text, bool chosen)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = value;
        Mark(option, "selected", chosen);
        option.InnerHtml.Append(text);
        return option;
    }

    private static TagBuilder Wrap(string style, TagBuilder box, TagBuilder words)
    {
        var label = new TagBuilder("label");
        label.AddCssClass(style);
        label.InnerHtml.AppendHtml(box).Append(" ").AppendHtml(words);
        return label;
    }

    private static void Mark(TagBuilder tag, string attribute, bool on)
    {
        if (on)
        {
            tag.Attributes[attribute] = attribute;
        }
    }
}
