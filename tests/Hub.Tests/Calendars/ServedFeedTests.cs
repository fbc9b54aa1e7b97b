using Hub.Core.Events;
using Hub.Tests.Support;

namespace Hub.Tests.Calendars;

/// <summary>The feed as it is served, read by libraries of other make.</summary>
public abstract class ServedFeedTests(HubApp app)
{
    private static readonly string[] Zones = ["Europe/Paris", "America/Martinique", "America/Miquelon", "Indian/Reunion"];

    private static readonly DateTime[] LocalStarts =
    [
        new(2027, 3, 13, 9, 0, 0), new(2027, 3, 14, 9, 0, 0), new(2027, 3, 27, 9, 0, 0), new(2027, 3, 28, 9, 0, 0),
        new(2027, 10, 30, 9, 0, 0), new(2027, 10, 31, 9, 0, 0), new(2027, 11, 6, 9, 0, 0), new(2027, 11, 7, 9, 0, 0),
    ];

    [Theory]
    [InlineData("ical.js")]
    [InlineData("icalendar")]
    [InlineData("libical")]
    public async Task Days_of_four_zones_around_the_clock_changes_are_read_at_the_instants_they_take_place(string library)
    {
        var ct = TestContext.Current.CancellationToken;
        var organisation = An.Organisation();
        Edition[] editions =
        [
            .. from zone in Zones
               from start in LocalStarts
               select An.Edition(organisation, facts: An.Facts($"Journée ; {library}, {zone}"), times: An.Times(start, zone: zone)),
        ];
        await app.SaveAsync([organisation, .. editions]);

        var read = await ForeignReader.ReadAsync(library, await app.Visitor().GetByteArrayAsync("/agenda.ics", ct), ct);

        Assert.Equal(
            editions.Select(e => ($"edition-{e.Id:N}@hub.example", e.StartsAt, e.EndsAt, e.Title)).Order(),
            read.Where(r => r.Summary.Contains(library, StringComparison.Ordinal)).Select(r => (r.Uid, r.StartsAt, r.EndsAt, r.Summary)).Order());
    }

    public sealed class OnSqlite(SqliteHub app) : ServedFeedTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : ServedFeedTests(app), IClassFixture<PostgreSqlHub>;
}
