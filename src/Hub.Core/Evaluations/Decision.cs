namespace Hub.Core.Evaluations;

/// <summary>What becomes of an application. It stays between those who decide until it is released, and is kept apart from the application so that no list of those can show it.</summary>
public sealed class Decision
{
    public const int ReasonLength = 2000;

    private Decision() { }

    public Decision(Guid applicationId, Guid contestId) => (ApplicationId, ContestId) = (applicationId, contestId);

    public Guid ApplicationId { get; private init; }

    public Guid ContestId { get; private init; }

    public Verdict Verdict { get; private set; }

    /// <summary>In the reserve, from 1; null elsewhere.</summary>
    public int? Position { get; private set; }

    /// <summary>To the candidate.</summary>
    public string? Reason { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime DecidedAt { get; private set; }

    /// <summary>From then on the candidate knows, UTC.</summary>
    public DateTime? ReleasedAt { get; private set; }

    public int Version { get; private set; }

    /// <returns>False once it is released.</returns>
    public bool Decide(Verdict verdict, int? position, string? reason, DateTime now)
    {
        if (ReleasedAt is not null)
        {
            return false;
        }

        (Verdict, Position, Reason, DecidedAt, Version) = (verdict, verdict is Verdict.Reserve ? position : null, reason, now, Version + 1);
        return true;
    }

    public bool Release(DateTime now)
    {
        if (ReleasedAt is not null)
        {
            return false;
        }

        (ReleasedAt, Version) = (now, Version + 1);
        return true;
    }

    /// <summary>A place came free.</summary>
    /// <returns>False for who was not waiting for one.</returns>
    public bool Promote(DateTime now)
    {
        if (ReleasedAt is null || Verdict is not Verdict.Reserve)
        {
            return false;
        }

        (Verdict, Position, DecidedAt, Version) = (Verdict.Accepted, null, now, Version + 1);
        return true;
    }
}

public enum Verdict { Accepted, Reserve, Declined }
