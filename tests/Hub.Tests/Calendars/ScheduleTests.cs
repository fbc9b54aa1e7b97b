using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Tests.Support;

namespace Hub.Tests.Calendars;

/// <summary>The programme as apps of conferences and screens read it, held against the reference schemas of the format.</summary>
public abstract partial class ScheduleTests(HubApp app)
{
    private const string OddTitle = "L’été <b>numérique</b> & les « communes » : \"tout\" dire";
    private const string OddRoom = "Amphithéâtre <A> & \"B\"";

    private static readonly string[] Formats = ["schedule.json", "schedule.xml", "programme.csv"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_rule_of_the_reference_schema_holds_in_the_xml()
    {
        var day = await PlantAsync();
        using var answer = await app.Visitor().GetAsync(Address(day.Edition, "schedule.xml"), Ct);
        var root = ScheduleReader.Xml(await answer.Content.ReadAsByteArrayAsync(Ct));

        Assert.Equal("application/vnd.c3voc.schedule+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("schedule", root.Name.LocalName);
        Assert.Equal(["generator", "version", "conference", "day", "day"], Names(root));
        Assert.Equal("Hub", root.Element("generator")!.Attribute("name")!.Value);
        var conference = root.Element("conference")!;
        Assert.Equal(["title", "acronym", "start", "end", "days", "timeslot_duration", "base_url", "url", "time_zone_name", "color"], Names(conference));
        var acronym = conference.Element("acronym")!.Value;
        Assert.Matches("^[a-z0-9_]{4,}$", acronym);
        Assert.Equal(
            ("2027-03-27", "2027-03-28", "2", "00:05", "Europe/Paris", "#0e4d5a"),
            (Text("start"), Text("end"), Text("days"), Text("timeslot_duration"), Text("time_zone_name"), conference.Element("color")!.Attribute("primary")!.Value));
        Assert.Equal(["1", "2"], root.Elements("day").Select(d => d.Attribute("index")!.Value));
        Assert.All(root.Elements("day").SelectMany(d => new[] { d.Attribute("start")!.Value, d.Attribute("end")!.Value }), at => Assert.Matches(Moment(), at));
        Assert.All(root.Elements("day"), d => Assert.Distinct(d.Elements("room").Select(r => r.Attribute("name")!.Value)));
        Assert.All(root.Descendants("room").Where(r => r.HasElements), r => Assert.Matches(Uuid(), r.Attribute("guid")!.Value));

        var events = root.Descendants("event").ToList();
        Assert.Equal(day.Sessions.Count(s => !s.IsPause), events.Count);
        Assert.Distinct(events.Select(e => e.Attribute("guid")!.Value));
        Assert.Distinct(events.Select(e => e.Attribute("code")!.Value));
        Assert.Distinct(events.Select(e => e.Attribute("id")!.Value));
        Assert.Distinct(events.Select(e => e.Element("slug")!.Value));
        Assert.All(events, AssertEvent);
        Assert.All(events, e => Assert.StartsWith($"{acronym}-", e.Element("slug")!.Value, StringComparison.Ordinal));

        string Text(string name) => conference.Element(name)!.Value;
    }

    [Fact]
    public async Task The_json_has_the_keys_its_readers_ask_for()
    {
        var day = await PlantAsync();
        var root = await JsonAsync(day.Edition);

        Assert.Equal(["$schema", "generator", "schedule"], Keys(root));
        Assert.Equal("https://c3voc.de/schedule/schema.json", ScheduleReader.Text(root, "$schema"));
        Assert.Equal(["name", "version", "url"], Keys(root["generator"]!));
        var schedule = root["schedule"]!;
        Assert.Equal(["url", "version", "base_url", "conference"], Keys(schedule));
        Assert.Equal(
            ($"https://hub.example/journees/{day.Edition.Slug}", "2027-01-04T09:00:00Z", "https://hub.example/"),
            (ScheduleReader.Text(schedule, "url"), ScheduleReader.Text(schedule, "version"), ScheduleReader.Text(schedule, "base_url")));
        var conference = schedule["conference"]!;
        Assert.Equal(
            ["acronym", "title", "start", "end", "daysCount", "timeslot_duration", "time_zone_name", "url", "colors", "meta", "rooms", "tracks", "days"],
            Keys(conference));
        Assert.Equal(day.Organisation.Name, ScheduleReader.Text(conference["meta"]!, "organisation"));
        Assert.Equal(["Toutes les salles", OddRoom, "Salle Ys", "Salle Ys (2)", "Atelier"], conference["rooms"]!.AsArray().Select(r => ScheduleReader.Text(r!, "name")));
        Assert.Equal([null, .. day.Rooms.Select(r => r.Seats)], conference["rooms"]!.AsArray().Select(r => r!["capacity"]?.GetValue<int>()));
        Assert.Equal(day.Rooms.Select(r => $"{r.Id}"), conference["rooms"]!.AsArray().Skip(1).Select(r => ScheduleReader.Text(r!, "guid")));
        Assert.All(conference["rooms"]!.AsArray(), r => Assert.Matches("^[a-z0-9_-]+[a-z0-9]$", ScheduleReader.Text(r!, "slug")));
        Assert.Distinct(conference["rooms"]!.AsArray().Select(r => ScheduleReader.Text(r!, "slug")));
        Assert.All(conference["days"]!.AsArray(), d => Assert.Equal(["index", "date", "day_start", "day_end", "rooms"], Keys(d!)));
        var talks = conference["days"]!.AsArray().SelectMany(d => d!["rooms"]!.AsObject()).SelectMany(r => r.Value!.AsArray()).ToList();
        Assert.NotEmpty(talks);
        Assert.All(talks, t => Assert.Equal(
            [
                "guid", "code", "id", "logo", "date", "start", "end", "duration", "room", "slug", "url", "title", "subtitle", "track", "type", "language",
                "abstract", "description", "recording_license", "do_not_record", "persons", "links", "origin_url", "attachments",
            ],
            Keys(t!)));
        var persons = talks.SelectMany(t => t!["persons"]!.AsArray()).ToList();
        Assert.NotEmpty(persons);
        Assert.All(persons, p => Assert.Equal(["code", "name", "avatar", "biography", "public_name", "guid", "url"], Keys(p!)));
        Assert.All(persons, p => Assert.Matches("^[0-9A-Z]{6}$", ScheduleReader.Text(p!, "code")));
        Assert.Equal("directrice", ScheduleReader.Text(persons.First(p => ScheduleReader.Text(p!, "name") == "Ada Exémple")!, "biography"));
    }

    [Fact]
    public async Task Json_and_xml_tell_the_same()
    {
        var day = await PlantAsync();

        var read = ScheduleReader.Talks(await XmlAsync(day.Edition));

        Assert.Equal(read, ScheduleReader.Talks(await JsonAsync(day.Edition)));
        var odd = Assert.Single(read, t => t.Title == OddTitle);
        Assert.Equal((OddRoom, "Première ligne\nseconde ligne"), (odd.Room, odd.Abstract));
        Assert.Equal(["Toutes les salles"], read.Where(t => t.Title == "Ouverture").Select(t => t.Room));
        Assert.DoesNotContain(read, t => t.Title == "Déjeuner");
        var ada = read.SelectMany(t => t.Persons.Split('|')).Where(p => p.EndsWith("Ada Exémple", StringComparison.Ordinal)).ToList();
        Assert.True(ada.Count > 1);
        Assert.Single(ada.Distinct());
    }

    [Fact]
    public async Task What_begins_after_midnight_belongs_to_the_evening_before_and_keeps_its_own_clock()
    {
        var day = await PlantAsync();
        var root = await JsonAsync(day.Edition);
        var (first, second) = (root["schedule"]!["conference"]!["days"]![0]!, root["schedule"]!["conference"]!["days"]![1]!);
        var night = first["rooms"]!["Salle Ys"]!.AsArray().Single(t => ScheduleReader.Text(t!, "title") == "Nuit")!;
        var dawn = second["rooms"]!["Salle Ys"]!.AsArray().Single(t => ScheduleReader.Text(t!, "title") == "Aube")!;

        // The clocks of Paris go from 02:00 to 03:00 that night.
        Assert.Equal(("2027-03-28T01:30:00+01:00", "01:30", "2027-03-28T04:00:00+02:00", "01:30"), Times(night));
        Assert.Equal(("2027-03-28T03:30:00+02:00", "03:30", "2027-03-28T04:00:00+02:00", "00:30"), Times(dawn));
        Assert.Equal(("2027-03-27T04:00:00+01:00", "2027-03-28T03:59:00+02:00"), (ScheduleReader.Text(first, "day_start"), ScheduleReader.Text(first, "day_end")));

        static (string, string, string, string) Times(JsonNode talk) =>
            (ScheduleReader.Text(talk, "date"), ScheduleReader.Text(talk, "start"), ScheduleReader.Text(talk, "end"), ScheduleReader.Text(talk, "duration"));
    }

    [Fact]
    public async Task A_session_that_is_renamed_and_moved_is_known_again()
    {
        var day = await PlantAsync();
        var session = day.Sessions.Single(s => s.Title == OddTitle);
        var (before, version) = (Find(await XmlAsync(day.Edition), session), await VersionAsync());
        app.Clock.Now = An.Now.AddHours(1);

        await app.PublishAsync(day.Edition.Id, office => office.WriteSessionAsync(
            day.Edition.Id, session.Id, new(SessionKind.Debate, "Un autre titre", day.Rooms[3].Id, session.LocalStart.AddHours(1), 90, session.Speakers, null), null, null, Ct));

        var after = Find(await XmlAsync(day.Edition), session);
        Assert.Equal(("Un autre titre", "Atelier", "16:00", "01:30"), (after.Title, after.Room, after.Start, after.Duration));
        Assert.Equal((before.Id, before.Code, before.Number, before.Slug, before.Url, before.Persons), (after.Id, after.Code, after.Number, after.Slug, after.Url, after.Persons));
        Assert.Equal(("2027-01-04T09:00:00Z", "2027-01-04T10:00:00Z"), (version, await VersionAsync()));

        app.Clock.Now = An.Now.AddHours(2);
        await app.PublishAsync(day.Edition.Id, office => office.RemoveSessionAsync(day.Edition.Id, session.Id, null, Ct));
        Assert.DoesNotContain(ScheduleReader.Talks(await XmlAsync(day.Edition)), t => t.Id == $"{session.Id}");
        Assert.Equal("2027-01-04T11:00:00Z", await VersionAsync());

        async Task<string> VersionAsync() => (await XmlAsync(day.Edition)).Element("version")!.Value;
    }

    [Fact]
    public async Task Without_rooms_everybody_is_at_the_venue_or_in_the_day_itself()
    {
        var organisation = An.Organisation();
        var (here, remote) = (An.Edition(organisation), An.Edition(organisation, facts: An.Facts("À distance", EditionFormat.Remote)));
        var bare = An.Edition(organisation);
        await app.SaveAsync(organisation, here, remote, bare, Session(here, "Ouverture", here.LocalStart, null), Session(remote, "Ouverture", remote.LocalStart, null));

        Assert.Equal("Palais des congrès", Assert.Single(ScheduleReader.Talks(await XmlAsync(here))).Room);
        Assert.Equal("À distance", Assert.Single(ScheduleReader.Talks(await XmlAsync(remote))).Room);
        var empty = await XmlAsync(bare);
        Assert.Empty(ScheduleReader.Talks(empty));
        Assert.Single(empty.Elements("day"));
    }

    [Fact]
    public async Task In_english_the_hub_speaks_english_and_everything_is_known_again()
    {
        var day = await PlantAsync();

        var french = ScheduleReader.Talks(await XmlAsync(day.Edition));
        var english = ScheduleReader.Talks(await XmlAsync(day.Edition, "/en"));

        Assert.Equal(french.Select(t => (t.Id, t.Title, t.Language, t.Persons)), english.Select(t => (t.Id, t.Title, t.Language, t.Persons)));
        var opening = english.Single(t => t.Title == "Ouverture");
        Assert.Equal(("All rooms", "Opening", "fr"), (opening.Room, opening.Type, opening.Language));
        Assert.StartsWith("https://hub.example/en/journees/", opening.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_not_there_and_a_cancelled_day_says_so()
    {
        var organisation = An.Organisation();
        var (draft, cancelled) = (An.Draft(organisation), An.Edition(organisation));
        cancelled.Cancel("Neige", An.Now);
        await app.SaveAsync(organisation, draft, cancelled, Session(draft, "Essai", draft.LocalStart, null), Session(cancelled, "Ouverture", cancelled.LocalStart, null));

        foreach (var format in Formats)
        {
            using var hidden = await app.Visitor().GetAsync(Address(draft, format), Ct);
            using var missing = await app.Visitor().GetAsync($"/journees/inconnue/{format}", Ct);
            using var shown = await app.Visitor().GetAsync(Address(cancelled, format), Ct);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK), (hidden.StatusCode, missing.StatusCode, shown.StatusCode));
        }

        var root = await XmlAsync(cancelled);
        Assert.Equal($"Annulée\u00a0: {cancelled.Title}", root.Element("conference")!.Element("title")!.Value);
        Assert.Single(ScheduleReader.Talks(root));
    }

    [Fact]
    public async Task Who_asks_again_hears_that_nothing_changed_until_something_does()
    {
        var day = await PlantAsync();

        foreach (var format in Formats)
        {
            using var first = await app.Visitor().GetAsync(Address(day.Edition, format), Ct);
            Assert.Equal("*", first.Headers.GetValues("Access-Control-Allow-Origin").Single());
            var tag = first.Headers.ETag!;
            Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(format, tag));
            await app.PublishAsync(day.Edition.Id, office => office.WriteSessionAsync(
                day.Edition.Id, day.Sessions[0].Id, new(SessionKind.Opening, $"Ouverture, {format}", null, day.Edition.LocalStart, 30, null, null), null, null, Ct));
            Assert.Equal(HttpStatusCode.OK, await AgainAsync(format, tag));
        }

        async Task<HttpStatusCode> AgainAsync(string format, EntityTagHeaderValue tag)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, Address(day.Edition, format)) { Headers = { IfNoneMatch = { tag } } };
            using var answer = await app.Visitor().SendAsync(request, Ct);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_spreadsheet_opens_the_same_programme_with_its_pauses_and_runs_none_of_it()
    {
        var day = await PlantAsync();
        using var answer = await app.Visitor().GetAsync(Address(day.Edition, "programme.csv"), Ct);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Ct);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.StartsWith("code;titre;type;salle;début;fin;durée;intervenants;résumé\r\n", text, StringComparison.Ordinal);
        var rows = ScheduleReader.Rows(text)[1..];
        Assert.Equal(day.Sessions.Length, rows.Count);
        Assert.All(rows, r => Assert.Equal(9, r.Length));
        Assert.DoesNotContain(rows.SelectMany(r => r), cell => cell.Length > 0 && "=+-@".Contains(cell[0], StringComparison.Ordinal));
        Assert.Equal("'=SOMME(A1)", Assert.Single(rows, r => r[1].Contains("SOMME", StringComparison.Ordinal))[1]);
        Assert.Equal("'@moi", Assert.Single(rows, r => r[7].Contains("moi", StringComparison.Ordinal))[7]);
        Assert.Equal("Pause déjeuner", Assert.Single(rows, r => r[2] == "Déjeuner")[1]);
        Assert.Equal("Ada Exémple, directrice ; Bruno Essai", Assert.Single(rows, r => r[1] == "Ouverture")[7]);
        var talks = ScheduleReader.Talks(await XmlAsync(day.Edition));
        Assert.Equal(
            talks.Select(t => (t.Code, t.Title, t.Type, t.Room, t.Date[..16], t.Duration, t.Abstract)).OrderBy(t => t.Code, StringComparer.Ordinal),
            rows.Where(r => r[2] != "Déjeuner").Select(r => (r[0], r[1].TrimStart('\''), r[2], r[3], r[4], r[6], r[8])).OrderBy(t => t.Item1, StringComparer.Ordinal));
    }

