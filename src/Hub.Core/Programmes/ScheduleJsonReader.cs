using System.Globalization;
using System.Text.Json;

namespace Hub.Core.Programmes;

/// <summary>
/// Reads <c>schedule.json</c> as pretalx, frab and the hub write it (https://c3voc.de/schedule/schema.json), with the breaks
/// that some versions add.
/// </summary>
internal static class ScheduleJsonReader
{
    /// <summary>Twice what the format nests.</summary>
    private const int MostDepth = 32;

    public static ImportedProgramme Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = MostDepth });
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            return Refused(ImportProblemKind.Unreadable, (int?)exception.LineNumber + 1);
        }
        catch (InvalidOperationException)
        {
            // Half a character where the file has to be understood as a whole.
            return Refused(ImportProblemKind.WrongEncoding);
        }
    }

    private static ImportedProgramme Read(JsonElement root)
    {
        if (root.Member("schedule") is not { } schedule || schedule.Member("conference") is not { } conference || conference.Member("days") is not { ValueKind: JsonValueKind.Array } days)
        {
            return Refused(ImportProblemKind.NoSchedule);
        }

        var generator = root.Member("generator") ?? schedule.Member("generator");
        var isOurs = generator?.Text("name") == "Hub";
        var rooms = conference.Items("rooms").Select(r => Room(r, isOurs)).Where(r => r.Name.Length > 0).DistinctBy(r => r.Name).ToDictionary(r => r.Name, StringComparer.Ordinal);
        List<ImportedTalk> talks = [];
        foreach (var (element, place, room, isBreak) in Slots(conference, days))
        {
            if (talks.Count == ProgrammePlan.MaxSessions)
            {
                return Refused(ImportProblemKind.TooManySessions);
            }

            talks.Add(Talk(element, place, name => Find(rooms, name ?? room), isOurs, isBreak));
        }

        return new(ImportFormat.ScheduleJson, [.. rooms.Values], talks, []) { IsOurs = isOurs, TimeZone = conference.Text("time_zone_name") is { Length: > 0 } zone ? zone : null };
    }

    private static ImportedProgramme Refused(ImportProblemKind kind, int? line = null) => ImportedProgramme.Refused(ImportFormat.ScheduleJson, kind, line);

    private static ImportedRoom Room(JsonElement room, bool isOurs) => ScheduleRooms.Read(
        room.ValueKind is JsonValueKind.Object ? room.Text("name") : room.AsText(), room.Text("guid"), room.Text("capacity"), isOurs);

    private static ImportedRoom? Find(Dictionary<string, ImportedRoom> rooms, string name)
    {
        if (name.Length == 0)
        {
            return null;
        }

        if (!rooms.TryGetValue(name, out var room))
        {
            rooms.Add(name, room = new(name));
        }

        return room;
    }

    /// <summary>Talks by day and room, then the breaks.</summary>
    private static IEnumerable<(JsonElement Talk, string Place, string Room, bool IsBreak)> Slots(JsonElement conference, JsonElement days)
    {
        var day = 0;
        foreach (var element in days.EnumerateArray())
        {
            day++;
            if (element.Member("rooms") is { ValueKind: JsonValueKind.Object } rooms)
            {
                foreach (var room in rooms.EnumerateObject())
                {
                    foreach (var (talk, number) in Numbered(room.Value))
                    {
                        yield return (talk, string.Create(CultureInfo.InvariantCulture, $"{day} / {room.Name} / {number}"), room.Name, false);
                    }
                }
            }

            foreach (var (pause, number) in element.Items("breaks").Select((b, i) => (b, i + 1)))
            {
                yield return (pause, string.Create(CultureInfo.InvariantCulture, $"{day} / breaks / {number}"), "", true);
            }
        }

        foreach (var (pause, number) in conference.Items("breaks").Select((b, i) => (b, i + 1)))
        {
            yield return (pause, string.Create(CultureInfo.InvariantCulture, $"breaks / {number}"), "", true);
        }
    }

    private static IEnumerable<(JsonElement Talk, int Number)> Numbered(JsonElement talks) =>
        talks.ValueKind is JsonValueKind.Array ? talks.EnumerateArray().Select((t, i) => (t, i + 1)) : [];

    private static ImportedTalk Talk(JsonElement talk, string place, Func<string?, ImportedRoom?> room, bool isOurs, bool isBreak)
    {
        try
        {
            return talk.ValueKind is JsonValueKind.Object ? ReadTalk(talk, place, room, isOurs, isBreak) : new(new(Talk: place)) { IsUnreadable = true };
        }
        catch (InvalidOperationException)
        {
            return new(new(Talk: place)) { IsUnreadable = true };
        }
    }

    private static ImportedTalk ReadTalk(JsonElement talk, string place, Func<string?, ImportedRoom?> room, bool isOurs, bool isBreak)
    {
        var (title, code, id, description) = (talk.Text("title"), talk.Text("code"), talk.Text("guid"), talk.Text("description"));
        List<(string, string?)> people = [.. talk.Items("persons").Select(p => Person(p, isOurs)).Where(p => p.Item1.Length > 0)];
        var isPause = isBreak || (title.Length == 0 && code.Length == 0 && people.Count == 0 && description.Length is > 0 and < 100);
        return new(new(Talk: new[] { title, code, id, place }.First(t => t.Length > 0)))
        {
            Id = id,
            Codes = [talk.Text("slug"), code],
            Title = isPause && title.Length == 0 ? description : title,
            Type = talk.Text("type"),
            Room = room(talk.Text("room") is { Length: > 0 } name ? name : null),
            Start = talk.Text("date") is { Length: > 0 } date ? date : isBreak ? talk.Text("start") : "",
            Duration = talk.Text("duration"),
            End = isBreak ? talk.Text("end") : "",
            Track = talk.Text("track"),
            Language = talk.Text("language"),
            Texts = isPause && title.Length == 0 ? [] : [talk.Text("subtitle"), talk.Text("abstract"), description],
            People = people,
            IsRecorded = talk.Member("do_not_record")?.ValueKind switch { JsonValueKind.True => false, JsonValueKind.False when isOurs => true, _ => null },
            IsPause = isPause,
        };
    }

    /// <summary>What people say of themselves elsewhere is a life and no function.</summary>
    private static (string Name, string? Function) Person(JsonElement person, bool isOurs)
    {
        if (person.ValueKind is not JsonValueKind.Object)
        {
            return (person.AsText(), null);
        }

        var name = person.Text("name") is { Length: > 0 } own ? own : person.Text("public_name");
        return (name, isOurs ? person.Text("biography") : null);
    }
}
