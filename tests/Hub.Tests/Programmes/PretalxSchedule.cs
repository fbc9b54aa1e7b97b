using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Hub.Tests.Programmes;

/// <summary>A <c>schedule.json</c> in the shape pretalx gives it, with made-up talks.</summary>
internal static class PretalxSchedule
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ3789";

    private const int RoomCount = 10;

    /// <summary>Talks of twenty minutes from 09:00 on, ten at a time.</summary>
    public static JsonObject Of(int count, string date = "2027-03-18")
    {
        List<JsonObject> talks = [.. Enumerable.Range(0, count).Select(n => Talk(n, date))];
        return new()
        {
            ["$schema"] = "https://c3voc.de/schedule/schema.json",
            ["generator"] = new JsonObject { ["name"] = "pretalx", ["version"] = "2026.1.0" },
            ["schedule"] = new JsonObject
            {
                ["url"] = "https://conf.example/demo/schedule/",
                ["version"] = "0.7",
                ["base_url"] = "https://conf.example",
                ["conference"] = new JsonObject
                {
                    ["acronym"] = "demo",
                    ["title"] = "Demo",
                    ["start"] = date,
                    ["end"] = date,
                    ["daysCount"] = 1,
                    ["timeslot_duration"] = "00:05",
                    ["time_zone_name"] = "Europe/Paris",
                    ["colors"] = new JsonObject { ["primary"] = "#3aa57c" },
                    ["rooms"] = new JsonArray([.. Enumerable.Range(0, RoomCount).Select(n => new JsonObject
                    {
                        ["name"] = Room(n), ["slug"] = $"{n}-room", ["guid"] = Guid.CreateVersion7(), ["description"] = null, ["capacity"] = 30 + n,
                    })]),
                    ["tracks"] = new JsonArray(new JsonObject { ["name"] = "Cybersecurity", ["slug"] = "1-cybersecurity", ["color"] = "#00ff00" }),
                    ["days"] = new JsonArray(new JsonObject
                    {
                        ["index"] = 1,
                        ["date"] = date,
                        ["day_start"] = $"{date}T04:00:00+01:00",
                        ["day_end"] = $"{date}T03:59:00+01:00",
                        ["rooms"] = new JsonObject(talks.GroupBy(t => t["room"]!.GetValue<string>()).Select(g => KeyValuePair.Create<string, JsonNode?>(g.Key, new JsonArray([.. g])))),
                    }),
                },
            },
        };
    }

    /// <summary>All of them, by room.</summary>
    public static List<JsonObject> TalksOf(JsonObject schedule) =>
        [.. schedule["schedule"]!["conference"]!["days"]!.AsArray().SelectMany(d => d!["rooms"]!.AsObject()).SelectMany(r => r.Value!.AsArray()).Select(t => t!.AsObject())];

    public static byte[] Bytes(JsonNode schedule) => Encoding.UTF8.GetBytes(schedule.ToJsonString());

    public static string Code(int number) => string.Concat(Enumerable.Range(0, 6).Select(place => Letters[(number / (int)Math.Pow(Letters.Length, place)) % Letters.Length]));

    private static string Room(int number) => $"Room {number % RoomCount}";

    private static JsonObject Talk(int number, string date)
    {
        var minutes = number / RoomCount * 20;
        var clock = string.Create(CultureInfo.InvariantCulture, $"{9 + (minutes / 60):00}:{minutes % 60:00}");
        var code = Code(number);
        return new()
        {
            ["guid"] = Guid.CreateVersion7(),
            ["code"] = code,
            ["id"] = number + 1,
            ["logo"] = null,
            ["date"] = $"{date}T{clock}:00+01:00",
            ["start"] = clock,
            ["duration"] = "00:20",
            ["room"] = Room(number),
            ["slug"] = $"demo-{number + 1}-talk-{number}",
            ["url"] = $"https://conf.example/demo/talk/{code}/",
            ["title"] = $"Talk {number}",
            ["subtitle"] = "",
            ["track"] = number % 2 == 0 ? "Cybersecurity" : "Knitting",
            ["type"] = (number % 4) switch { 0 => "Talk", 1 => "Workshop", 2 => "Lightning Talk", _ => "Séance de tricot" },
            ["language"] = "en",
            ["abstract"] = "<p>What <b>worked</b> &amp; what did not.</p><script>alert(1)</script><ul><li>one</li><li>two</li></ul>",
            ["description"] = "Bring *wool*.",
            ["recording_license"] = "",
            ["do_not_record"] = number % 5 == 0,
            ["persons"] = new JsonArray(new JsonObject
            {
                ["code"] = Code(number + 7000),
                ["name"] = $"Person {number}",
                ["avatar"] = null,
                ["biography"] = "A long life.",
                ["public_name"] = $"Person {number}",
                ["guid"] = Guid.CreateVersion7(),
                ["url"] = "https://conf.example/demo/speaker/X/",
            }),
            ["links"] = new JsonArray(),
            ["feedback_url"] = $"https://conf.example/demo/talk/{code}/feedback/",
            ["origin_url"] = $"https://conf.example/demo/talk/{code}/",
            ["attachments"] = new JsonArray(),
        };
    }
}
