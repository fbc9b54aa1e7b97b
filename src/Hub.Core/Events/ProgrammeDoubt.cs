namespace Hub.Core.Events;

/// <summary>Something in a programme that may be a mistake. Nothing is forbidden: an organiser may know better.</summary>
/// <param name="Other">The session in the way; null when the session falls outside the day's hours.</param>
/// <param name="Person">Who is expected in both, or has no time to change rooms between them.</param>
public sealed record ProgrammeDoubt(ProgrammeDoubtKind Kind, Session Session, Session? Other = null, string? Person = null)
{
    /// <summary>Least time to leave one room and be heard in another.</summary>
    public const int MinutesToMove = 5;

    /// <summary>By kind, then in the order of the programme.</summary>
    public static IReadOnlyList<ProgrammeDoubt> In(Edition edition, IEnumerable<Session> sessions)
    {
        var inOrder = sessions.OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToList();
        var pairs = inOrder.SelectMany((s, i) => inOrder.Skip(i + 1).TakeWhile(o => o.StartsAt < s.EndsAt.AddMinutes(MinutesToMove)).Select(o => (First: s, Second: o)));
        return
        [
            .. inOrder.Where(s => s.StartsAt < edition.StartsAt || s.EndsAt > edition.EndsAt).Select(s => new ProgrammeDoubt(ProgrammeDoubtKind.OutsideDay, s)),
            .. pairs.Where(p => Overlap(p.First, p.Second) && ShareRoom(p.First, p.Second)).Select(p => new ProgrammeDoubt(ProgrammeDoubtKind.RoomTaken, p.Second, p.First)),
            .. pairs.Where(p => !ShareRoom(p.First, p.Second)).SelectMany(p => SharedPeople(p.First, p.Second)
                .Select(name => new ProgrammeDoubt(Overlap(p.First, p.Second) ? ProgrammeDoubtKind.PersonTwice : ProgrammeDoubtKind.NoTimeToMove, p.Second, p.First, name))),
        ];
    }

    private static bool Overlap(Session one, Session other) => one.StartsAt < other.EndsAt && other.StartsAt < one.EndsAt;

    /// <summary>A session without a room takes all of them.</summary>
    private static bool ShareRoom(Session one, Session other) => one.RoomId is null || other.RoomId is null || one.RoomId == other.RoomId;

    private static IEnumerable<string> SharedPeople(Session one, Session other) =>
        one.SpeakerNames.Select(s => s.Name).Intersect(other.SpeakerNames.Select(s => s.Name), StringComparer.OrdinalIgnoreCase);
}

/// <remarks><see cref="PersonTwice"/>: in two rooms at once. <see cref="NoTimeToMove"/>: in two rooms, one right after the other.</remarks>
public enum ProgrammeDoubtKind { OutsideDay, RoomTaken, PersonTwice, NoTimeToMove }
