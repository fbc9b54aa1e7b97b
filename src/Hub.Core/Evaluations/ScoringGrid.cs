namespace Hub.Core.Evaluations;

/// <summary>By what applications are judged.</summary>
/// <param name="Minimum">Lowest mark.</param>
/// <param name="Maximum">Highest mark.</param>
/// <param name="Step">Between two marks: 0.5 for half marks.</param>
public sealed record ScoringGrid(IReadOnlyList<Criterion> Criteria, decimal Minimum, decimal Maximum, decimal Step)
{
    public static readonly ScoringGrid Empty = new([], 0, 5, 1);

    public Criterion? Find(string key) => Criteria.FirstOrDefault(c => c.Key == key);

    public bool Accepts(decimal mark) => mark >= Minimum && mark <= Maximum && (mark - Minimum) % Step == 0;

    /// <summary>The mean of the marks by the weights of their criteria, on the scale of the grid, not rounded.</summary>
    /// <param name="markOf">By the key of the criterion.</param>
    /// <returns>Null while a criterion has no mark.</returns>
    public decimal? Total(Func<string, decimal?> markOf)
    {
        var (sum, weights) = (0m, 0m);
        foreach (var criterion in Criteria)
        {
            if (markOf(criterion.Key) is not { } mark)
            {
                return null;
            }

            (sum, weights) = (sum + (criterion.Weight * mark), weights + criterion.Weight);
        }

        return weights == 0 ? null : sum / weights;
    }
}

/// <param name="Key">In reviews and exports; never shown.</param>
/// <param name="Weight">Above 0, against the other criteria.</param>
public sealed record Criterion(string Key, string Name, decimal Weight)
{
    public string? EnglishName { get; init; }

    /// <summary>What deserves which mark, as reviewers and candidates read it.</summary>
    public IReadOnlyList<Anchor> Anchors { get; init; } = [];
}

public sealed record Anchor(decimal Mark, string Words);
