using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Hub.Core.Calendars;

/// <summary>Writes a calendar as xCal (RFC 6321): what <see cref="CalendarWriter"/> says, as XML, with every time in UTC.</summary>
public static class XCalWriter
{
    public const string MediaType = "application/calendar+xml";

    private static readonly XNamespace Space = "urn:ietf:params:xml:ns:icalendar-2.0";

    /// <exception cref="ArgumentException">The calendar breaks a rule of RFC 5545 or 5546; the message says which.</exception>
    public static byte[] WriteUtf8(Calendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        CalendarRules.Check(calendar);

        using MemoryStream stream = new();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            new XDocument(
                new XElement(
                    Space + "icalendar",
                    new XElement(
                        Space + "vcalendar",
                        new XElement(
                            Space + "properties",
                            Text("version", "2.0"),
                            Text("prodid", "-//Hub//Hub//FR"),
                            Text("calscale", "GREGORIAN"),
                            Text("name", calendar.Name),
                            Text("x-wr-calname", calendar.Name),
                            Address("source", calendar.Source),
                            Address("url", calendar.Url)),
                        new XElement(Space + "components", calendar.Entries.Select(Entry))))).Save(writer);
        }

        return stream.ToArray();
    }

    private static XElement Entry(CalendarEntry entry) => new(
        Space + "vevent",
        new XElement(
            Space + "properties",
            Text("uid", entry.Uid),
            Moment("dtstamp", entry.LastModified),
            Property("sequence", "integer", entry.Sequence.ToString(CultureInfo.InvariantCulture)),
            entry.CreatedAt is { } created ? Moment("created", created) : null,
            Moment("last-modified", entry.LastModified),
            Moment("dtstart", entry.StartsAt),
            Moment("dtend", entry.EndsAt),
            Text("summary", entry.Summary),
            Text("description", entry.Description),
            Text("location", entry.Location),
            Address("url", entry.Url),
            Text("status", entry.Status.ToString().ToUpperInvariant()),
            Text("transp", entry.BlocksTime && entry.Status != CalendarStatus.Cancelled ? "OPAQUE" : "TRANSPARENT")));

    /// <returns>Null, which is not written, for what there is not.</returns>
    private static XElement? Text(string name, string? value) => string.IsNullOrEmpty(value) ? null : Property(name, "text", Written(value));

    /// <summary>Without the characters that no XML may hold.</summary>
    private static string Written(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)));

    private static XElement? Address(string name, Uri? value) => value is null ? null : Property(name, "uri", value.AbsoluteUri);

    private static XElement Moment(string name, DateTime utc) => Property(name, "date-time", utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private static XElement Property(string name, string type, string value) => new(Space + name, new XElement(Space + type, value));
}
