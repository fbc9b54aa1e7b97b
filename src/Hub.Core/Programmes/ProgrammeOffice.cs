using Hub.Core.Audit;
using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Programmes;

/// <summary>Commands on the draft of a day's programme.</summary>
public sealed class ProgrammeOffice(HubDbContext db, TimeProvider clock)
{
    /// <returns>Null when there are too many.</returns>
    public async Task<Guid?> AddRoomAsync(Guid editionId, string name, int? seats, Guid? by, CancellationToken ct = default)
    {
        PlannedRoom room = new(Guid.CreateVersion7(), name, seats);
        var result = await ChangeAsync("AddRoom", editionId, by, name, (draft, _) =>
        {
            if (draft.Plan.Rooms.Count >= ProgrammePlan.MaxRooms)
            {
                return new(ProgrammeOutcome.Full);
            }

            draft.Put(draft.Plan with { Rooms = [.. draft.Plan.Rooms, room] });
            return new(ProgrammeOutcome.Done);
        }, ct);
        return result.Outcome is ProgrammeOutcome.Done ? room.Id : null;
    }

    public Task<ProgrammeResult> ReviseRoomAsync(Guid editionId, PlannedRoom room, Guid? by, CancellationToken ct = default) =>
        ChangeAsync("ReviseRoom", editionId, by, room.Name, (draft, _) =>
        {
            if (!draft.Plan.HasRoom(room.Id))
            {
                return new(ProgrammeOutcome.Missing);
            }

            draft.Put(draft.Plan with { Rooms = [.. draft.Plan.Rooms.Select(r => r.Id == room.Id ? room : r)] });
            return new(ProgrammeOutcome.Done);
        }, ct);

    /// <param name="columns">To the right; to the left when negative. It stops at the last one.</param>
    public Task<ProgrammeResult> ShiftRoomAsync(Guid editionId, Guid roomId, int columns, Guid? by, CancellationToken ct = default) =>
        ChangeAsync("ShiftRoom", editionId, by, null, (draft, _) =>
        {
            List<PlannedRoom> rooms = [.. draft.Plan.Rooms];
            var from = rooms.FindIndex(r => r.Id == roomId);
            if (from < 0)
            {
                return new(ProgrammeOutcome.Missing);
            }

            var room = rooms[from];
            rooms.RemoveAt(from);
            rooms.Insert((int)Math.Clamp((long)from + columns, 0, rooms.Count), room);
            draft.Put(draft.Plan with { Rooms = rooms });
            return new(ProgrammeOutcome.Done);
        }, ct);

    /// <returns><see cref="ProgrammeOutcome.RoomTaken"/> while sessions still take place there.</returns>
    public Task<ProgrammeResult> RemoveRoomAsync(Guid editionId, Guid roomId, Guid? by, CancellationToken ct = default) =>
        ChangeAsync("RemoveRoom", editionId, by, null, (draft, _) =>
        {
            if (!draft.Plan.HasRoom(roomId))
            {
                return new(ProgrammeOutcome.Missing);
            }

            if (draft.Plan.Sessions.FirstOrDefault(s => s.Facts.RoomId == roomId) is { } session)
            {
                return new(ProgrammeOutcome.RoomTaken, session);
            }

            draft.Put(draft.Plan with { Rooms = [.. draft.Plan.Rooms.Where(r => r.Id != roomId)] });
            return new(ProgrammeOutcome.Done);
        }, ct);

    /// <param name="sessionId">Null adds one.</param>
    /// <param name="revision">Of the session as the organiser read it; null when nothing was read.</param>
    public Task<ProgrammeResult> WriteSessionAsync(Guid editionId, Guid? sessionId, SessionFacts facts, Guid? by, int? revision = null, CancellationToken ct = default) =>
        ChangeAsync("WriteSession", editionId, by, facts.Title, (draft, edition) =>
        {
            if (IsTooFar(edition, facts.LocalStart))
            {
                return new(ProgrammeOutcome.TooFar);
            }

            if (sessionId is null)
            {
                return draft.Plan.HasRoom(facts.RoomId) ? Add(draft, edition, facts) : new(ProgrammeOutcome.Missing);
            }

            var result = draft.Move(sessionId.Value, revision, facts.Placement, edition.TimeZone);
            if (result.Outcome is ProgrammeOutcome.Done)
            {
                draft.Write(result.Session! with { Facts = facts });
            }

            return result;
        }, ct);

    /// <inheritdoc cref="WriteSessionAsync"/>
    public Task<ProgrammeResult> MoveAsync(Guid editionId, Guid sessionId, int? revision, SessionPlacement to, Guid? by, CancellationToken ct = default) =>
        ChangeAsync("MoveSession", editionId, by, null, (draft, edition) =>
            IsTooFar(edition, to.LocalStart) ? new(ProgrammeOutcome.TooFar) : draft.Move(sessionId, revision, to, edition.TimeZone), ct);

    public Task<ProgrammeResult> UndoAsync(Guid editionId, Guid? by, CancellationToken ct = default) =>
        ChangeAsync("UndoMove", editionId, by, null, (draft, edition) => draft.Undo(edition.TimeZone), ct, forgets: true);

