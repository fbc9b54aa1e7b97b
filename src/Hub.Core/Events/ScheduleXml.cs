using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Hub.Core.Events;

/// <summary>A schedule as frab's <c>schedule.xml</c>; elements in the order of https://c3voc.de/schedule/schema.xsd.</summary>
public static class ScheduleXml
{
    /// <summary>Registered with IANA.</summary>
    public const string MediaType = "application/vnd.c3voc.schedule+xml";

    public static byte[] WriteUtf8(Schedule schedule)
    {
        using MemoryStream stream = new();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            new XDocument(
                new XElement(
                    "schedule",
                    new XElement("generator", new XAttribute("name", "Hub"), new XAttribute("version", ScheduleFormat.Generator)),
                    new XElement("version", schedule.Version),
                    Conference(schedule),
                    schedule.Days.Select(Day))).Save(writer);
        }

        return stream.ToArray();
    }

    private static XElement Conference(Schedule schedule) => new(
        "conference",
        new XElement("title", schedule.Title),
        new XElement("acronym", schedule.Acronym),
        new XElement("start", ScheduleFormat.Date(schedule.Days[0].Date)),
        new XElement("end", ScheduleFormat.Date(schedule.Days[^1].Date)),
        new XElement("days", schedule.Days.Count),
        new XElement("timeslot_duration", Schedule.Timeslot),
        new XElement("base_url", schedule.Origin.AbsoluteUri),
        new XElement("url", schedule.Page.AbsoluteUri),
        new XElement("time_zone_name", schedule.TimeZone),
        new XElement("color", new XAttribute("primary", schedule.Colour)),
        schedule.Tracks.Select(t => new XElement("track", new XAttribute("name", t.Name), new XAttribute("slug", t.Slug), new XAttribute("color", t.Colour))));

    private static XElement Day(ScheduleDay day) => new(
        "day",
        new XAttribute("index", day.Index),
        new XAttribute("date", ScheduleFormat.Date(day.Date)),
        new XAttribute("start", ScheduleFormat.Moment(day.Start)),
        new XAttribute("end", ScheduleFormat.Moment(day.End)),
        day.Rooms.Select(c => new XElement("room", new XAttribute("name", c.Room.Name), new XAttribute("guid", c.Room.Id), c.Talks.Select(Event))));

    private static XElement Event(ScheduleTalk talk) => new(
        "event",
        new XAttribute("guid", talk.Key.Id),
        new XAttribute("code", talk.Key.Code),
        new XAttribute("id", talk.Key.Number),
        new XElement("room", talk.Room.Name),
        new XElement("title", talk.Title),
        new XElement("subtitle"),
        new XElement("type", talk.Type),
        new XElement("date", ScheduleFormat.Moment(talk.Start)),
        new XElement("start", ScheduleFormat.Clock(talk.Start)),
        new XElement("duration", talk.HoursAndMinutes),
        new XElement("abstract", talk.Abstract),
        new XElement("slug", talk.Slug),
        new XElement("track", talk.Track?.Name),
        new XElement("persons", talk.Persons.Select(p => new XElement("person", new XAttribute("id", p.Key.Number), new XAttribute("guid", p.Key.Id), p.Name))),
        new XElement("language", talk.Language),
        new XElement("description"),

        // That people know of a recording grants nobody a licence.
        new XElement("recording", new XElement("license"), new XElement("optout", !talk.IsRecorded)),
        new XElement("links"),
        new XElement("attachments"),
        new XElement("url", talk.Page.AbsoluteUri),
        new XElement("origin_url", talk.Page.AbsoluteUri));
}
