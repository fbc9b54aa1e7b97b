using System.Globalization;
using Hub.Core.Evaluations;

namespace Hub.Web.Pitches;

/// <summary>A sheet as it was filled in, by the key of the criterion.</summary>
public sealed class ReviewInput
{
    /// <summary>Figures of the invariant culture.</summary>
    public IDictionary<string, string?> Marks { get; set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    public IDictionary<string, string?> Comments { get; set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    public string? Note { get; set; }

    /// <summary>Revision of the review that was shown when it was filled in.</summary>
    public int Seen { get; set; }

    public static ReviewInput Of(ScoringGrid grid, Review? review) => new()
    {
        Marks = grid.Criteria.ToDictionary(c => c.Key, c => review?.Marks.GetValueOrDefault(c.Key)?.Value?.ToString("0.##", CultureInfo.InvariantCulture), StringComparer.Ordinal),
        Comments = grid.Criteria.ToDictionary(c => c.Key, c => review?.Marks.GetValueOrDefault(c.Key)?.Comment, StringComparer.Ordinal),
        Note = review?.Note,
        Seen = review?.Revision ?? 0,
    };

    /// <returns>What is not a figure reads as one that no grid accepts.</returns>
    public ReviewSheet Sheet(ScoringGrid grid)
    {
        Dictionary<string, Mark> marks = new(StringComparer.Ordinal);
        foreach (var criterion in grid.Criteria)
        {
            Mark mark = new(Figure(grid, Marks.TryGetValue(criterion.Key, out var value) ? value : null), Text(Comments.TryGetValue(criterion.Key, out var comment) ? comment : null));
            if (mark != new Mark(null, null))
            {
                marks[criterion.Key] = mark;
            }
        }

        return new(marks, Text(Note));
    }

    /// <returns>Null while a mark is missing, or is none of the grid.</returns>
    public decimal? TotalBy(ScoringGrid grid) =>
        Sheet(grid).Marks is var marks && marks.Values.All(m => m.IsPossible(grid)) ? grid.Total(k => marks.GetValueOrDefault(k)?.Value) : null;

    private static decimal? Figure(ScoringGrid grid, string? typed) => string.IsNullOrWhiteSpace(typed) ? null
        : decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var mark) ? mark : grid.Maximum + 1;

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.ReplaceLineEndings("\n").Trim();
}
