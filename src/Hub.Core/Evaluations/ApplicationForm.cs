using System.Text.Json.Serialization;

namespace Hub.Core.Evaluations;

/// <summary>The questions of a contest, in the order they are asked.</summary>
public sealed record ApplicationForm(IReadOnlyList<FormField> Fields)
{
    public static readonly ApplicationForm Empty = new([]);

    public FormField? Find(string key) => Fields.FirstOrDefault(f => f.Key == key);

    /// <summary>What an application is called in lists: its first short answer.</summary>
    /// <inheritdoc cref="ProblemsOf"/>
    public string? HeadingOf(Func<string, string?> answerTo) => Fields.FirstOrDefault(f => f.Kind is FieldKind.Line) is { } field && answerTo(field.Key) is { Length: > 0 } heading ? heading : null;

    /// <summary>Hashes of the documents that answers name.</summary>
    /// <inheritdoc cref="ProblemsOf"/>
    public IReadOnlyList<string> FilesIn(Func<string, string?> answerTo) =>
        [.. Fields.Where(f => f.Kind is FieldKind.Files).SelectMany(f => AttachedFile.In(answerTo(f.Key))).Select(f => f.Hash).Distinct()];

    /// <summary>What stands between these answers and a submission.</summary>
    /// <param name="answerTo">The answer to a field by its key; null for none.</param>
    public IReadOnlyList<FieldProblem> ProblemsOf(Func<string, string?> answerTo) =>
        [.. Fields.Select(f => (Field: f, Problem: f.ProblemOf(answerTo(f.Key)))).Where(f => f.Problem is not null).Select(f => new FieldProblem(f.Field, f.Problem!.Value))];
}

/// <param name="Key">In answers, versions and exports; never shown.</param>
/// <param name="MaxLength">In characters, as the person counts them: a line break is one. Of <see cref="FieldKind.Files"/>: how many.</param>
public sealed record FormField(string Key, FieldKind Kind, string Label, int MaxLength, bool IsRequired = true)
{
    public string? EnglishLabel { get; init; }

    public string? Help { get; init; }

    public string? EnglishHelp { get; init; }

    /// <summary>Of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public FieldProblemKind? ProblemOf(string? answer) => answer switch
    {
        null or "" => IsRequired ? FieldProblemKind.Missing : null,
        _ when Kind is FieldKind.Files => AttachedFile.In(answer).Count > MaxLength ? FieldProblemKind.TooMany : null,
        _ when answer.Length > MaxLength => FieldProblemKind.TooLong,
        _ when Kind is FieldKind.Choice && !Choices.Contains(answer, StringComparer.Ordinal) => FieldProblemKind.NotAChoice,
        _ when Kind is FieldKind.Link && !(Uri.TryCreate(answer, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps) => FieldProblemKind.NotALink,
        _ when Kind is FieldKind.Line && answer.Contains('\n', StringComparison.Ordinal) => FieldProblemKind.SeveralLines,
        _ => null,
    };
}

[JsonConverter(typeof(JsonStringEnumConverter<FieldKind>))]
public enum FieldKind { Line, Text, Choice, Link, Files }

public enum FieldProblemKind { Missing, TooLong, NotAChoice, NotALink, SeveralLines, TooMany }

public sealed record FieldProblem(FormField Field, FieldProblemKind Kind);
