using Hub.Core.Calendars;
using Hub.Core.Events;

namespace Hub.Web.Events;

/// <summary>One day of a programme, laid out in rows of five minutes and columns of rooms.</summary>
/// <param name="First">Wall time of the first row.</param>
/// <param name="StartsAt">The same instant, UTC.</param>
/// <param name="Hours">Wall time and row of each half hour after the first.</param>
public sealed record ProgrammeGrid(DateTime First, DateTime StartsAt, int Rows, IReadOnlyList<ProgrammeSlot> Slots, IReadOnlyList<(DateTime Wall, int Row)> Hours)
{
    private const int MinutesPerRow = 5;
    private const int MinutesPerHourLine = 30;

    /// <summary>One grid for each date that has sessions, in order.</summary>
    /// <param name="rooms">In the order of their columns.</param>
    /// <param name="timeZone">IANA zone of the edition.</param>
    public static IReadOnlyList<ProgrammeGrid> Of(IReadOnlyList<Session> sessions, IReadOnlyList<Room> rooms, string timeZone) =>
        [.. sessions.GroupBy(s => s.LocalStart.Date).OrderBy(d => d.Key).Select(d => OfDay([.. d], rooms, timeZone))];

    private static ProgrammeGrid OfDay(List<Session> sessions, IReadOnlyList<Room> rooms, string timeZone)
    {
        var earliest = sessions.Min(s => s.LocalStart);
        var first = earliest.Date.AddMinutes(Math.Floor(earliest.TimeOfDay.TotalMinutes / MinutesPerHourLine) * MinutesPerHourLine);
        var rows = sessions.Max(s => RowAfter(s, first));
        var columns = rooms.Select((room, index) => (room.Id, Column: index + 1)).ToDictionary(r => r.Id, r => r.Column);
        var ordered = sessions
            .Select(s => (Session: s, Column: s.RoomId is { } room ? columns.GetValueOrDefault(room, 1) : 1))
            .OrderBy(s => s.Session.LocalStart).ThenBy(s => s.Column).ThenBy(s => s.Session.Id).ToList();
        var slots = ordered.Select((s, index) => new ProgrammeSlot(
            s.Session,
            rooms.FirstOrDefault(r => r.Id == s.Session.RoomId),
            s.Column,
            s.Session.RoomId is null ? Math.Max(rooms.Count, 1) : 1,
            Row(s.Session.LocalStart, first),
            RowAfter(s.Session, first),
            index > 0 && ordered[index - 1].Session.LocalStart == s.Session.LocalStart));
        var hours = Enumerable.Range(1, Math.Max((rows - 1) * MinutesPerRow / MinutesPerHourLine, 0))
            .Select(n => (first.AddMinutes(n * MinutesPerHourLine), n * MinutesPerHourLine / MinutesPerRow));
        return new(first, WallClock.Resolve(first, timeZone).Earliest, rows, [.. slots], [.. hours]);
    }

    private static int Row(DateTime wall, DateTime first) => (int)((wall - first).TotalMinutes / MinutesPerRow);

    /// <summary>Even the shortest session has a row.</summary>
    private static int RowAfter(Session session, DateTime first) =>
        Math.Max(Row(session.LocalStart.AddMinutes(session.Minutes + MinutesPerRow - 1), first), Row(session.LocalStart, first) + 1);
}

/// <param name="Room">Null when everybody is together.</param>
/// <param name="Column">From 1.</param>
/// <param name="Span">How many rooms wide.</param>
/// <param name="Start">First row, from 0.</param>
/// <param name="End">Row after the last.</param>
/// <param name="IsSameTime">Starts with the slot before it; a list says the hour once.</param>
public sealed record ProgrammeSlot(Session Session, Room? Room, int Column, int Span, int Start, int End, bool IsSameTime)
{
    public string Style => $"--c:{Column};--w:{Span};--s:{Start};--e:{End}";

    public string Classes => string.Join(' ', new[] { "slot", IsSameTime ? "slot--same" : "", Variant }.Where(c => c.Length > 0));

    private string Variant => Session.Kind switch
    {
        _ when Session.IsPause => "slot--pause",
        SessionKind.PitchSession => "slot--pitch",
        _ when Room is null => "slot--all",
        _ => "",
    };
}
