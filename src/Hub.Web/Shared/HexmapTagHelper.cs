using System.Globalization;
using Hub.Core.Languages;
using Hub.Core.Territories;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <summary>The 18 régions as hexagons of equal size, each a link that begins its name with the words shown in it.</summary>
[HtmlTargetElement("hub-hexmap", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class HexmapTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    /// <summary>Distance from the centre of a cell to a corner, and how much of it is drawn.</summary>
    private const double Radius = 42, Drawn = 40.5;

    /// <summary>By three letters: the column, and the row in heights of a cell. Overseas stands around, as far as its place allows.</summary>
    private static readonly Dictionary<string, (double Column, double Row)> Cells = new(StringComparer.Ordinal)
    {
        ["BRE"] = (0, 2),
        ["NOR"] = (1, 1.5),
        ["PDL"] = (1, 2.5),
        ["NAQ"] = (1, 3.5),
        ["HDF"] = (2, 1),
        ["IDF"] = (2, 2),
        ["CVL"] = (2, 3),
        ["OCC"] = (2, 4),
        ["GES"] = (3, 1.5),
        ["BFC"] = (3, 2.5),
        ["ARA"] = (3, 3.5),
        ["PAC"] = (4, 4),
        ["COR"] = (5, 5.5),
        ["GUA"] = (-1, 4.5),
        ["MTQ"] = (-1, 5.5),
        ["GUF"] = (0, 6),
        ["REU"] = (5, 2),
        ["MAY"] = (5, 1),
    };

    /// <summary>Days by INSEE code; a region that is not there has none.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public Region? Chosen { get; set; }

    /// <summary>Where a region leads.</summary>
    public Func<Region, string> Address { get; set; } = _ => "";

    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hexmap");
        output.Attributes.SetAttribute("viewBox", "-112 30 478 464");
        output.Attributes.SetAttribute("role", "group");
        output.Attributes.SetAttribute("aria-label", Label);
        foreach (var (letters, cell) in Cells)
        {
            output.Content.AppendHtml(Link(Region.All.First(r => r.Letters == letters), cell));
        }
    }

    private TagBuilder Link(Region region, (double Column, double Row) cell)
    {
        var count = Counts.GetValueOrDefault(region.Code);
        var (x, y) = (cell.Column * Radius * 1.5, cell.Row * Radius * Math.Sqrt(3));
        TagBuilder link = new("a");
        link.Attributes["href"] = Address(region);
        link.Attributes["aria-label"] = texts[count switch { 0 => "HexmapNone", 1 => "HexmapOne", _ => "HexmapMany" }, region.Letters, Spoken.Number(count), region.Name];
        link.AddCssClass(count switch { 0 => "zero", 1 => "l0", 2 => "l1", _ => "l2" });
        if (region == Chosen)
        {
            link.AddCssClass("on");
            link.Attributes["aria-current"] = "true";
        }

        TagBuilder polygon = new("polygon") { TagRenderMode = TagRenderMode.SelfClosing };
        polygon.AddCssClass("cell");
        polygon.Attributes["points"] = string.Join(' ', Enumerable.Range(0, 6).Select(corner => Corner(x, y, corner * Math.PI / 3)));
        link.InnerHtml.AppendHtml(polygon).AppendHtml(Word("c", x, y + 22, region.Letters)).Append(" ").AppendHtml(Word("n", x, y + 4, Spoken.Number(count)));
        return link;
    }

    private static TagBuilder Word(string kind, double x, double y, string text)
    {
        TagBuilder word = new("text");
        word.AddCssClass(kind);
        word.Attributes["x"] = Length(x);
        word.Attributes["y"] = Length(y);
        word.InnerHtml.Append(text);
        return word;
    }

    private static string Corner(double x, double y, double angle) => $"{Length(x + (Drawn * Math.Cos(angle)))},{Length(y + (Drawn * Math.Sin(angle)))}";

    private static string Length(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
