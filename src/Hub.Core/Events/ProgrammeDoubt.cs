namespace Hub.Core.Events;

/// <summary>Something in a programme that may be a mistake. Nothing is forbidden: an organiser may know better.</summary>
/// <param name="Other">The session in the way; null when the session falls outside the day's hours.</param>
public sealed record ProgrammeDoubt(Session Session, Session? Other)
{
    /// <summary>In the order of the programme.</summary>
    public static IReadOnlyList<ProgrammeDoubt> In(Edition edition, IEnumerable<Session> sessions)
    {
        var inOrder = sessions.OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToList();
        return
        [
            .. inOrder.Where(s => s.StartsAt < edition.StartsAt || s.EndsAt > edition.EndsAt).Select(s => new ProgrammeDoubt(s, null)),
            .. inOrder.SelectMany((s, i) => inOrder.Skip(i + 1).Where(o => Collide(s, o)).Select(o => new ProgrammeDoubt(o, s))),
        ];
    }

    /// <summary>A session without a room takes all of them.</summary>
    private static bool Collide(Session one, Session other) =>
        one.StartsAt < other.EndsAt && other.StartsAt < one.EndsAt
        && (one.RoomId is null || other.RoomId is null || one.RoomId == other.RoomId);
}