    private static void AssertEvent(XElement talk)
    {
        Assert.Equal(
            [
                "room", "title", "subtitle", "type", "date", "start", "duration", "abstract", "slug", "track", "persons", "language", "description",
                "recording", "links", "attachments", "url", "origin_url",
            ],
            Names(talk));
        Assert.Equal(["guid", "code", "id"], talk.Attributes().Select(a => a.Name.LocalName));
        Assert.Matches(Uuid(), talk.Attribute("guid")!.Value);
        Assert.Matches("^[0-9A-Z]{6}$", talk.Attribute("code")!.Value);
        Assert.True((int)talk.Attribute("id")! > 0);
        Assert.Equal(talk.Parent!.Attribute("name")!.Value, talk.Element("room")!.Value);
        Assert.Matches(Moment(), talk.Element("date")!.Value);
        Assert.Equal(talk.Element("date")!.Value[11..16], talk.Element("start")!.Value);
        Assert.Matches("^[0-9]{2}:[0-5][0-9]$", talk.Element("duration")!.Value);
        Assert.Matches("^[a-z0-9_]{4,}-[a-z0-9_-]{4,}$", talk.Element("slug")!.Value);
        Assert.Equal($"-{talk.Attribute("code")!.Value.ToLowerInvariant()}", talk.Element("slug")!.Value[^7..]);
        Assert.Equal(["license", "optout"], Names(talk.Element("recording")!));
        Assert.True((bool)talk.Element("recording")!.Element("optout")!);
        Assert.All(talk.Element("persons")!.Elements(), p => Assert.True((int)p.Attribute("id")! > 0 && Uuid().IsMatch(p.Attribute("guid")!.Value)));
        Assert.Matches("^https://hub.example/journees/", talk.Element("url")!.Value);
        Assert.NotEmpty(talk.Element("type")!.Value);
        Assert.Equal("fr", talk.Element("language")!.Value);
    }

