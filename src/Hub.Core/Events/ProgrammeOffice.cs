using Hub.Core.Audit;
using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Events;

/// <param name="RoomId">Null: everybody together.</param>
/// <param name="LocalStart">Wall time of the edition's zone.</param>
/// <param name="Speakers">One person a line.</param>
public sealed record SessionFacts(
    SessionKind Kind, string Title, Guid? RoomId, DateTime LocalStart, int Minutes, string? Speakers, string? Abstract)
{
    /// <summary>Null: English pages show the French words, and say that they are French.</summary>
    public string? EnglishTitle { get; init; }

    public string? EnglishAbstract { get; init; }
}

/// <summary>Rooms and sessions of a day.</summary>
public sealed class ProgrammeOffice(HubDbContext db, TimeProvider clock)
{
    public Task<Guid> AddRoomAsync(Guid editionId, string name, int? seats, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                Room room = new(editionId, name, seats, await db.Rooms.CountAsync(r => r.EditionId == editionId, ct));
                db.Add(room);
                db.Log("AddRoom", editionId, by, Now, name);
                return room.Id;
            },
            ct);

    /// <returns>False when sessions still take place there, or the day has no such room.</returns>
    public Task<bool> RemoveRoomAsync(Guid editionId, Guid roomId, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var room = await db.Rooms.SingleOrDefaultAsync(r => r.Id == roomId && r.EditionId == editionId, ct);
                if (room is null || await db.Sessions.AnyAsync(s => s.RoomId == roomId, ct))
                {
                    return false;
                }

                db.Remove(room);
                db.Log("RemoveRoom", editionId, by, Now, room.Name);
                return true;
            },
            ct);

    /// <param name="sessionId">Null adds one.</param>
    /// <returns>False when the day has no such session or room.</returns>
    public Task<bool> WriteSessionAsync(Guid editionId, Guid? sessionId, SessionFacts facts, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var edition = await db.Editions.SingleAsync(e => e.Id == editionId, ct);
                var session = sessionId is null
                    ? db.Add(new Session(editionId)).Entity
                    : await db.Sessions.SingleOrDefaultAsync(s => s.Id == sessionId && s.EditionId == editionId, ct);
                if (session is null || (facts.RoomId is { } room && !await db.Rooms.AnyAsync(r => r.Id == room && r.EditionId == editionId, ct)))
                {
                    db.ChangeTracker.Clear();
                    return false;
                }

                session.Revise(facts, edition, Now);
                db.Log("WriteSession", editionId, by, Now, facts.Title);
                return true;
            },
            ct);

    /// <summary>What people may have in their calendars is only marked as removed, so that these can say so.</summary>
    public Task RemoveSessionAsync(Guid editionId, Guid sessionId, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == sessionId && s.EditionId == editionId, ct) is { } session)
                {
                    if (await db.Editions.Public.AnyAsync(e => e.Id == editionId, ct))
                    {
                        session.Remove(Now);
                    }
                    else
                    {
                        db.Remove(session);
                    }

                    db.Log("RemoveSession", editionId, by, Now, session.Title);
                }
            },
            ct);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
