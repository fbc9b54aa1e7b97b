namespace Hub.Core.Events;

/// <summary>Something in a programme that may be a mistake. Nothing is forbidden: an organiser may know better.</summary>
/// <param name="Other">The session in the way; null when the session falls outside the day's hours.</param>
/// <param name="Person">Who is expected in both, or has no time to change rooms between them.</param>
public sealed record ProgrammeDoubt(ProgrammeDoubtKind Kind, Session Session, Session? Other = null, string? Person = null)
{
    /// <summary>Least time to leave one room and be heard in another.</summary>
    public const int MinutesToMove = 5;

    private static readonly SessionKind[] Moderated = [SessionKind.RoundTable, SessionKind.Debate, SessionKind.PitchSession];

    private static readonly SessionKind[] Captioned = [SessionKind.Opening, SessionKind.Plenary, SessionKind.Keynote];

    /// <summary>By kind, then in the order of the programme.</summary>
    public static IReadOnlyList<ProgrammeDoubt> In(Edition edition, IReadOnlyList<Room> rooms, IEnumerable<Session> sessions)
    {
        var seats = rooms.ToDictionary(r => r.Id, r => r.Seats);
        var inOrder = sessions.OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToList();
        var people = inOrder.SelectMany(s => s.ExpectedNames.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => (Name: name, Session: s)))
            .GroupBy(p => p.Name, p => p.Session, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. inOrder.Where(s => s.StartsAt < edition.StartsAt || s.EndsAt > edition.EndsAt).Select(s => new ProgrammeDoubt(ProgrammeDoubtKind.OutsideDay, s)),
            .. Close(inOrder).Where(p => Overlap(p.First, p.Second) && ShareRoom(p.First, p.Second)).Select(p => new ProgrammeDoubt(ProgrammeDoubtKind.RoomTaken, p.Second, p.First)),
            .. people.SelectMany(p => Close([.. p]).Where(c => !ShareRoom(c.First, c.Second)).Select(c => (c.First, c.Second, Name: p.Key)))
                .OrderBy(c => c.Second.StartsAt).ThenBy(c => c.Second.Id)
                .Select(c => new ProgrammeDoubt(Overlap(c.First, c.Second) ? ProgrammeDoubtKind.PersonTwice : ProgrammeDoubtKind.NoTimeToMove, c.Second, c.First, c.Name)),
            .. inOrder.Where(s => s.RoomId is { } room && s.Places > seats.GetValueOrDefault(room)).Select(s => new ProgrammeDoubt(ProgrammeDoubtKind.RoomTooSmall, s)),
            .. inOrder.Where(s => Moderated.Contains(s.Kind) && s.Moderators is null).Select(s => new ProgrammeDoubt(ProgrammeDoubtKind.NoModerator, s)),
            .. inOrder.Where(s => Captioned.Contains(s.Kind) && !s.IsCaptioned).Select(s => new ProgrammeDoubt(ProgrammeDoubtKind.NotCaptioned, s)),
        ];
    }

    /// <summary>Somebody answered, and the page of the people says what can be done about it.</summary>
    public bool IsAnswer => Kind is ProgrammeDoubtKind.SpeakerGone or ProgrammeDoubtKind.SpeakerAway or ProgrammeDoubtKind.SpeakerOtherTime;

    /// <summary>Two that overlap, or leave no time to move in between.</summary>
    private static IEnumerable<(Session First, Session Second)> Close(List<Session> inOrder)
    {
        for (var first = 0; first < inOrder.Count; first++)
        {
            var until = inOrder[first].EndsAt.AddMinutes(MinutesToMove);
            for (var second = first + 1; second < inOrder.Count && inOrder[second].StartsAt < until; second++)
            {
                yield return (inOrder[first], inOrder[second]);
            }
        }
    }

    private static bool Overlap(Session one, Session other) => one.StartsAt < other.EndsAt && other.StartsAt < one.EndsAt;

    /// <summary>A session without a room takes all of them.</summary>
    private static bool ShareRoom(Session one, Session other) => one.RoomId is null || other.RoomId is null || one.RoomId == other.RoomId;
}

/// <remarks><see cref="PersonTwice"/>: in two rooms at once. <see cref="NoTimeToMove"/>: in two rooms, one right after the other.
/// <see cref="NotCaptioned"/>: everybody is there, and nobody writes down or signs what is said.
/// <see cref="OrderTooLong"/>: turns on stage last longer than the session. <see cref="SpeakerGone"/>: they do not come, and are still named.</remarks>
public enum ProgrammeDoubtKind { OutsideDay, RoomTaken, PersonTwice, NoTimeToMove, RoomTooSmall, NoModerator, NotCaptioned, OrderTooLong, SpeakerGone, SpeakerAway, SpeakerOtherTime }
