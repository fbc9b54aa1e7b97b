using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Territories;

namespace Hub.Web.OpenData;

/// <summary>The days as news (RFC 4287), what changed last first.</summary>
/// <param name="uidHost">Host of the UIDs in calendars, which a change of address leaves alone.</param>
/// <param name="organisations">Names by id.</param>
internal sealed class AgendaAtom(OpenDataRequest request, AgendaFilter filter, string uidHost, IReadOnlyDictionary<Guid, string> organisations)
{
    /// <summary>The year of the first feed: who had the host then named it so (RFC 4151).</summary>
    private const string TagYear = "2026";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <param name="editions">The last change first.</param>
    public byte[] ToUtf8(IReadOnlyList<Edition> editions)
    {
        var query = filter.ToQuery();
        XElement feed = new(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", request.Language),
            new XElement(Atom + "id", $"tag:{uidHost},{TagYear}:agenda.atom/{request.Language}{query}"),
            Text("title", request.Texts["Title"]),
            Text("subtitle", request.Texts["Subtitle"]),
            new XElement(Atom + "updated", Moment(editions.Count == 0 ? DateTime.UnixEpoch : editions[0].RevisedAt)),
            Person("Hub"),
            Link("self", "application/atom+xml", request.Address($"/agenda.atom{query}")),
            Link("alternate", "text/html", request.Address($"/agenda{query}")),
            Text("rights", $"{OpenLicence.Open.Name}, {OpenLicence.Open.Url}"),
            editions.Select(Entry));
        using MemoryStream stream = new();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            new XDocument(feed).Save(writer);
        }

        return stream.ToArray();
    }

    private XElement Entry(Edition edition) => new(
        Atom + "entry",
        new XElement(Atom + "id", $"urn:uuid:{edition.Id}"),
        Text("title", edition.State is EditionState.Announced ? edition.Title : request.Texts[$"{edition.State}", edition.Title]),
        new XElement(Atom + "updated", Moment(edition.RevisedAt)),
        Person(organisations[edition.OrganisationId]),
        Link("alternate", "text/html", request.Address($"/journees/{edition.Slug}")),
        Link("related", "text/calendar", request.Address($"/journees/{edition.Slug}.ics")),
        new XElement(
            Atom + "category",
            new XAttribute("term", edition.RegionCode),
            new XAttribute("scheme", "https://id.insee.fr/geo/region/"),
            new XAttribute("label", Region.Find(edition.RegionCode)?.Name ?? edition.RegionCode)),
        Text("summary", Summary(edition)));

    private string Summary(Edition edition)
    {
        var when = $"{Spoken.DateRange(edition.LocalStart, edition.LocalEnd)}, {Spoken.HourRange(edition.LocalStart, edition.LocalEnd)}, {Spoken.Zone(edition.TimeZone)}";
        var where = edition.Place is { Length: > 0 } place ? place : request.Texts["Online"].Value;
        return string.Join('\n', new[] { edition.Reason, when, where, edition.Tagline }.Where(line => !string.IsNullOrEmpty(line)));
    }

    private static XElement Person(string name) => new(Atom + "author", Text("name", name));

    private static XElement Link(string relation, string type, Uri address) => new(
        Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", address.AbsoluteUri));

    private static XElement Text(string name, string text) => new(Atom + name, XmlCharacters.Only(text));

    private static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
