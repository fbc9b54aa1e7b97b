using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Programmes;

/// <summary>What stands in the outbox about sessions that moved or left; what became of them is read when the mail is written.</summary>
public sealed record ProgrammeChangedDetails(IReadOnlyList<SessionBefore> Sessions)
{
    /// <summary>What people who are expected there must hear of.</summary>
    public static ProgrammeChangedDetails Of(IEnumerable<ProgrammeChange> changes) =>
        new([.. changes.Select(c => new SessionBefore(c.Session.Id, c.Before?.Facts.LocalStart, c.RoomBefore))]);

    /// <param name="page">Of the day.</param>
    public async Task<ChangedSessions> ReadAsync(HubDbContext db, Edition edition, string uidHost, Uri page, CancellationToken ct)
    {
        var ids = Sessions.Select(s => s.Id).ToList();
        var rows = await db.Set<Session>().AsNoTracking().Where(s => ids.Contains(s.Id)).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync(ct);
        var rooms = await db.Rooms.AsNoTracking().Where(r => r.EditionId == edition.Id).ToDictionaryAsync(r => r.Id, ct);
        var before = Sessions.ToDictionary(s => s.Id);
        return new(
            [.. rows.Select(row => new ChangedSession(
                row.Title, row.RemovedAt is null ? row.LocalStart : null, row.Minutes, RoomOf(row)?.Name, before[row.Id].LocalStart, before[row.Id].Room))],
            CalendarWriter.WriteUtf8(new([.. rows.Select(row => row.ToCalendarEntry(edition, RoomOf(row), uidHost, new($"{page}/seances/{row.Code}")))])));

        Room? RoomOf(Session session) => session.RoomId is { } room ? rooms.GetValueOrDefault(room) : null;
    }
}

/// <param name="LocalStart">Wall time; null for a session that is new.</param>
/// <param name="Room">Null for all rooms.</param>
public sealed record SessionBefore(Guid Id, DateTime? LocalStart, string? Room);

/// <param name="LocalStart">Wall time of the day's zone; null when it left the programme.</param>
/// <param name="Room">Null for all rooms.</param>
/// <param name="Before">Wall time; null when it is new.</param>
public sealed record ChangedSession(string Title, DateTime? LocalStart, int Minutes, string? Room, DateTime? Before, string? RoomBefore)
{
    public SessionNewsKind Kind => LocalStart is null ? SessionNewsKind.Gone : Before is null ? SessionNewsKind.Placed
        : Before == LocalStart && Room != RoomBefore ? SessionNewsKind.Room : SessionNewsKind.Time;
}

/// <summary>What matters first to who is expected there.</summary>
public enum SessionNewsKind { Placed, Gone, Room, Time }

/// <param name="Calendar">The same entries as in the feed of the programme, UTF-8: who opens the file has them as they are now.</param>
public sealed record ChangedSessions(IReadOnlyList<ChangedSession> Sessions, byte[] Calendar);
