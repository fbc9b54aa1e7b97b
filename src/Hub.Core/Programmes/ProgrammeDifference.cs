using Hub.Core.Events;

namespace Hub.Core.Programmes;

/// <summary>What people who knew one programme have to know about another.</summary>
/// <param name="Changes">In the order of the programme.</param>
public sealed record ProgrammeDifference(IReadOnlyList<ProgrammeChange> Changes, IReadOnlyList<PlannedRoom> AddedRooms, IReadOnlyList<PlannedRoom> RemovedRooms, bool RoomsRevised)
{
    public bool IsNone => Changes.Count == 0 && AddedRooms.Count == 0 && RemovedRooms.Count == 0 && !RoomsRevised;

    /// <summary>Sessions nobody has placed are not in the programme.</summary>
    public static ProgrammeDifference Between(ProgrammePlan before, ProgrammePlan after)
    {
        var (old, anew) = (Placed(before), Placed(after));
        var changes = anew.Values.Select(s => Compare(old.GetValueOrDefault(s.Id), s, before, after))
            .Concat(old.Values.Where(s => !anew.ContainsKey(s.Id)).Select(s => new ProgrammeChange(ProgrammeChangeKind.Removed, s, null, before.RoomNameOf(s), null)));
        var (oldRooms, newRooms) = (before.Rooms.Select(r => r.Id).ToHashSet(), after.Rooms.Select(r => r.Id).ToHashSet());
        return new(
            [.. changes.OfType<ProgrammeChange>().OrderBy(c => (c.After ?? c.Before)!.Facts.LocalStart).ThenBy(c => (c.After ?? c.Before)!.Id)],
            [.. after.Rooms.Where(r => !oldRooms.Contains(r.Id))],
            [.. before.Rooms.Where(r => !newRooms.Contains(r.Id))],
            !before.Rooms.Where(r => newRooms.Contains(r.Id)).SequenceEqual(after.Rooms.Where(r => oldRooms.Contains(r.Id))));
    }

    private static Dictionary<Guid, PlannedSession> Placed(ProgrammePlan plan) => plan.Sessions.Where(s => s.IsPlaced).ToDictionary(s => s.Id);

    /// <returns>Null when nobody outside could tell one from the other.</returns>
    private static ProgrammeChange? Compare(PlannedSession? old, PlannedSession anew, ProgrammePlan before, ProgrammePlan after)
    {
        if (old is null)
        {
            return new(ProgrammeChangeKind.Added, null, anew, null, after.RoomNameOf(anew));
        }

        if (old.Facts.Placement != anew.Facts.Placement)
        {
            return new(ProgrammeChangeKind.Moved, old, anew, before.RoomNameOf(old), after.RoomNameOf(anew));
        }

        return ReferenceEquals(old.Facts, anew.Facts) || old.Facts with { Needs = null } == anew.Facts with { Needs = null }
            ? null : new(ProgrammeChangeKind.Reworded, old, anew, before.RoomNameOf(old), after.RoomNameOf(anew));
    }
}

/// <param name="Before">Null when it is new.</param>
/// <param name="After">Null when it is gone.</param>
/// <param name="RoomBefore">Null for all rooms.</param>
/// <param name="RoomAfter">Null for all rooms.</param>
public sealed record ProgrammeChange(ProgrammeChangeKind Kind, PlannedSession? Before, PlannedSession? After, string? RoomBefore, string? RoomAfter)
{
    /// <summary>As it is now, or last was.</summary>
    public PlannedSession Session => (After ?? Before)!;

    /// <summary>Whether this person is, or was, to speak there or to moderate.</summary>
    public bool Names(string person) => new[] { Before, After }.Any(s => s?.Facts.PeopleNames.Any(p => p.Name == person) == true);
}

/// <remarks>A session that moved may have other words too.</remarks>
public enum ProgrammeChangeKind { Added, Removed, Moved, Reworded }
