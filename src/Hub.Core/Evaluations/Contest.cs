namespace Hub.Core.Evaluations;

/// <summary>What people apply to, as the engine sees it: when, with which questions, judged by what. The call it belongs to has the same id.</summary>
public sealed class Contest
{
    /// <summary>Nobody can judge more.</summary>
    public const int MostApplications = 2000;

    private Contest() { }

    public Contest(Guid id, ContestTerms terms)
    {
        Id = id;
        Put(terms);
    }

    public Guid Id { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime OpensAt { get; private set; }

    /// <summary>UTC; what arrives at this instant is late.</summary>
    public DateTime ClosesAt { get; private set; }

    public ApplicationForm Form { get; private set; } = ApplicationForm.Empty;

    public ScoringGrid Grid { get; private set; } = ScoringGrid.Empty;

    /// <inheritdoc cref="ContestTerms"/>
    public int? MostPerOrganisation { get; private set; }

    /// <summary>Of the application begun last; moved by a guarded update.</summary>
    public int LastNumber { get; private init; }

    /// <summary>Applications that were ever sent; moved by a guarded update.</summary>
    public int Submissions { get; private init; }

    /// <summary>When those who judge are asked to be done, UTC; null while nobody has said.</summary>
    public DateTime? ReviewsDueAt { get; private set; }

    /// <summary>Nothing is judged any more, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    public int Version { get; private set; }

    public bool HasOpened(DateTime now) => OpensAt <= now;

    public bool IsOpen(DateTime now) => HasOpened(now) && now < ClosesAt;

    /// <returns>False once it has opened: who applies was told the questions and how answers are judged.</returns>
    public bool Set(ContestTerms terms, DateTime now)
    {
        if (HasOpened(now))
        {
            return false;
        }

        Put(terms);
        return true;
    }

    /// <returns>False for a closing that is not later: nobody loses an hour they were promised.</returns>
    public bool Extend(DateTime closesAt)
    {
        if (closesAt <= ClosesAt)
        {
            return false;
        }

        (ClosesAt, Version) = (closesAt, Version + 1);
        return true;
    }

    /// <param name="at">UTC.</param>
    /// <returns>False for a day before the last application can come.</returns>
    public bool AskReviewsBy(DateTime at)
    {
        if (at <= ClosesAt)
        {
            return false;
        }

        (ReviewsDueAt, Version) = (at, Version + 1);
        return true;
    }

    /// <summary>Decisions are released: reviews end.</summary>
    public void Decide(DateTime now) => (DecidedAt, Version) = (DecidedAt ?? now, Version + 1);

    private void Put(ContestTerms terms) =>
        (OpensAt, ClosesAt, Form, Grid, MostPerOrganisation, Version) = (terms.OpensAt, terms.ClosesAt, terms.Form, terms.Grid, terms.MostPerOrganisation, Version + 1);
}

/// <summary>Fixed when the contest opens.</summary>
/// <param name="OpensAt">UTC.</param>
/// <param name="ClosesAt">UTC.</param>
/// <param name="MostPerOrganisation">Applications that one organisation may send; null: no limit.</param>
public sealed record ContestTerms(DateTime OpensAt, DateTime ClosesAt, ApplicationForm Form, ScoringGrid Grid, int? MostPerOrganisation = null);
