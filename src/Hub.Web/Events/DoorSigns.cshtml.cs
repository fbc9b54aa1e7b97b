using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Events;

/// <summary>What hangs at the doors: for each room and date one sheet of paper with what takes place there.</summary>
public sealed class DoorSignsModel(HubDbContext db) : EditedEditionPage(db)
{
    /// <summary>By date, then in the order of the columns.</summary>
    public IReadOnlyList<DoorSign> Signs { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var rooms = await Db.Rooms.AsNoTracking().Where(r => r.EditionId == Edition.Id).OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(Aborted);
        var sessions = await Db.Sessions.AsNoTracking().Where(s => s.EditionId == Edition.Id).ToListAsync(Aborted);
        Signs = [.. sessions.GroupBy(s => s.LocalStart.Date).OrderBy(d => d.Key).SelectMany(day => rooms.Select(room => DoorSign.Of(room, day))).Where(s => s.Sessions.Count > 0)];
    }
}

/// <param name="Sessions">In order of time; those that all rooms share are on every sheet.</param>
public sealed record DoorSign(Room Room, DateTime Date, IReadOnlyList<Session> Sessions)
{
    public static DoorSign Of(Room room, IGrouping<DateTime, Session> day) =>
        new(room, day.Key, [.. day.Where(s => s.RoomId is null || s.RoomId == room.Id).OrderBy(s => s.LocalStart).ThenBy(s => s.Id)]);
}
