using System.Xml.Linq;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Territories;
using Hub.Web.Shared;

namespace Hub.Web.OpenData;

/// <summary>The days as news (RFC 4287), what changed last first.</summary>
/// <param name="uidHost">Host of the UIDs in calendars, which a change of address leaves alone.</param>
/// <param name="organisations">Names by id.</param>
internal sealed class AgendaAtom(OpenDataRequest request, AgendaFilter filter, string uidHost, IReadOnlyDictionary<Guid, string> organisations)
{
    /// <param name="editions">The last change first.</param>
    public byte[] ToUtf8(IReadOnlyList<Edition> editions)
    {
        var query = filter.ToQuery();
        return Atom.ToUtf8(
            request.Language,
            Atom.Text("id", $"tag:{uidHost},{Atom.TagYear}:agenda.atom/{request.Language}{query}"),
            Atom.Text("title", request.Texts["Title"]),
            Atom.Text("subtitle", request.Texts["Subtitle"]),
            Atom.Updated(editions.Count == 0 ? DateTime.UnixEpoch : editions[0].RevisedAt),
            Atom.Author("Hub"),
            Atom.Link("self", Atom.MediaType, request.Address($"/agenda.atom{query}")),
            Atom.Link("alternate", "text/html", request.Address($"/agenda{query}")),
            Atom.Text("rights", $"{OpenLicence.Open.Name}, {OpenLicence.Open.Url}"),
            editions.Select(Entry));
    }

    private XElement Entry(Edition edition) => new(
        Atom.Namespace + "entry",
        Atom.Text("id", $"urn:uuid:{edition.Id}"),
        Atom.Text("title", edition.State is EditionState.Announced ? edition.Title : request.Texts[$"{edition.State}", edition.Title]),
        Atom.Updated(edition.RevisedAt),
        Atom.Author(organisations[edition.OrganisationId]),
        Atom.Link("alternate", "text/html", request.Address($"/journees/{edition.Slug}")),
        Atom.Link("related", "text/calendar", request.Address($"/journees/{edition.Slug}.ics")),
        new XElement(
            Atom.Namespace + "category",
            new XAttribute("term", edition.RegionCode),
            new XAttribute("scheme", "https://id.insee.fr/geo/region/"),
            new XAttribute("label", Region.Find(edition.RegionCode)?.Name ?? edition.RegionCode)),
        Atom.Text("summary", Summary(edition)));

    private string Summary(Edition edition)
    {
        var when = $"{Spoken.DateRange(edition.LocalStart, edition.LocalEnd)}, {Spoken.HourRange(edition.LocalStart, edition.LocalEnd)}, {Spoken.Zone(edition.TimeZone)}";
        var where = edition.Place is { Length: > 0 } place ? place : request.Texts["Online"].Value;
        return string.Join('\n', new[] { edition.Reason, when, where, edition.Tagline }.Where(line => !string.IsNullOrEmpty(line)));
    }
}
