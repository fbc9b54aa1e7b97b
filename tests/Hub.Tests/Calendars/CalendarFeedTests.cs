using System.Net;
using System.Text;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Calendars;

public abstract class CalendarFeedTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_s_file_is_a_calendar_that_says_what_it_is()
    {
        var edition = await EditionAsync();
        using var response = await app.Visitor().GetAsync($"/journees/{edition.Slug}.ics", Ct);

        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal($"inline; filename={edition.Slug}.ics", response.Content.Headers.ContentDisposition?.ToString());
        Assert.False(response.Headers.Contains("Set-Cookie"));
        var bytes = await response.Content.ReadAsByteArrayAsync(Ct);
        Assert.Equal("BEGIN:VCALENDAR\r\n", Encoding.UTF8.GetString(bytes)[..17]);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains($"UID:edition-{edition.Id:N}@hub.example\r\n", text);
        Assert.Contains("DTSTART;TZID=Europe/Paris:20270318T090000\r\n", text);
        Assert.DoesNotContain("METHOD:", text);
    }

    [Fact]
    public async Task A_feed_that_did_not_change_is_not_sent_again()
    {
        await EditionAsync();
        using var visitor = app.Visitor();
        using var first = await visitor.GetAsync("/agenda.ics", Ct);
        Assert.NotNull(first.Headers.ETag);
        Assert.False(first.Headers.ETag.IsWeak);

        using HttpRequestMessage again = new(HttpMethod.Get, "/agenda.ics");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag);
        using var second = await visitor.SendAsync(again, Ct);
        using var head = await visitor.SendAsync(new(HttpMethod.Head, "/agenda.ics"), Ct);

        Assert.Equal((HttpStatusCode.NotModified, 0), (second.StatusCode, (await second.Content.ReadAsByteArrayAsync(Ct)).Length));
        Assert.Equal((HttpStatusCode.OK, first.Headers.ETag), (head.StatusCode, head.Headers.ETag));
    }

    [Fact]
    public async Task Moving_a_day_by_an_hour_raises_the_sequence_by_one_and_keeps_the_uid()
    {
        var edition = await EditionAsync();
        var before = await FeedAsync(edition);

        await app.DoAsync<EditionChanges>(changes => changes.ReviseAsync(
            edition.Id, edition.Version, edition.Facts, An.Times(new(2027, 3, 18, 10, 0, 0)), new(null, null), null, Ct));

        var after = await FeedAsync(edition);
        Assert.Contains("SEQUENCE:0\r\n", before);
        Assert.Contains("SEQUENCE:1\r\n", after);
        Assert.Contains("T100000\r\n", after);
        Assert.Equal(Line(before, "UID:"), Line(after, "UID:"));
    }

    [Fact]
    public async Task A_cancelled_day_stays_in_the_agenda_as_cancelled()
    {
        var edition = await EditionAsync();
        await app.DoAsync<EditionChanges>(changes => changes.CancelAsync(edition.Id, "Tempête", null, Ct));

        var feed = await FeedAsync(edition);

        Assert.Contains("STATUS:CANCELLED\r\n", feed);
        Assert.Contains("SEQUENCE:1\r\n", feed);
        Assert.Contains("SUMMARY:Annulée\u00a0: Journée", feed);
    }

    [Fact]
    public async Task A_draft_and_an_unknown_day_answer_alike()
    {
        var organisation = An.Organisation();
        var draft = An.Draft(organisation);
        await app.SaveAsync(organisation, draft);
        using var visitor = app.Visitor();

        using var hidden = await visitor.GetAsync($"/journees/{draft.Slug}.ics", Ct);
        using var missing = await visitor.GetAsync("/journees/nulle-part.ics", Ct);

        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        // The page leads to itself in the other language.
        var said = (await hidden.Content.ReadAsStringAsync(Ct)).Replace(draft.Slug, "nulle-part", StringComparison.Ordinal);
        Assert.Equal((hidden.StatusCode, said), (missing.StatusCode, await missing.Content.ReadAsStringAsync(Ct)));
        Assert.DoesNotContain(draft.Id.ToString("N"), await visitor.GetStringAsync("/agenda.ics", Ct));
    }

    [Fact]
    public async Task The_host_of_the_uids_survives_a_change_of_address()
    {
        await app.AskAsync<CalendarHost, string>(async host => await host.ReadAsync(Ct));

        Assert.Equal("hub.example", await app.ReadAsync(db => db.Set<Setting>().Select(s => s.Value).SingleAsync()));
    }

    private async Task<Edition> EditionAsync()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        return edition;
    }

    private Task<string> FeedAsync(Edition edition) => app.Visitor().GetStringAsync($"/journees/{edition.Slug}.ics", Ct);

    private static string Line(string feed, string name) => feed.Split("\r\n").Single(l => l.StartsWith(name, StringComparison.Ordinal));

    public sealed class OnSqlite(SqliteHub app) : CalendarFeedTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : CalendarFeedTests(app), IClassFixture<PostgreSqlHub>;
}
