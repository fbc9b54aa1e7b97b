using Hub.Core.Evaluations;

namespace Hub.Web.Pitches;

/// <summary>An answer to read.</summary>
/// <param name="Kind">Of the question.</param>
/// <param name="Sizes">Bytes by hash of the documents that can be taken from the page it stands on.</param>
public sealed record AnswerView(FieldKind Kind, string? Text, IReadOnlyDictionary<string, int> Sizes)
{
    private static readonly IReadOnlyDictionary<string, int> None = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <param name="sizes">Null: no document can be taken there.</param>
    public static AnswerView Of(ApplicationForm form, string key, string? text, IReadOnlyDictionary<string, int>? sizes) => new(form.Find(key)?.Kind ?? FieldKind.Text, text, sizes ?? None);
}
