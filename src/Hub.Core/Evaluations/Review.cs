namespace Hub.Core.Evaluations;

/// <summary>What one reviewer thinks of one application.</summary>
public sealed class Review
{
    public const int CommentLength = 4000;

    private Review() { }

    public Review(Guid reviewerId, Guid applicationId) => (ReviewerId, ApplicationId) = (reviewerId, applicationId);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ReviewerId { get; private init; }

    public Guid ApplicationId { get; private init; }

    public ReviewState State { get; private set; }

    /// <summary>By the key of the criterion. The dictionary is replaced, never changed.</summary>
    public IReadOnlyDictionary<string, Mark> Marks { get; private set; } = new Dictionary<string, Mark>(StringComparer.Ordinal);

    /// <summary>To the rest of the committee, never to the candidate.</summary>
    public string? Note { get; private set; }

    /// <summary>Goes up with each change.</summary>
    public int Revision { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? ChangedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? SubmittedAt { get; private set; }

    public decimal? Total(ScoringGrid grid) => grid.Total(key => Marks.GetValueOrDefault(key)?.Value);

    /// <summary>Keeps what is being written. Who changes a review they had sent takes it back until they send it again.</summary>
    /// <param name="sheet">All of it: what is not in it is removed.</param>
    /// <param name="seen">Revision the person wrote over; 0 for none.</param>
    public SaveOutcome Save(ScoringGrid grid, ReviewSheet sheet, int seen, DateTime now)
    {
        if (State is ReviewState.Discarded || !sheet.Marks.All(m => grid.Find(m.Key) is not null && m.Value.IsPossible(grid)) || sheet.Note?.Length > CommentLength)
        {
            return SaveOutcome.Refused;
        }

        if (Note == sheet.Note && Marks.Count == sheet.Marks.Count && sheet.Marks.All(m => Marks.GetValueOrDefault(m.Key) == m.Value))
        {
            return SaveOutcome.Saved;
        }

        if (Revision != seen)
        {
            return SaveOutcome.Conflict;
        }

        (Marks, Note, State, SubmittedAt, ChangedAt, Revision) = (sheet.Marks, sheet.Note, ReviewState.Draft, null, now, Revision + 1);
        return SaveOutcome.Saved;
    }

    /// <returns>False while a criterion has no mark.</returns>
    public bool Submit(ScoringGrid grid, DateTime now)
    {
        if (State is ReviewState.Discarded || Total(grid) is null)
        {
            return false;
        }

        if (State is ReviewState.Draft)
        {
            (State, SubmittedAt, Revision) = (ReviewState.Submitted, now, Revision + 1);
        }

        return true;
    }

    /// <summary>The reviewer is recused: nobody reads it again.</summary>
    public void Discard() => (State, Marks, Note, Revision) = (ReviewState.Discarded, new Dictionary<string, Mark>(StringComparer.Ordinal), null, Revision + 1);
}

public enum ReviewState { Draft, Submitted, Discarded }

/// <param name="Value">Null while only words were written.</param>
public sealed record Mark(decimal? Value, string? Comment)
{
    public bool IsPossible(ScoringGrid grid) => (Value is null || grid.Accepts(Value.Value)) && !(Comment?.Length > Review.CommentLength);
}

/// <param name="Marks">By the key of the criterion.</param>
/// <inheritdoc cref="Review"/>
public sealed record ReviewSheet(IReadOnlyDictionary<string, Mark> Marks, string? Note);