    /// <summary>Two days over a change of the clocks, with four rooms of which two have one name.</summary>
    private async Task<Planted> PlantAsync()
    {
        app.Clock.Now = An.Now;
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, times: An.Times(new(2027, 3, 27, 9, 0, 0), 33));
        Room[] rooms = [new(edition.Id, OddRoom, 300, 0), new(edition.Id, "Salle Ys", 40, 1), new(edition.Id, "Salle Ys", null, 2), new(edition.Id, "Atelier", 12, 3)];
        DateTime first = new(2027, 3, 27), second = new(2027, 3, 28);
        Session[] sessions =
        [
            Session(edition, "Ouverture", first.AddHours(9), null, 30, SessionKind.Opening, "Ada Exémple, directrice\nBruno Essai"),
            .. Enumerable.Range(0, 12).Select(n => Session(edition, $"Table {n}", first.AddHours(10).AddMinutes(n / 4 * 45), rooms[n % 4], 45)),
            Session(edition, "Pause déjeuner", first.AddHours(12.5), null, 60, SessionKind.Lunch),
            Session(edition, OddTitle, first.AddHours(15), rooms[0], 45, SessionKind.Keynote, "Ada Exémple, directrice", "Première ligne\r\nseconde\u0001 ligne"),
            Session(edition, "Nuit", second.AddHours(1.5), rooms[1], 90),
            Session(edition, "Aube", second.AddHours(3.5), rooms[1], 30),
            Session(edition, "=SOMME(A1)", second.AddHours(11), rooms[3], 60, speakers: "@moi"),
        ];
        await app.SaveAsync([organisation, edition, .. rooms, .. sessions]);
        return new(organisation, edition, rooms, sessions);
    }

    private static Session Session(
        Edition edition, string title, DateTime start, Room? room, int minutes = 30, SessionKind kind = SessionKind.RoundTable, string? speakers = null, string? words = null)
    {
        Session session = new(edition.Id);
        session.Revise(new(kind, title, room?.Id, start, minutes, speakers, words), edition, An.Now);
        return session;
    }

    private async Task<XElement> XmlAsync(Edition edition, string language = "") =>
        ScheduleReader.Xml(await app.Visitor().GetByteArrayAsync(language + Address(edition, "schedule.xml"), Ct));

    private async Task<JsonNode> JsonAsync(Edition edition) => JsonNode.Parse(await app.Visitor().GetStringAsync(Address(edition, "schedule.json"), Ct))!;

    private static TalkRead Find(XElement schedule, Session session) => ScheduleReader.Talks(schedule).Single(t => t.Id == $"{session.Id}");

    private static IEnumerable<string> Names(XElement parent) => parent.Elements().Select(e => e.Name.LocalName);

    private static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(p => p.Key);

    private static string Address(Edition edition, string format) => string.Create(CultureInfo.InvariantCulture, $"/journees/{edition.Slug}/{format}");

    [GeneratedRegex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$")]
    private static partial Regex Moment();

    private sealed record Planted(Organisation Organisation, Edition Edition, Room[] Rooms, Session[] Sessions);

    public sealed class OnSqlite(SqliteHub app) : ScheduleTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : ScheduleTests(app), IClassFixture<PostgreSqlHub>;
}
