using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Hub.Tests.Calendars;

/// <summary>What a reader of a schedule learns of one talk, whichever writing it reads.</summary>
internal sealed record TalkRead(
    string Day, string Room, string Id, string Code, int Number, string Date, string Start, string Duration, string Title, string Type, string Slug,
    string Url, string Language, string Abstract, string Persons);

/// <summary>Reads schedules and spreadsheets the way their readers do.</summary>
internal static class ScheduleReader
{
    /// <summary>As a careful program reads XML: no document type, nothing fetched.</summary>
    public static XElement Xml(byte[] content)
    {
        using var reader = XmlReader.Create(new MemoryStream(content), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader).Root!;
    }

    public static List<TalkRead> Talks(XElement schedule) =>
    [
        .. from day in schedule.Elements("day")
           from room in day.Elements("room")
           from talk in room.Elements("event")
           select new TalkRead(
               day.Attribute("date")!.Value, room.Attribute("name")!.Value,
               talk.Attribute("guid")!.Value, talk.Attribute("code")!.Value, (int)talk.Attribute("id")!,
               Text(talk, "date"), Text(talk, "start"), Text(talk, "duration"), Text(talk, "title"), Text(talk, "type"), Text(talk, "slug"),
               Text(talk, "url"), Text(talk, "language"), Text(talk, "abstract"),
               string.Join('|', talk.Element("persons")!.Elements().Select(p => $"{p.Attribute("guid")!.Value} {p.Value}"))),
    ];

    public static List<TalkRead> Talks(JsonNode root) =>
    [
        .. from day in root["schedule"]!["conference"]!["days"]!.AsArray()
           from room in day!["rooms"]!.AsObject()
           from talk in room.Value!.AsArray()
           select new TalkRead(
               Text(day, "date"), room.Key,
               Text(talk, "guid"), Text(talk, "code"), talk["id"]!.GetValue<int>(),
               Text(talk, "date"), Text(talk, "start"), Text(talk, "duration"), Text(talk, "title"), Text(talk, "type"), Text(talk, "slug"),
               Text(talk, "url"), Text(talk, "language"), Text(talk, "abstract"),
               string.Join('|', talk["persons"]!.AsArray().Select(p => $"{Text(p!, "guid")} {Text(p!, "name")}"))),
    ];

    public static string Text(JsonNode node, string key) => node[key]!.GetValue<string>();

    /// <summary>Cells by row (RFC 4180, with semicolons).</summary>
    public static List<string[]> Rows(string csv)
    {
        List<string[]> rows = [];
        List<string> row = [];
        StringBuilder cell = new();
        var isQuoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            switch (csv[i])
            {
                case '"' when isQuoted && i + 1 < csv.Length && csv[i + 1] == '"':
                    cell.Append(csv[i++]);
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ';' when !isQuoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when !isQuoted && csv[i + 1] == '\n':
                    rows.Add([.. row, cell.ToString()]);
                    row.Clear();
                    cell.Clear();
                    i++;
                    break;
                default:
                    cell.Append(csv[i]);
                    break;
            }
        }

        return rows;
    }

    private static string Text(XElement talk, string name) => talk.Element(name)!.Value;
}
