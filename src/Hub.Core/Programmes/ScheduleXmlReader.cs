using System.Xml;
using System.Xml.Linq;

namespace Hub.Core.Programmes;

/// <summary>Reads <c>schedule.xml</c> as frab, pretalx and the hub write it (https://c3voc.de/schedule/schema.xsd). No document type, nothing fetched.</summary>
internal static class ScheduleXmlReader
{
    /// <summary>Four times what the format nests.</summary>
    private const int MostDepth = 32;
    private const int MostAttributes = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = ProgrammeFile.MostBytes,
        CloseInput = true,
    };

    public static ImportedProgramme Read(byte[] file)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file), Settings);
            return TooDeepAt(file) is { } line ? Refused(ImportProblemKind.Unreadable, line) : Read(XDocument.Load(reader, LoadOptions.SetLineInfo).Root);
        }
        catch (XmlException exception)
        {
            var kind = file.AsSpan().IndexOf("<!DOCTYPE"u8) >= 0 ? ImportProblemKind.DocumentType : ImportProblemKind.Unreadable;
            return Refused(kind, exception.LineNumber > 0 ? exception.LineNumber : null);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // An encoding that nobody knows.
            return Refused(ImportProblemKind.WrongEncoding);
        }
    }

    /// <summary>A tree grows in time that goes with the square of its depth, and of the attributes of one element.</summary>
    /// <returns>Null when it nests as programmes do.</returns>
    private static int? TooDeepAt(byte[] file)
    {
        using var reader = XmlReader.Create(new MemoryStream(file), Settings);
        while (reader.Read())
        {
            if (reader.Depth > MostDepth || reader.AttributeCount > MostAttributes)
            {
                return ((IXmlLineInfo)reader).LineNumber;
            }
        }

        return null;
    }

    private static ImportedProgramme Read(XElement? root)
    {
        if (root is null || root.Name.LocalName != "schedule" || root.Element("conference") is not { } conference)
        {
            return Refused(ImportProblemKind.NoSchedule);
        }

        var isOurs = root.Element("generator")?.Attribute("name")?.Value == "Hub";
        Dictionary<string, ImportedRoom> rooms = new(StringComparer.Ordinal);
        List<ImportedTalk> talks = [];
        foreach (var room in root.Elements("day").Elements("room"))
        {
            var name = room.Attribute("name")?.Value.Trim() ?? "";
            if (!rooms.TryGetValue(name, out var known) && name.Length > 0)
            {
                rooms.Add(name, known = ScheduleRooms.Read(name, room.Attribute("guid")?.Value ?? "", "", isOurs));
            }

            foreach (var talk in room.Elements("event"))
            {
                if (talks.Count == ProgrammePlan.MaxSessions)
                {
                    return Refused(ImportProblemKind.TooManySessions);
                }

                talks.Add(Talk(talk, known, isOurs));
            }
        }

        return new(ImportFormat.ScheduleXml, [.. rooms.Values], talks, []) { IsOurs = isOurs, TimeZone = Text(conference, "time_zone_name") is { Length: > 0 } zone ? zone : null };
    }

    private static ImportedProgramme Refused(ImportProblemKind kind, int? line = null) => ImportedProgramme.Refused(ImportFormat.ScheduleXml, kind, line);

    private static ImportedTalk Talk(XElement talk, ImportedRoom? room, bool isOurs)
    {
        var (title, id, code) = (Text(talk, "title"), talk.Attribute("guid")?.Value.Trim() ?? "", talk.Attribute("code")?.Value.Trim() ?? "");
        return new(new(((IXmlLineInfo)talk).LineNumber, new[] { title, code, id }.FirstOrDefault(t => t.Length > 0)))
        {
            Id = id,
            Codes = [Text(talk, "slug"), code],
            Title = title,
            Type = Text(talk, "type"),
            Room = room,
            Start = Text(talk, "date"),
            Duration = Text(talk, "duration"),
            Track = Text(talk, "track"),
            Language = Text(talk, "language"),
            Texts = [Text(talk, "subtitle"), Text(talk, "abstract"), Text(talk, "description")],
            People = [.. talk.Elements("persons").Elements("person").Select(p => (p.Value.Trim(), (string?)null)).Where(p => p.Item1.Length > 0)],
            IsRecorded = Text(talk.Element("recording"), "optout") switch { "true" or "1" => false, "false" or "0" when isOurs => true, _ => null },
        };
    }

    private static string Text(XElement? parent, string name) => parent?.Element(name)?.Value.Trim() ?? "";
}
