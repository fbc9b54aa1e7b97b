using System.Globalization;
using Hub.Core.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <summary>One shape of a radar.</summary>
/// <param name="Values">One for each axis, from 0.</param>
public sealed record RadarShape(string Name, IReadOnlyList<decimal> Values);

/// <summary>Two shapes at the most on three axes or more, drawn here and told again as a legend and a table.</summary>
[HtmlTargetElement("hub-radar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RadarTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    private const double Radius = 108;

    /// <summary>Unique on the page.</summary>
    public string Id { get; set; } = "radar";

    public string Label { get; set; } = "";

    public IReadOnlyList<string> Axes { get; set; } = [];

    public IReadOnlyList<RadarShape> Shapes { get; set; } = [];

    /// <summary>The value at the rim; also the number of rings.</summary>
    public int Most { get; set; } = 5;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "radar-box");
        output.Content.AppendHtml(Drawing()).AppendHtml(Legend()).AppendHtml(Details());
    }

    private TagBuilder Drawing()
    {
        var svg = Tag("svg", ("class", "radar"), ("viewBox", "-158 -132 316 264"), ("role", "img"), ("aria-labelledby", $"{Id}-t {Id}-d"));
        var title = Tag("title", ("id", $"{Id}-t"));
        title.InnerHtml.Append(Label);
        var description = Tag("desc", ("id", $"{Id}-d"));
        description.InnerHtml.Append(string.Join(' ', Axes.Select((axis, i) => texts["RadarAxis", axis, string.Join(", ", Shapes.Select(s => $"{s.Name} {Value(s, i)}"))].Value)));
        svg.InnerHtml.AppendHtml(title).AppendHtml(description);
        for (var ring = 1; ring <= Most; ring++)
        {
            svg.InnerHtml.AppendHtml(Polygon("ring", Enumerable.Repeat((decimal)ring, Axes.Count)));
        }

        for (var i = 0; i < Axes.Count; i++)
        {
            var (x, y) = Point(i, Most);
            svg.InnerHtml.AppendHtml(Tag("line", ("class", "axis"), ("x1", "0"), ("y1", "0"), ("x2", Length(x)), ("y2", Length(y))));
        }

        for (var s = 0; s < Shapes.Count; s++)
        {
            svg.InnerHtml.AppendHtml(Polygon(s == 0 ? "a" : "b", Shapes[s].Values));
        }

        for (var i = 0; i < Axes.Count; i++)
        {
            var (x, y) = Point(i, Most * 1.13m);
            var word = Tag("text", ("x", Length(x)), ("y", Length(y + 4)), ("text-anchor", Math.Abs(x) < 5 ? "middle" : x > 0 ? "start" : "end"));
            word.InnerHtml.Append(Axes[i]);
            svg.InnerHtml.AppendHtml(word);
        }

        return svg;
    }

    private TagBuilder Legend()
    {
        var legend = Tag("figcaption", ("class", "legend"));
        for (var s = 0; s < Shapes.Count; s++)
        {
            var line = Tag("i", ("class", s == 0 ? "" : "dash"));
            var item = new TagBuilder("span");
            item.InnerHtml.AppendHtml(line).Append(" ").Append(Shapes[s].Name);
            legend.InnerHtml.AppendHtml(item);
        }

        return legend;
    }

    private TagBuilder Details()
    {
        var summary = new TagBuilder("summary");
        summary.InnerHtml.Append(texts["RadarTable"]);
        var caption = Tag("caption", ("class", "sr"));
        caption.InnerHtml.Append(Label);
        var table = Tag("table", ("class", "tbl"));
        table.InnerHtml.AppendHtml(caption).AppendHtml(Group("thead", Row([texts["RadarAxisName"], .. Shapes.Select(s => s.Name)], "col")));
        table.InnerHtml.AppendHtml(Group("tbody", [.. Axes.Select((axis, i) => Row([axis, .. Shapes.Select(s => Value(s, i))], "row"))]));
        var details = new TagBuilder("details");
        details.InnerHtml.AppendHtml(summary).AppendHtml(table);
        return details;
    }

    private static TagBuilder Group(string name, params TagBuilder[] rows) => rows.Aggregate(new TagBuilder(name), (group, row) =>
    {
        group.InnerHtml.AppendHtml(row);
        return group;
    });

    /// <param name="scope">col: all cells are headers; row: the first is.</param>
    private static TagBuilder Row(IEnumerable<string> cells, string scope)
    {
        var row = new TagBuilder("tr");
        foreach (var (index, cell) in cells.Index())
        {
            var isHeader = scope == "col" || index == 0;
            var tag = isHeader ? Tag("th", ("scope", scope)) : Tag("td");
            tag.InnerHtml.Append(cell);
            row.InnerHtml.AppendHtml(tag);
        }

        return row;
    }

    private TagBuilder Polygon(string kind, IEnumerable<decimal> values) => Tag(
        "polygon", ("class", kind), ("points", string.Join(' ', values.Select((value, i) => Point(i, value)).Select(p => $"{Length(p.X)},{Length(p.Y)}"))));

    /// <summary>The first axis points up, the others follow the clock.</summary>
    private (double X, double Y) Point(int axis, decimal value)
    {
        var (angle, reach) = ((2 * Math.PI * axis / Axes.Count) - (Math.PI / 2), Radius * (double)value / Most);
        return (reach * Math.Cos(angle), reach * Math.Sin(angle));
    }

    private string Value(RadarShape shape, int axis) => texts["RadarValue", Spoken.Number(shape.Values[axis], decimals: shape.Values[axis] % 1 == 0 ? 0 : 1), Spoken.Number(Most)];

    private static TagBuilder Tag(string name, params (string Name, string Value)[] attributes)
    {
        TagBuilder tag = new(name);
        foreach (var (attribute, value) in attributes.Where(a => a.Value.Length > 0))
        {
            tag.Attributes[attribute] = value;
        }

        return tag;
    }

    private static string Length(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
