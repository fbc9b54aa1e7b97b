using System.Globalization;
using System.Xml.Linq;
using Hub.Tests.Calendars;
using Hub.Tests.Support;

namespace Hub.Tests.Programmes;

public sealed class XCalTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static readonly XNamespace Space = "urn:ietf:params:xml:ns:icalendar-2.0";

    [Fact]
    public async Task Xcal_says_what_the_calendar_says()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        var (rooms, sessions) = Programme.Of(edition);
        await app.SaveAsync([organisation, edition, .. rooms, .. sessions]);

        using var answer = await app.Visitor().GetAsync($"/journees/{edition.Slug}/schedule.xcal", TestContext.Current.CancellationToken);
        var root = ScheduleReader.Xml(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var ics = await ForeignReader.ReadAsync("ical.js", await app.Visitor().GetByteArrayAsync($"/journees/{edition.Slug}/programme.ics", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Assert.Equal("application/calendar+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Space + "icalendar", root.Name);
        var events = root.Element(Space + "vcalendar")!.Element(Space + "components")!.Elements(Space + "vevent").Select(e => e.Element(Space + "properties")!).ToList();
        Assert.Equal(
            ics.Select(e => (e.Uid, e.StartsAt, e.EndsAt, e.Summary, e.Status)),
            events.Select(e => (Value(e, "uid"), Moment(e, "dtstart"), Moment(e, "dtend"), Value(e, "summary"), Value(e, "status"))));
        Assert.All(events, e => Assert.Equal(Moment(e, "dtstamp"), Moment(e, "last-modified")));
    }

    private static string Value(XElement properties, string name) => Assert.Single(properties.Element(Space + name)!.Elements()).Value;

    private static DateTime Moment(XElement properties, string name) =>
        DateTime.ParseExact(Value(properties, name), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
