using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hub.Core.Evaluations;

/// <summary>An application as it was sent. It never changes, and its hash can be found again from its text by anybody.</summary>
public sealed class ApplicationVersion
{
    /// <summary>Of a SHA-256 in hexadecimal.</summary>
    public const int HashLength = 64;

    private ApplicationVersion() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; private init; }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime SubmittedAt { get; private init; }

    /// <summary>Author who sent it; they may have been erased since.</summary>
    public Guid SubmittedBy { get; private init; }

    /// <summary>SHA-256 of the UTF-8 bytes of <see cref="Content"/>, in lower-case hexadecimal.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>One JSON object without a byte order mark: application, version, submittedAt, organisation and answers, in the order of the form.</summary>
    public string Content { get; private init; } = "";

    /// <summary>What was asked and answered, as it was sent.</summary>
    public IReadOnlyList<SentAnswer> Answers
    {
        get
        {
            using var content = JsonDocument.Parse(Content);
            return [.. content.RootElement.GetProperty("answers").EnumerateArray().Select(a => new SentAnswer(Text(a, "key"), Text(a, "question"), Text(a, "answer")))];
        }
    }

    /// <summary>On whose behalf it was sent.</summary>
    public string Organisation
    {
        get
        {
            using var content = JsonDocument.Parse(Content);
            return Text(content.RootElement, "organisation");
        }
    }

    /// <inheritdoc cref="ApplicationForm.HeadingOf"/>
    public string? HeadingBy(ApplicationForm form) => form.HeadingOf(ByKey.GetValueOrDefault);

    /// <inheritdoc cref="Application.FilesBy"/>
    public IReadOnlyList<string> FilesBy(ApplicationForm form) => form.FilesIn(ByKey.GetValueOrDefault);

    private Dictionary<string, string> ByKey => Answers.ToDictionary(a => a.Key, a => a.Text, StringComparer.Ordinal);

    public static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    internal static ApplicationVersion Of(Application application, ApplicationForm form, Guid authorId, DateTime now)
    {
        var content = Write(application, form, now);
        return new()
        {
            ApplicationId = application.Id,
            Number = application.Versions,
            SubmittedAt = now,
            SubmittedBy = authorId,
            Content = content,
            Hash = HashOf(content),
        };
    }

    private static string Text(JsonElement answer, string name) => answer.GetProperty(name).GetString() ?? "";

    private static string Write(Application application, ApplicationForm form, DateTime now)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("application", application.Id);
            json.WriteNumber("version", application.Versions);
            json.WriteString("submittedAt", now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("organisation", application.Organisation);
            json.WriteStartArray("answers");
            foreach (var field in form.Fields)
            {
                json.WriteStartObject();
                json.WriteString("key", field.Key);
                json.WriteString("question", field.Label);
                json.WriteString("answer", application.TextOf(field.Key) ?? "");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}

public sealed record SentAnswer(string Key, string Question, string Text);
