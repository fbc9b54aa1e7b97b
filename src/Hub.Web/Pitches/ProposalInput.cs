using Hub.Core.Evaluations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Hub.Web.Pitches;

/// <summary>Answers as they were typed, by the key of the field.</summary>
public sealed class ProposalInput
{
    public IDictionary<string, string?> Answers { get; set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Revision of each answer that was shown when it was typed.</summary>
    public IDictionary<string, int> Seen { get; set; } = new Dictionary<string, int>(StringComparer.Ordinal);
}

/// <param name="Text">What was typed, or what is kept.</param>
/// <param name="Theirs">What a colleague wrote meanwhile; null when nobody did.</param>
/// <param name="Seen">Revision that the next answer is written over.</param>
/// <param name="Sizes">Bytes of the documents of the proposal, by hash.</param>
public sealed record ProposalField(FormField Field, string Text, string? Theirs, int Seen, string? Error, IReadOnlyDictionary<string, int> Sizes)
{
    public IReadOnlyList<AttachedFile> Files => AttachedFile.In(Text);

    public string Name => NameOf(Field);

    public string Id => $"reponse-{Field.Key}";

    public static string NameOf(FormField field) => $"Input.Answers[{field.Key}]";

    public static ProposalField Of(FormField field, Application application, ProposalInput input, ModelStateDictionary errors, IReadOnlyDictionary<string, int> sizes)
    {
        var kept = application.Answers.GetValueOrDefault(field.Key) ?? Answer.None;
        var typed = field.Kind is not FieldKind.Files && input.Answers.TryGetValue(field.Key, out var text) ? text : null;
        var error = errors.TryGetValue(NameOf(field), out var entry) && entry.Errors.Count > 0 ? string.Join('\n', entry.Errors.Select(e => e.ErrorMessage)) : null;
        var isDifferent = typed is not null && typed.ReplaceLineEndings("\n").Trim() != kept.Text;
        return new(field, typed ?? kept.Text, isDifferent && kept.Text.Length > 0 ? kept.Text : null, kept.Revision, error, sizes);
    }
}
