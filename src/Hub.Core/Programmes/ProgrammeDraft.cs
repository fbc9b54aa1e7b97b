using Hub.Core.Events;

namespace Hub.Core.Programmes;

/// <summary>The programme on the organisers' table. Nobody else sees it before it is published.</summary>
public sealed class ProgrammeDraft
{
    /// <summary>How many moves can be taken back.</summary>
    public const int MaxMoves = 50;

    private ProgrammeDraft() { }

    public ProgrammeDraft(Guid editionId, ProgrammePlan plan) => (EditionId, Plan) = (editionId, plan);

    public Guid EditionId { get; private init; }

    public ProgrammePlan Plan { get; private set; } = ProgrammePlan.Empty;

    /// <summary>Goes up with each change.</summary>
    public int Revision { get; private set; }

    /// <summary>The last ones, the oldest first; those taken back last.</summary>
    public IReadOnlyList<ProgrammeMove> Moves { get; private set; } = [];

    /// <summary>How many of the <see cref="Moves"/> are taken back.</summary>
    public int Undone { get; private set; }

    public ProgrammeMove? ToUndo => Moves.ElementAtOrDefault(Moves.Count - Undone - 1);

    public ProgrammeMove? ToRedo => Undone == 0 ? null : Moves[^Undone];

    /// <summary>Rooms and words; what it does to sessions' places cannot be taken back.</summary>
    public void Put(ProgrammePlan plan)
    {
        Revision++;
        Plan = plan;
    }

    /// <summary>Adds a session, or changes the one of the same id.</summary>
    public void Write(PlannedSession session) => Put(Plan.With(session with { Revision = Revision + 1 }));

    /// <summary>Another programme altogether: moves before that lead nowhere.</summary>
    public void Replace(ProgrammePlan plan)
    {
        Put(plan);
        (Moves, Undone) = ([], 0);
    }

    /// <summary>The day moved, and its programme with it.</summary>
    internal void Shift(TimeSpan shift) => Replace(Plan.Shifted(shift));

    /// <param name="timeZone">IANA zone of the edition.</param>
    public ProgrammeResult Move(Guid sessionId, int? revision, SessionPlacement to, string timeZone)
    {
        if (Plan.Find(sessionId) is not { } session || !Plan.HasRoom(to.RoomId))
        {
            return new(ProgrammeOutcome.Missing);
        }

        if (revision is not null && revision != session.Revision)
        {
            return new(ProgrammeOutcome.Stale, session);
        }

        var from = session.Facts.Placement;
        if (from == to)
        {
            return new(ProgrammeOutcome.Done, session);
        }

        var result = Place(session, to, timeZone);
        if (result.Outcome is ProgrammeOutcome.Done)
        {
            Moves = [.. Moves.SkipLast(Undone).Append(new(sessionId, session.Facts.Title, from, to)).TakeLast(MaxMoves)];
            Undone = 0;
        }

        return result;
    }

    /// <inheritdoc cref="Move"/>
    /// <returns><see cref="ProgrammeOutcome.Stale"/>: somebody has moved it otherwise since, and the move is forgotten.</returns>
    public ProgrammeResult Undo(string timeZone) => ToUndo is { } move ? Retrace(move, move.To, move.From, Undone + 1, timeZone) : new(ProgrammeOutcome.Missing);

    /// <inheritdoc cref="Undo"/>
    public ProgrammeResult Redo(string timeZone) => ToRedo is { } move ? Retrace(move, move.From, move.To, Undone - 1, timeZone) : new(ProgrammeOutcome.Missing);

    /// <param name="undone">How many moves are taken back afterwards.</param>
    private ProgrammeResult Retrace(ProgrammeMove move, SessionPlacement from, SessionPlacement to, int undone, string timeZone)
    {
        if (Plan.Find(move.SessionId) is not { } session || session.Facts.Placement != from || !Plan.HasRoom(to.RoomId))
        {
            var forgotten = Moves.Count - Math.Max(Undone, undone);
            Moves = [.. Moves.Where((_, index) => index != forgotten)];
            Undone = Math.Min(Undone, undone);
            return new(ProgrammeOutcome.Stale, Plan.Find(move.SessionId));
        }

        var result = Place(session, to, timeZone);
        Undone = result.Outcome is ProgrammeOutcome.Done ? undone : Undone;
        return result;
    }

    private ProgrammeResult Place(PlannedSession session, SessionPlacement to, string timeZone)
    {
        var placed = session with { Facts = session.Facts with { Placement = to } };
        if (Plan.InTheWayOf(placed, timeZone) is { } other)
        {
            return new(ProgrammeOutcome.RoomTaken, other);
        }

        Write(placed);
        return new(ProgrammeOutcome.Done, Plan.Find(session.Id));
    }
}

/// <param name="Title">Of the session when it moved.</param>
public sealed record ProgrammeMove(Guid SessionId, string Title, SessionPlacement From, SessionPlacement To);

/// <summary>What became of a change to the draft.</summary>
/// <param name="Session">The one it was about; the one in the way when its room is taken.</param>
public sealed record ProgrammeResult(ProgrammeOutcome Outcome, PlannedSession? Session = null)
{
    /// <summary>As it stands afterwards.</summary>
    public ProgrammeDraft? Draft { get; init; }
}

/// <remarks><see cref="Missing"/>: there is no such session or room (any more). <see cref="Stale"/>: a colleague was faster.
/// <see cref="TooFar"/>: more than <see cref="EditionTimes.FarthestSession"/> days away from the day.</remarks>
public enum ProgrammeOutcome { Done, Missing, Stale, RoomTaken, Full, TooFar }
