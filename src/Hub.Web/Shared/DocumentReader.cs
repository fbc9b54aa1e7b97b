using Hub.Core.Files;
using Hub.Core.Languages;
using Hub.Core.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace Hub.Web.Shared;

/// <summary>Reads a document that is sent, and says beside its fields what is wrong with it.</summary>
/// <param name="prefix">Name of the form's model, as its fields begin.</param>
public sealed class DocumentReader(ModelStateDictionary errors, IStringLocalizer fields, IStringLocalizer<FileTexts> texts, string prefix)
{
    /// <returns>Null when an error was added.</returns>
    public async Task<(DocumentFile File, string? Words)?> ReadAsync(DocumentInput input, CancellationToken ct)
    {
        LineReader lines = new(errors, fields, prefix);
        var words = lines.Line(nameof(input.Words), input.Words, SessionFile.WordsLength, isRequired: false);
        var (file, problem) = await texts.ReadAsync(input.File, ct);
        if (file is null)
        {
            lines.Refuse(nameof(input.File), problem);
            return null;
        }

        return errors.IsValid ? (file, words) : null;
    }
}

/// <summary>What people learn of a document before they give or take it.</summary>
public static class DocumentWords
{
    private const string Sandbox = "default-src 'none'; sandbox";
    private const int Kilo = 1000;
    private const int Mega = 1_000_000;

    /// <summary>As a browser's file chooser reads it.</summary>
    public static string Accepted { get; } = string.Join(',', DocumentFile.Extensions.Select(e => $".{e}"));

    extension(HttpContext http)
    {
        /// <summary>To keep, never to open in place: a document of somebody else runs nothing under the hub's name.</summary>
        /// <param name="tag">Of its bytes, which never change.</param>
        public IResult Download(byte[] content, string mediaType, string fileName, string tag)
        {
            http.Response.Headers.ContentSecurityPolicy = Sandbox;
            return TypedResults.Bytes(content, mediaType, fileName, entityTag: new EntityTagHeaderValue($"\"{tag}\""));
        }
    }

    extension(PageModel page)
    {
        /// <summary>The same from a page that nobody else may see.</summary>
        public IActionResult Download(byte[] content, string mediaType, string fileName)
        {
            page.Response.Headers.ContentSecurityPolicy = Sandbox;
            return page.File(content, mediaType, fileName);
        }
    }

    extension(IStringLocalizer<FileTexts> texts)
    {
        /// <summary>« PDF, 2,4 Mo », as RGAA 13.3 asks.</summary>
        public string FormatOf(string fileName, long size) => $"{Path.GetExtension(fileName).TrimStart('.').ToUpperInvariant()}, {texts.SizeOf(size)}";

        /// <param name="bytes">Rounded up.</param>
        public string SizeOf(long bytes) => bytes < Mega
            ? texts["Kilobytes", Spoken.Number((int)Math.Ceiling(bytes / (double)Kilo))]
            : texts["Megabytes", Spoken.Number((decimal)Math.Ceiling(bytes * 10 / (double)Mega) / 10, bytes % Mega == 0 ? 0 : 1)];

        /// <returns>The document; or none, and why in words.</returns>
        public async Task<(DocumentFile? File, string Problem)> ReadAsync(IFormFile? sent, CancellationToken ct)
        {
            if (sent is not { Length: > 0 })
            {
                return (null, texts["FileMissing"]);
            }

            if (sent.Length > DocumentFile.MostBytes)
            {
                return (null, texts["FileTooLarge", texts.SizeOf(sent.Length), texts.SizeOf(DocumentFile.MostBytes)]);
            }

            await using MemoryStream bytes = new();
            await sent.CopyToAsync(bytes, ct);
            return DocumentFile.Read(sent.FileName, bytes.ToArray()) is { } file ? (file, "") : (null, texts["FileWrong"]);
        }
    }
}
