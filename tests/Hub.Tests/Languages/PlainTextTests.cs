using Hub.Core.Languages;

namespace Hub.Tests.Languages;

public sealed class PlainTextTests
{
    private const int Megabyte = 1 << 20;

    [Theory]
    [InlineData("Sans balise & sans <souci", "Sans balise & sans <souci")]
    [InlineData("<p>Un <b>deux</b></p><p>trois<br>quatre</p>", "Un deux\n\ntrois\nquatre")]
    [InlineData("<ul><li><a href='x'>Un</a></li><li>Deux</li></ul>", "- Un\n- Deux")]
    [InlineData("<STRONG class=\"a\">Fort</STRONG> et <em>doux</em> &amp; clair", "Fort et doux & clair")]
    [InlineData("<p>Avant</p><script>alert(1)</script><p>après</p>", "Avant\n\naprès")]
    [InlineData("<base>x <blockquote>cité</blockquote>", "x\n\ncité")]
    public void Words_come_out_as_people_would_read_them(string html, string read) => Assert.Equal(read, PlainText.Of(html));

    [Fact]
    public void Tags_left_open_over_many_blocks_grow_no_forest()
    {
        var html = string.Concat(["<p>", .. Enumerable.Range(0, 1000).Select(n => $"<b a={n}>"), "</p>", .. Enumerable.Repeat("<p>x", 2000)]);
        PlainText.Of("<p>Une première fois</p>");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var text = PlainText.Of(html);

        Assert.Equal(2000, text.Split("\n\n").Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 * Megabyte);
    }
}
