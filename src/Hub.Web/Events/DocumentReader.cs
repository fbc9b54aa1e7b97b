using Hub.Core.Files;
using Hub.Core.Languages;
using Hub.Core.Programmes;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Reads a document that is sent, and says beside its fields what is wrong with it.</summary>
/// <param name="prefix">Name of the form's model, as its fields begin.</param>
public sealed class DocumentReader(ModelStateDictionary errors, IStringLocalizer fields, IStringLocalizer<FileTexts> texts, string prefix)
{
    /// <returns>Null when an error was added.</returns>
    public async Task<(DocumentFile File, string? Words)?> ReadAsync(DocumentInput input, CancellationToken ct)
    {
        LineReader lines = new(errors, fields, prefix);
        var words = lines.Line(nameof(input.Words), input.Words, SessionFile.WordsLength, isRequired: false);
        if (input.File is not { Length: > 0 } sent)
        {
            lines.Refuse(nameof(input.File), texts["FileMissing"]);
            return null;
        }

        if (sent.Length > DocumentFile.MostBytes)
        {
            lines.Refuse(nameof(input.File), texts["FileTooLarge", texts.SizeOf(sent.Length), texts.SizeOf(DocumentFile.MostBytes)]);
            return null;
        }

        await using MemoryStream bytes = new();
        await sent.CopyToAsync(bytes, ct);
        if (DocumentFile.Read(sent.FileName, bytes.ToArray()) is not { } file)
        {
            lines.Refuse(nameof(input.File), texts["FileWrong"]);
            return null;
        }

        return errors.IsValid ? (file, words) : null;
    }
}

/// <summary>What readers learn of a document before they take it.</summary>
public static class DocumentWords
{
    private const int Kilo = 1000;
    private const int Mega = 1_000_000;

    /// <summary>As a browser's file chooser reads it.</summary>
    public static string Accepted { get; } = string.Join(',', DocumentFile.Extensions.Select(e => $".{e}"));

    extension(IStringLocalizer<FileTexts> texts)
    {
        /// <summary>« PDF, 2,4 Mo », as RGAA 13.3 asks.</summary>
        public string FormatOf(SessionFileLine file) => $"{Path.GetExtension(file.FileName).TrimStart('.').ToUpperInvariant()}, {texts.SizeOf(file.Size)}";

        /// <param name="bytes">Rounded up.</param>
        public string SizeOf(long bytes) => bytes < Mega
            ? texts["Kilobytes", Spoken.Number((int)Math.Ceiling(bytes / (double)Kilo))]
            : texts["Megabytes", Spoken.Number((decimal)Math.Ceiling(bytes * 10 / (double)Mega) / 10, bytes % Mega == 0 ? 0 : 1)];
    }
}
