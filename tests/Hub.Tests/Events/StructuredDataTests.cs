using System.Text.Json.Nodes;
using Hub.Core.Events;
using Hub.Tests.Support;

namespace Hub.Tests.Events;

/// <summary>What search engines are told of a day, in each of its states.</summary>
public sealed class StructuredDataTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    [Fact]
    public async Task A_day_says_when_where_how_and_for_how_much()
    {
        var day = await ReadAsync(e => e.SetWindow(new(An.Now.AddDays(-1), new(2027, 3, 10, 11, 0, 0, DateTimeKind.Utc))));

        Assert.Equal(("https://schema.org", "Event"), (Text(day, "@context"), Text(day, "@type")));
        Assert.Equal(("Journée numérique de Bretagne", "La donnée au service des communes"), (Text(day, "name"), Text(day, "description")));
        Assert.Equal(("2027-03-18T09:00:00+01:00", "2027-03-18T17:00:00+01:00"), (Text(day, "startDate"), Text(day, "endDate")));
        Assert.Equal(("https://schema.org/EventScheduled", "https://schema.org/OfflineEventAttendanceMode"), (Text(day, "eventStatus"), Text(day, "eventAttendanceMode")));
        Assert.Equal(("Place", "Palais des congrès"), (Text(day, "location", "@type"), Text(day, "location", "name")));
        Assert.Equal(("1 place du Port, Vannes", "Bretagne", "FR"), (Text(day, "location", "address", "streetAddress"), Text(day, "location", "address", "addressRegion"), Text(day, "location", "address", "addressCountry")));
        Assert.StartsWith("Réseau d’exemple", Text(day, "organizer", "name"), StringComparison.Ordinal);
        Assert.Equal((0, "EUR"), (day["offers"]!["price"]!.GetValue<int>(), Text(day, "offers", "priceCurrency")));
        Assert.Equal(("https://schema.org/InStock", "2027-01-03T10:00:00+01:00"), (Text(day, "offers", "availability"), Text(day, "offers", "validFrom")));
        Assert.Equal("fr", Text(day, "inLanguage"));
        Assert.StartsWith("https://hub.example/lib/share/hub.", Text(day, "image"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_postponed_day_keeps_its_date_and_a_cancelled_one_offers_nothing()
    {
        var postponed = await ReadAsync(e => e.Postpone("Neige", An.Now));
        var cancelled = await ReadAsync(e => e.Cancel("Neige", An.Now));

        Assert.Equal(("https://schema.org/EventPostponed", "2027-03-18T09:00:00+01:00"), (Text(postponed, "eventStatus"), Text(postponed, "startDate")));
        Assert.Equal("https://schema.org/EventCancelled", Text(cancelled, "eventStatus"));
        Assert.Null(postponed["offers"] ?? cancelled["offers"] ?? postponed["previousStartDate"]);
    }

    [Fact]
    public async Task A_day_that_found_a_new_date_says_which_it_had()
    {
        var day = await ReadAsync(e =>
        {
            e.Postpone("Neige", An.Now);
            e.Revise(e.Facts, An.Times(new(2027, 4, 22, 9, 0, 0)), An.Now);
        });

        Assert.Equal(
            ("https://schema.org/EventRescheduled", "2027-03-18T09:00:00+01:00", "2027-04-22T09:00:00+02:00"),
            (Text(day, "eventStatus"), Text(day, "previousStartDate"), Text(day, "startDate")));
    }

    [Fact]
    public async Task A_day_that_moved_says_which_date_it_had()
    {
        var day = await ReadAsync(e => e.Revise(e.Facts, An.Times(new(2027, 3, 19, 9, 0, 0)), An.Now));

        Assert.Equal(("https://schema.org/EventRescheduled", "2027-03-18T09:00:00+01:00"), (Text(day, "eventStatus"), Text(day, "previousStartDate")));
    }

    [Theory]
    [InlineData(EditionFormat.Remote, "OnlineEventAttendanceMode")]
    [InlineData(EditionFormat.Hybrid, "MixedEventAttendanceMode")]
    public async Task The_link_to_join_is_told_to_nobody(EditionFormat format, string mode)
    {
        var day = await ReadAsync(facts: An.Facts(format: format));

        Assert.Equal($"https://schema.org/{mode}", Text(day, "eventAttendanceMode"));
        var online = format is EditionFormat.Hybrid ? day["location"]!.AsArray()[1]! : day["location"]!;
        Assert.Equal(("VirtualLocation", Text(day, "url")), (Text(online, "@type"), Text(online, "url")));
        Assert.DoesNotContain("visio.example", day.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pacific/Tahiti", "2027-03-18T09:00:00-10:00")]
    [InlineData("Indian/Reunion", "2027-03-18T09:00:00+04:00")]
    public async Task Hours_are_those_of_the_place(string zone, string start) =>
        Assert.Equal(start, Text(await ReadAsync(times: An.Times(zone: zone)), "startDate"));

    [Fact]
    public async Task What_people_type_cannot_end_the_block_it_stands_in()
    {
        const string title = "</script><script>alert(1)</script> & « l’été »";

        var day = await ReadAsync(facts: An.Facts(title));

        Assert.Equal(title, Text(day, "name"));
    }

    [Fact]
    public async Task A_session_names_its_people_and_its_day()
    {
        var (edition, sessions) = await app.PlantAsync(e => ADay.Session(e, "Partager", 1, speakers: "Ada Exemple, directrice"));

        var session = await JsonAsync($"/journees/{edition.Slug}/seances/{sessions[0].Code}");

        Assert.Equal(("Partager", "2027-03-18T10:00:00+01:00"), (Text(session, "name"), Text(session, "startDate")));
        Assert.Equal(("Ada Exemple", "directrice"), (Text(session["performer"]!.AsArray()[0]!, "name"), Text(session["performer"]!.AsArray()[0]!, "jobTitle")));
        Assert.Equal(($"https://hub.example/journees/{edition.Slug}", edition.Title), (Text(session, "superEvent", "@id"), Text(session, "superEvent", "name")));
    }

    private async Task<JsonObject> ReadAsync(Action<Edition>? story = null, EditionFacts? facts = null, EditionTimes? times = null)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, facts: facts, times: times);
        story?.Invoke(edition);
        await app.SaveAsync(organisation, edition);
        return await JsonAsync($"/journees/{edition.Slug}");
    }

    private async Task<JsonObject> JsonAsync(string address)
    {
        using var page = await app.Visitor().ReadAsync(address);
        return JsonNode.Parse(Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']")).TextContent)!.AsObject();
    }

    private static string? Text(JsonNode node, params IEnumerable<string> path) => path.Aggregate((JsonNode?)node, (n, name) => n?[name])?.GetValue<string>();
}
