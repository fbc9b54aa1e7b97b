using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Hub.Web.OpenData;

/// <summary>One page of /agenda.json.</summary>
/// <param name="Language">BCP 47 tag of what the hub itself says; titles are in the organisers' words.</param>
/// <param name="Count">Days on all pages.</param>
/// <param name="Page">From 1.</param>
/// <param name="Next">Null on the last page.</param>
public sealed record OpenAgenda(OpenLicence Licence, string Language, int Count, int Page, Uri? Next, IReadOnlyList<OpenDay> Days)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // Accents as they are; what could end a script stays escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, Options);
}

/// <param name="Id">SPDX identifier.</param>
public sealed record OpenLicence(string Id, string Name, Uri Url)
{
    /// <summary>Licence of the State for public data: reuse for any purpose, naming the source and its date.</summary>
    public static OpenLicence Open { get; } =
        new("etalab-2.0", "Licence Ouverte 2.0", new("https://www.etalab.gouv.fr/licence-ouverte-open-licence/"));
}
