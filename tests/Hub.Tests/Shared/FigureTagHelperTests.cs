using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Hub.Core.Territories;
using Hub.Web.Shared;

namespace Hub.Tests.Shared;

public sealed class FigureTagHelperTests
{
    private readonly TagHelperBench _bench = new();

    [Fact]
    public void A_region_begins_its_name_with_the_words_one_sees_and_leads_to_its_days()
    {
        using var map = Read(new HexmapTagHelper(_bench.Texts)
        {
            Counts = new Dictionary<string, int>(StringComparer.Ordinal) { ["53"] = 1, ["11"] = 1200 },
            Chosen = Region.Find("53"),
            Address = region => $"/agenda?region={region.Code}",
            Label = "Journées à venir par région",
        });

        Assert.Equal("Journées à venir par région", map.QuerySelector("svg[role=group]")!.GetAttribute("aria-label"));
        Assert.Equal(Region.All.Select(r => r.Letters).Order(StringComparer.Ordinal), map.QuerySelectorAll("svg a .c").Select(c => c.TextContent).Order(StringComparer.Ordinal));
        Assert.All(map.QuerySelectorAll("svg a"), a => Assert.StartsWith(a.TextContent.Trim(), a.GetAttribute("aria-label"), StringComparison.Ordinal));
        var chosen = Assert.Single(map.QuerySelectorAll("[aria-current=true]"));
        Assert.Equal(("/agenda?region=53", "BRE 1, Bretagne\u00A0: 1 journée"), (chosen.GetAttribute("href"), chosen.GetAttribute("aria-label")));
        Assert.Equal("IDF 1\u202F200, Île-de-France\u00A0: 1\u202F200 journées", map.QuerySelector("a[href$='=11']")!.GetAttribute("aria-label"));
        Assert.Equal("COR 0, Corse\u00A0: aucune journée", map.QuerySelector("a.zero[href$='=94']")!.GetAttribute("aria-label"));
    }

    [Fact]
    public void No_two_regions_lie_on_each_other()
    {
        using var map = Read(new HexmapTagHelper(_bench.Texts));

        var places = map.QuerySelectorAll("svg .c").Select(c => (c.GetAttribute("x"), c.GetAttribute("y"))).ToList();

        Assert.Equal(18, places.Distinct().Count());
    }

    [Fact]
    public void A_radar_says_in_a_sentence_and_in_a_table_what_it_draws()
    {
        using var radar = Read(new RadarTagHelper(_bench.Texts)
        {
            Id = "r",
            Label = "Maturité",
            Axes = ["Données", "Sécurité", "Services"],
            Shapes = [new("Bretagne", [3.6m, 2m, 5m]), new("France", [3m, 2.5m, 0m])],
        });

        var svg = radar.QuerySelector("svg[role=img]")!;
        Assert.Equal(["r-t", "r-d"], svg.GetAttribute("aria-labelledby")!.Split(' '));
        Assert.Equal("Maturité", svg.QuerySelector("#r-t")!.TextContent);
        Assert.Equal(
            "Données\u00A0: Bretagne 3,6 sur 5, France 3 sur 5. Sécurité\u00A0: Bretagne 2 sur 5, France 2,5 sur 5. Services\u00A0: Bretagne 5 sur 5, France 0 sur 5.",
            svg.QuerySelector("#r-d")!.TextContent);
        Assert.Equal("0,-64.8", svg.QuerySelector(".b")!.GetAttribute("points")!.Split(' ')[0]);
        Assert.Equal(5, svg.QuerySelectorAll(".ring").Length);
        Assert.Equal(["Axe", "Bretagne", "France"], radar.QuerySelectorAll("details th[scope=col]").Select(h => h.TextContent));
        Assert.Equal(["Sécurité", "2 sur 5", "2,5 sur 5"], radar.QuerySelectorAll("details tbody tr")[1].Children.Select(c => c.TextContent));
    }

    [Fact]
    public void Steps_done_lead_back_and_the_present_one_is_marked()
    {
        using var steps = Read(new StepsTagHelper(_bench.Texts) { Steps = [new("Ateliers", "/ateliers"), new("Vous"), new("Confirmer", "/fin")], Current = 2, ViewContext = _bench.View });

        var items = steps.QuerySelectorAll("ol.steps > li");
        Assert.Equal([null, "step", null], items.Select(i => i.GetAttribute("aria-current")));
        Assert.Equal("Ateliers, étape faite", items[0].QuerySelector("a[href='/ateliers']")!.TextContent);
        Assert.Null(items[2].QuerySelector("a"));
        Assert.All(items, i => Assert.Equal("true", i.QuerySelector(".hex")!.GetAttribute("aria-hidden")));
    }

    [Fact]
    public void An_avatar_shows_two_initials_and_says_nothing() => Assert.Equal(
        """<span class="hex avatar avatar--lg" aria-hidden="true" data-tone="pastel">ÉD</span>""",
        TagHelperBench.Render(new AvatarTagHelper { Name = "élise d’Exemple du Port", Tone = "pastel", Large = true }).Replace("&#xC9;", "É", StringComparison.Ordinal));

    [Fact]
    public void A_tag_is_words_with_a_colour() => Assert.Equal(
        """<span class="tag" data-tone="noyer">Territoires connectés</span>""", TagHelperBench.Render(new TagTagHelper { Tone = "noyer" }, "Territoires connectés"));

    [Theory]
    [InlineData(null, "button", true)]
    [InlineData("/journees/vannes/favoris", "submit", false)]
    public void A_star_that_nothing_stands_behind_waits_for_a_script(string? action, string type, bool hidden)
    {
        using var star = Read(new FavTagHelper(_bench.Texts) { Name = "Ouverture", Action = action, ViewContext = _bench.View });

        var button = star.QuerySelector("button.fav")!;
        Assert.Equal((type, hidden, action), (button.GetAttribute("type"), button.HasAttribute("hidden"), button.GetAttribute("formaction")));
        Assert.Equal(("false", "Ajouter à mes favoris\u00A0: Ouverture"), (button.GetAttribute("aria-pressed"), button.GetAttribute("aria-label")));
    }

    private static IHtmlDocument Read(Microsoft.AspNetCore.Razor.TagHelpers.ITagHelper helper) => new HtmlParser().ParseDocument(TagHelperBench.Render(helper));
}
