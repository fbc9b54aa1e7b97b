using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Hub.Core.Events;

/// <summary>A schedule as pretalx's <c>schedule.json</c>; see https://c3voc.de/schedule/schema.json.</summary>
public static class ScheduleJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        // Accents as they are; what could end a script stays escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static byte[] WriteUtf8(Schedule schedule) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["$schema"] = "https://c3voc.de/schedule/schema.json",
            ["generator"] = new JsonObject { ["name"] = "Hub", ["version"] = ScheduleFormat.Generator, ["url"] = schedule.Origin.AbsoluteUri },
            ["schedule"] = new JsonObject
            {
                ["url"] = schedule.Page.AbsoluteUri,
                ["version"] = schedule.Version,
                ["base_url"] = schedule.Origin.AbsoluteUri,
                ["conference"] = Conference(schedule),
            },
        },
        Options);

    private static JsonObject Conference(Schedule schedule) => new()
    {
        ["acronym"] = schedule.Acronym,
        ["title"] = schedule.Title,
        ["start"] = ScheduleFormat.Date(schedule.Days[0].Date),
        ["end"] = ScheduleFormat.Date(schedule.Days[^1].Date),
        ["daysCount"] = schedule.Days.Count,
        ["timeslot_duration"] = Schedule.Timeslot,
        ["time_zone_name"] = schedule.TimeZone,
        ["url"] = schedule.Page.AbsoluteUri,
        ["colors"] = new JsonObject { ["primary"] = schedule.Colour },
        ["meta"] = new JsonObject { ["organisation"] = schedule.Organisation },
        ["rooms"] = Array(schedule.Rooms, Room),
        ["tracks"] = Array(schedule.Tracks, Track),
        ["days"] = Array(schedule.Days, Day),
    };

    private static JsonObject Room(ScheduleRoom room) => new()
    {
        ["name"] = room.Name,
        ["slug"] = room.Slug,
        ["guid"] = room.Id,
        ["description"] = null,
        ["capacity"] = room.Seats,
    };

    private static JsonObject Track(ScheduleTrack track) => new() { ["name"] = track.Name, ["slug"] = track.Slug, ["color"] = track.Colour };

    private static JsonObject Day(ScheduleDay day) => new()
    {
        ["index"] = day.Index,
        ["date"] = ScheduleFormat.Date(day.Date),
        ["day_start"] = ScheduleFormat.Moment(day.Start),
        ["day_end"] = ScheduleFormat.Moment(day.End),
        ["rooms"] = new JsonObject(day.Rooms.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Room.Name, Array(c.Talks, Talk)))),
    };

    private static JsonObject Talk(ScheduleTalk talk) => new()
    {
        ["guid"] = talk.Key.Id,
        ["code"] = talk.Key.Code,
        ["id"] = talk.Key.Number,
        ["logo"] = null,
        ["date"] = ScheduleFormat.Moment(talk.Start),
        ["start"] = ScheduleFormat.Clock(talk.Start),
        ["end"] = ScheduleFormat.Moment(talk.End),
        ["duration"] = talk.HoursAndMinutes,
        ["room"] = talk.Room.Name,
        ["slug"] = talk.Slug,
        ["url"] = talk.Page.AbsoluteUri,
        ["title"] = talk.Title,
        ["subtitle"] = "",
        ["track"] = talk.Track?.Name,
        ["type"] = talk.Type,
        ["language"] = talk.Language,
        ["abstract"] = talk.Abstract,
        ["description"] = null,

        // That people know of a recording grants nobody a licence.
        ["recording_license"] = "",
        ["do_not_record"] = !talk.IsRecorded,
        ["persons"] = Array(talk.Persons, Person),
        ["links"] = new JsonArray(),
        ["origin_url"] = talk.Page.AbsoluteUri,
        ["attachments"] = new JsonArray(),
    };

    /// <summary>Without the number: with it the schema would take a person for one of frab's and of pretalx's at once, and refuse both.</summary>
    private static JsonObject Person(SchedulePerson person) => new()
    {
        ["code"] = person.Key.Code,
        ["name"] = person.Name,
        ["avatar"] = null,
        ["biography"] = person.Function,
        ["public_name"] = person.Name,
        ["guid"] = person.Key.Id,
        ["url"] = person.Page.AbsoluteUri,
    };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> write) => [.. items.Select(write)];
}
