using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Core.Privacy;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <summary>What the hub holds of a person, to take along: for programs, and for a person without the hub.</summary>
public sealed class PersonalDataFile(IStringLocalizer<PersonalDataTexts> texts)
{
    public const string ContentType = "application/zip";

    public const string Json = "donnees.json";

    public const string Page = "donnees.html";

    /// <summary>Meant to be opened by people too: accents as they are. It is never part of a page.</summary>
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public byte[] Write(PersonalData data)
    {
        var said = JsonSerializer.SerializeToNode(data, Shape)!.AsObject();
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, Json, said.ToJsonString(Shape));
            Add(archive, Page, new PersonalDataPage(texts).Write(said));
        }

        return file.ToArray();
    }

    /// <summary>In the language of the page it is asked from.</summary>
    public string Name => texts["FileName"].Value;

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