    public Task<ProgrammeResult> RedoAsync(Guid editionId, Guid? by, CancellationToken ct = default) =>
        ChangeAsync("RedoMove", editionId, by, null, (draft, edition) => draft.Redo(edition.TimeZone), ct, forgets: true);

    /// <summary>Puts the same pause into each other room, at the same time.</summary>
    /// <returns><see cref="ProgrammeOutcome.RoomTaken"/>, and nothing is copied, when one of them is taken then.</returns>
    public Task<ProgrammeResult> CopyToAllRoomsAsync(Guid editionId, Guid sessionId, Guid? by, CancellationToken ct = default) =>
        ChangeAsync("CopySession", editionId, by, null, (draft, edition) =>
        {
            if (draft.Plan.Find(sessionId) is not { IsPlaced: true, Facts.RoomId: { } own } session)
            {
                return new(ProgrammeOutcome.Missing);
            }

            foreach (var room in draft.Plan.Rooms.Where(r => r.Id != own))
            {
                if (Add(draft, edition, session.Facts with { RoomId = room.Id }) is { Outcome: not ProgrammeOutcome.Done } refused)
                {
                    return refused;
                }
            }

            return new(ProgrammeOutcome.Done, session);
        }, ct);

    public Task<ProgrammeResult> RemoveSessionAsync(Guid editionId, Guid sessionId, Guid? by, CancellationToken ct = default) =>
        ChangeAsync("RemoveSession", editionId, by, null, (draft, _) =>
        {
            if (draft.Plan.Find(sessionId) is not { } session)
            {
                return new(ProgrammeOutcome.Missing);
            }

            draft.Put(draft.Plan.Without(sessionId));
            return new(ProgrammeOutcome.Done, session);
        }, ct);

    /// <summary>Begins the draft anew from a version or a file.</summary>
    /// <param name="revision">Of the draft as the organiser read it; null: whatever it is.</param>
    /// <param name="turns">For sessions that have none yet: what is on a stage already is no file's to change.</param>
    public Task<ProgrammeResult> PutAsync(
        Guid editionId, ProgrammePlan plan, string source, Guid? by, int? revision = null, IReadOnlyList<PlannedTurns>? turns = null, CancellationToken ct = default) =>
        ChangeAsync("PutProgramme", editionId, by, source, (draft, _) =>
        {
            if (revision is not null && revision != draft.Revision)
            {
                return new(ProgrammeOutcome.Stale);
            }

            draft.Replace(plan with { Sessions = [.. plan.Sessions.Select(s => s with { Revision = draft.Revision + 1 })] });
            return new(ProgrammeOutcome.Done);
        }, ct, also: ct => PutTurnsAsync(editionId, turns ?? [], ct));

    private async Task PutTurnsAsync(Guid editionId, IReadOnlyList<PlannedTurns> turns, CancellationToken ct)
    {
        var orders = turns.Count == 0 ? [] : await db.RunningOrders.Where(o => o.EditionId == editionId).ToDictionaryAsync(o => o.SessionId, ct);
        foreach (var planned in turns)
        {
            var order = orders.GetValueOrDefault(planned.SessionId) ?? db.Add(new RunningOrder(editionId, planned.SessionId)).Entity;
            if (order.Slots.Count == 0)
            {
                planned.PutInto(order, clock.GetUtcNow().UtcDateTime);
            }
        }
    }

    private static bool IsTooFar(Edition edition, DateTime? wall) => wall is { } start && !edition.Times.Reaches(WallClock.Resolve(start, edition.TimeZone).Earliest);

    private static ProgrammeResult Add(ProgrammeDraft draft, Edition edition, SessionFacts facts)
    {
        var session = PlannedSession.New(facts);
        if (draft.Plan.Sessions.Count >= ProgrammePlan.MaxSessions)
        {
            return new(ProgrammeOutcome.Full);
        }

        if (draft.Plan.InTheWayOf(session, edition.TimeZone) is { } other)
        {
            return new(ProgrammeOutcome.RoomTaken, other);
        }

        draft.Write(session);
        return new(ProgrammeOutcome.Done, session);
    }

    /// <summary>Writes and logs what is done; what is refused leaves no trace.</summary>
    /// <param name="also">What is written with it.</param>
    /// <param name="forgets">A move that cannot be retraced is forgotten even so.</param>
    private Task<ProgrammeResult> ChangeAsync(
        string command, Guid editionId, Guid? by, string? detail, Func<ProgrammeDraft, Edition, ProgrammeResult> change, CancellationToken ct,
        bool forgets = false, Func<CancellationToken, Task>? also = null) =>
        db.WriteAsync(
            async ct =>
            {
                var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == editionId, ct);
                var draft = await db.DraftToWriteAsync(editionId, ct);
                var result = change(draft, edition) with { Draft = draft };
                if (result.Outcome is not ProgrammeOutcome.Done)
                {
                    if (!forgets)
                    {
                        db.ChangeTracker.Clear();
                    }

                    return result;
                }

                if (also is not null)
                {
                    await also(ct);
                }

                db.Log(command, editionId, by, clock.GetUtcNow().UtcDateTime, detail ?? result.Session?.Facts.Title);
                return result;
            },
            ct);
}
