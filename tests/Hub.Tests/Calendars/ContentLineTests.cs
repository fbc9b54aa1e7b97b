using System.Text;
using Hub.Core.Calendars;
using static Hub.Tests.Calendars.Samples;

namespace Hub.Tests.Calendars;

public sealed class ContentLineTests
{
    [Theory]
    [InlineData("Pain, vin et fromage", @"Pain\, vin et fromage")]
    [InlineData("Débat ; suite", @"Débat \; suite")]
    [InlineData(@"C:\temp\new", @"C:\\temp\\new")]
    [InlineData(@"\;", @"\\\;")]
    [InlineData("un\ndeux\r\ntrois\rquatre", @"un\ndeux\ntrois\nquatre")]
    [InlineData("un\u2028deux\u0085trois", @"un\ndeux\ntrois")]
    [InlineData("un\tdeux", "un deux")]
    [InlineData("a\0b\u0007c\u001bd\u007fe\u009bf", "abcdef")]
    [InlineData("9:30 & \"plus\" <script>alert(1)</script>", "9:30 & \"plus\" <script>alert(1)</script>")]
    [InlineData(Family + " en famille", Family + " en famille")]
    public void Text_is_escaped_as_the_format_asks_and_no_more(string title, string written) =>
        Assert.Equal("SUMMARY:" + written, Line("SUMMARY", Entry() with { Summary = title }));

    [Fact]
    public void Half_a_character_becomes_the_replacement_character() =>
        Assert.Equal("SUMMARY:a\uFFFDb", Line("SUMMARY", Entry() with { Summary = "a\ud83db" }));

    [Fact]
    public void A_line_break_in_a_title_opens_no_line_of_its_own()
    {
        var lines = Lines(new([Entry() with { Summary = "x\r\nATTENDEE:mailto:a@b.example\r\nEND:VEVENT" }]));

        Assert.DoesNotContain(lines, l => l.StartsWith("ATTENDEE", StringComparison.Ordinal));
        Assert.Single(lines, "END:VEVENT");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("語")]
    [InlineData("😀")]
    [InlineData(Family)]
    public void Lines_hold_75_octets_at_most_and_each_is_whole_text(string unit)
    {
        UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        foreach (var shift in Enumerable.Range(0, 5))
        {
            var title = new string('a', shift) + string.Concat(Enumerable.Repeat(unit, 300));
            Calendar calendar = new([Entry() with { Summary = title }]);

            var octets = CalendarWriter.WriteUtf8(calendar);

            Assert.All(Split(octets), line => Assert.InRange(line.Length, 1, 75));
            Assert.All(Split(octets), line => strict.GetString(line));
            Assert.Equal("SUMMARY:" + title, Line("SUMMARY", calendar));
        }
    }

    [Fact]
    public void A_line_of_75_octets_is_not_folded_and_one_more_is()
    {
        var title = new string('x', 75 - "SUMMARY:".Length);

        Assert.Contains("\r\nSUMMARY:" + title + "\r\n", CalendarWriter.Write(new([Entry() with { Summary = title }])), StringComparison.Ordinal);
        Assert.Contains("\r\nSUMMARY:" + title + "\r\n x\r\n", CalendarWriter.Write(new([Entry() with { Summary = title + "x" }])), StringComparison.Ordinal);
    }

    [Fact]
    public void The_stream_has_no_byte_order_mark_and_ends_every_line_with_crlf()
    {
        Calendar calendar = new([Entry() with { Summary = "un\ndeux", Description = "\rtrois\n" }]) { Name = "Agenda\r\nde la ville" };

        var text = CalendarWriter.Write(calendar);

        Assert.Equal((byte)'B', CalendarWriter.WriteUtf8(calendar)[0]);
        Assert.EndsWith("\r\nEND:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Replace("\r\n", "", StringComparison.Ordinal), char.IsControl);
        Assert.DoesNotContain("\r\n\r\n", text, StringComparison.Ordinal);
    }

    private static List<byte[]> Split(ReadOnlySpan<byte> octets)
    {
        List<byte[]> lines = [];
        while (octets.IndexOf("\r\n"u8) is >= 0 and var end)
        {
            lines.Add(octets[..end].ToArray());
            octets = octets[(end + 2)..];
        }

        Assert.Equal(0, octets.Length);
        return lines;
    }
}
