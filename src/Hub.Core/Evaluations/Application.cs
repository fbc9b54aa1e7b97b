namespace Hub.Core.Evaluations;

/// <summary>What somebody writes and sends in to be judged. What counts is the last version sent; what is being written never does.</summary>
public sealed class Application
{
    public const int OrganisationLength = 200;

    /// <summary>Of any answer, whatever its field allows: more is not kept.</summary>
    public const int MostKept = 20_000;

    public const int MostTags = 10;

    public const int TagLength = 40;

    private Application() { }

    /// <param name="number">The next of the contest.</param>
    public Application(Guid contestId, int number, string organisation, DateTime now) =>
        (ContestId, Number, Organisation, OrganisationKey, BegunAt) = (contestId, number, organisation, OrganisationNames.KeyOf(organisation), now);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ContestId { get; private init; }

    /// <summary>From 1 in its contest, in the order they were begun.</summary>
    public int Number { get; private init; }

    /// <summary>On whose behalf, as they write it.</summary>
    public string Organisation { get; private init; } = "";

    /// <inheritdoc cref="OrganisationNames.KeyOf"/>
    public string OrganisationKey { get; private init; } = "";

    public ApplicationState State { get; private set; }

    /// <summary>By the key of the field. The dictionary is replaced, never changed.</summary>
    public IReadOnlyDictionary<string, Answer> Answers { get; private set; } = new Dictionary<string, Answer>(StringComparer.Ordinal);

    /// <summary>UTC.</summary>
    public DateTime BegunAt { get; private init; }

    /// <summary>Versions sent so far.</summary>
    public int Versions { get; private set; }

    /// <summary>When the last version was sent, UTC.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Revisions of all answers together when the last version was sent.</summary>
    public int SentRevision { get; private set; }

    /// <summary>They may send until then whatever the contest says, UTC; null: as everybody.</summary>
    public DateTime? LateUntil { get; private set; }

    /// <summary>Words by which those who decide sort what they received; never shown to authors. The list is replaced, never changed.</summary>
    public IReadOnlyList<string> Tags { get; private set; } = [];

    public int Version { get; private set; }

    /// <summary>Something was written since the last version.</summary>
    public bool HasUnsent => Versions > 0 && Revision != SentRevision;

    private int Revision => Answers.Values.Sum(a => a.Revision);

    public string? TextOf(string key) => Answers.GetValueOrDefault(key)?.Text;

    /// <summary>UTC; the later of what everybody and what they alone were granted.</summary>
    public DateTime ClosesAt(Contest contest) => LateUntil > contest.ClosesAt ? LateUntil.Value : contest.ClosesAt;

    /// <summary>Sent, and nothing of it can change any more.</summary>
    public bool IsJudged(Contest contest, DateTime now) => State is ApplicationState.Submitted && contest.DecidedAt is null && ClosesAt(contest) <= now;

    public bool IsOpen(Contest contest, DateTime now) => State is not ApplicationState.Withdrawn && contest.HasOpened(now) && now < ClosesAt(contest);

    /// <summary>Keeps what is being written, after the closing too: it counts only once it is sent.</summary>
    /// <param name="text">Line breaks of any kind.</param>
    /// <param name="seen">Revision of the answer the person wrote over; 0 for none.</param>
    public SaveOutcome Save(string key, string text, int seen)
    {
        var kept = Lines(text);
        var before = Answers.GetValueOrDefault(key) ?? Answer.None;
        if (State is ApplicationState.Withdrawn || kept.Length > MostKept)
        {
            return SaveOutcome.Refused;
        }

        if (before.Text == kept)
        {
            return SaveOutcome.Saved;
        }

        if (before.Revision != seen)
        {
            return SaveOutcome.Conflict;
        }

        Put(key, kept);
        return SaveOutcome.Saved;
    }

    /// <summary>Hashes of the documents that its answers name.</summary>
    public IReadOnlyList<string> FilesBy(ApplicationForm form) => form.FilesIn(TextOf);

    /// <summary>Freezes what is written as the version that counts.</summary>
    /// <param name="authorId">Who sends it.</param>
    /// <param name="now">When it arrived, UTC.</param>
    /// <returns>Null when it is too late, or the answers are not what the form asks for.</returns>
    public ApplicationVersion? Submit(Contest contest, Guid authorId, DateTime now)
    {
        if (!IsOpen(contest, now) || contest.Form.ProblemsOf(TextOf).Count > 0)
        {
            return null;
        }

        (State, SubmittedAt, Versions, SentRevision, Version) = (ApplicationState.Submitted, now, Versions + 1, Revision, Version + 1);
        return ApplicationVersion.Of(this, contest.Form, authorId, now);
    }

    public bool Withdraw()
    {
        if (State is ApplicationState.Withdrawn)
        {
            return false;
        }

        (State, Version) = (ApplicationState.Withdrawn, Version + 1);
        return true;
    }

    /// <param name="until">UTC; null: as everybody.</param>
    public void AllowUntil(DateTime? until) => (LateUntil, Version) = (until, Version + 1);

    /// <summary>The first <see cref="MostTags"/> of them, each once.</summary>
    public void Tag(IEnumerable<string> tags) => (Tags, Version) = ([.. tags.Distinct(StringComparer.CurrentCultureIgnoreCase).Take(MostTags)], Version + 1);

    /// <summary>Something beside it changed that two may not change at once.</summary>
    public void Touch() => Version++;

    /// <summary>Whatever was there.</summary>
    internal void Put(string key, string text) =>
        (Answers, Version) = (new Dictionary<string, Answer>(Answers, StringComparer.Ordinal) { [key] = new(text, (Answers.GetValueOrDefault(key) ?? Answer.None).Revision + 1) }, Version + 1);

    private static string Lines(string text) => text.ReplaceLineEndings("\n").Trim();
}

public enum ApplicationState { Draft, Submitted, Withdrawn }

/// <param name="Revision">Goes up with each change, from 1.</param>
public sealed record Answer(string Text, int Revision)
{
    public static readonly Answer None = new("", 0);
}

/// <remarks><see cref="Conflict"/>: somebody changed the same thing meanwhile, and nothing was written.</remarks>
public enum SaveOutcome { Saved, Conflict, Refused }
