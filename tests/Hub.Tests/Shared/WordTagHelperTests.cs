using Hub.Web.Shared;

namespace Hub.Tests.Shared;

public sealed class WordTagHelperTests
{
    private const string Icon = """<svg aria-hidden="true" class="icon" focusable="false"><use href="/lib/icons.svg#i-{0}" /></svg>""";
    private readonly TagHelperBench _bench = new();

    [Fact]
    public void An_icon_is_hidden_from_screen_readers() =>
        Assert.Equal(Svg("clock"), TagHelperBench.Render(new IconTagHelper { Name = "clock", ViewContext = _bench.View }));

    [Fact]
    public void A_day_in_a_hexagon_is_a_time() => Assert.Equal(
        """<time class="hex hex--accent" datetime="2027-03-18"><span class="hex__d">18</span><span class="hex__m">mars</span></time>""",
        TagHelperBench.Render(new HexDateTagHelper { Date = new DateTime(2027, 3, 18), Accent = true }));

    [Fact]
    public void An_instant_is_told_in_its_zone() => Assert.Equal(
        """<time datetime="2027-03-18T05:30-04:00">5&#xA0;h&#xA0;30, heure de Martinique</time>""",
        TagHelperBench.Render(Time(new TimeTagHelper { Utc = new DateTime(2027, 3, 18, 9, 30, 0), Zone = "America/Martinique", NameZone = true })));

    [Fact]
    public void A_wall_time_carries_the_offset_of_its_day() => Assert.Contains(
        "datetime=\"2027-07-18T09:30+02:00\"",
        TagHelperBench.Render(Time(new TimeTagHelper { Wall = new DateTime(2027, 7, 18, 9, 30, 0) })).Replace("&#x2B;", "+", StringComparison.Ordinal),
        StringComparison.Ordinal);

    [Fact]
    public void A_state_has_an_icon_and_words() => Assert.Equal(
        $"""<span class="status status--ok">{Svg("check")} 46 places</span>""",
        TagHelperBench.Render(new StatusTagHelper { Kind = "ok", Icon = "check", ViewContext = _bench.View }, "46 places"));

    [Fact]
    public void A_live_notice_is_read_aloud() => Assert.Equal(
        $"""<div class="notice notice--ok" role="status">{Svg("circle-check")}<div>Fait.</div></div>""",
        TagHelperBench.Render(new NoticeTagHelper { Kind = "ok", Live = true, ViewContext = _bench.View }, "Fait."));

    [Fact]
    public void An_empty_list_has_an_icon_and_a_sentence() => Assert.Equal(
        $"""<div class="empty"><span class="hex">{Svg("hexagon")}</span><p>Rien.</p></div>""",
        TagHelperBench.Render(new EmptyTagHelper { ViewContext = _bench.View }, "<p>Rien.</p>"));

    [Fact]
    public void A_pager_keeps_the_query_and_marks_the_page()
    {
        _bench.View.HttpContext.Request.Path = "/agenda";
        _bench.View.HttpContext.Request.QueryString = new Microsoft.AspNetCore.Http.QueryString("?region=bre&page=4");

        var html = TagHelperBench.Render(new PagerTagHelper(_bench.Texts) { Page = 4, Pages = 9, ViewContext = _bench.View });

        Assert.StartsWith("""<nav class="pagination" aria-label="Pages de la liste"><ul><li><a aria-label="Page pr""", html, StringComparison.Ordinal);
        Assert.Contains("""<a aria-current="page" aria-label="Page 4" href="/agenda?region=bre&amp;page=4">4</a>""", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("class=\"page\"").Length - 1);
    }

    [Fact]
    public void A_list_of_one_page_has_no_pager() =>
        Assert.Equal("", TagHelperBench.Render(new PagerTagHelper(_bench.Texts) { Pages = 1, ViewContext = _bench.View }));

    private static TimeTagHelper Time(TimeTagHelper helper)
    {
        helper.Shape = TimeShape.Hour;
        return helper;
    }

    private static string Svg(string name) => Icon.Replace("{0}", name, StringComparison.Ordinal);
}
