using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Hub.Core.Languages;

namespace Hub.Web.Shared;

/// <summary>The parts of a feed of news (RFC 4287).</summary>
public static class Atom
{
    public const string MediaType = "application/atom+xml";

    /// <summary>The year of the first feed: who had the host then named its feeds so (RFC 4151).</summary>
    public const string TagYear = "2026";

    public static readonly XNamespace Namespace = "http://www.w3.org/2005/Atom";

    public static XElement Text(string name, string text) => new(Namespace + name, XmlCharacters.Only(text));

    public static XElement Author(string name) => new(Namespace + "author", Text("name", name));

    public static XElement Link(string relation, string type, Uri address) => new(
        Namespace + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", address.AbsoluteUri));

    /// <param name="utc">An instant, UTC.</param>
    public static XElement Updated(DateTime utc) => Text("updated", utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    /// <param name="language">ISO 639-1.</param>
    public static byte[] ToUtf8(string language, params object[] content)
    {
        using MemoryStream stream = new();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            new XDocument(new XElement(Namespace + "feed", new XAttribute(XNamespace.Xml + "lang", language), content)).Save(writer);
        }

        return stream.ToArray();
    }
}
