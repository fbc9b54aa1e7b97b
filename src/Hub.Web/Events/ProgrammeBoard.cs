using System.Globalization;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Programmes;

namespace Hub.Web.Events;

/// <summary>One date of a draft, laid out in rows of five minutes and columns of rooms, and what still waits for a place.</summary>
/// <param name="First">Wall time of the first row.</param>
/// <param name="Tray">Cards without a time.</param>
public sealed record ProgrammeBoard(DateTime First, int Rows, IReadOnlyList<PlannedRoom> Rooms, IReadOnlyList<BoardCard> Cards, IReadOnlyList<BoardCard> Tray)
{
    public const int MinutesPerRow = 5;

    /// <summary>Rows are drawn from an hour before the day, or its first session, to an hour after.</summary>
    private const int HoursAround = 1;

    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);
    private static readonly TimeSpan Evening = TimeSpan.FromHours(18);

    /// <summary>Rows of full hours, and what clocks show then.</summary>
    public IEnumerable<(int Row, DateTime Wall)> Hours =>
        Enumerable.Range(0, Rows).Where(row => row % (60 / MinutesPerRow) == 0).Select(row => (row, WallOf(row)));

    /// <summary>What clocks show at each row, as a script says it.</summary>
    public string HourNames => string.Join('|', Enumerable.Range(0, Rows + 1).Select(row => Spoken.Hour(WallOf(row))));

    public string Start => First.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <param name="date">Wall date.</param>
    /// <param name="doubtful">Sessions that somebody should look at.</param>
    /// <param name="windows">When people can be there, by name; those who have not said are left out.</param>
    public static ProgrammeBoard Of(
        Edition edition, ProgrammePlan plan, DateTime date, IReadOnlySet<Guid> doubtful, IReadOnlyDictionary<string, IReadOnlyList<SpeakerWindow>> windows)
    {
        var sessions = plan.Sessions.Where(s => s.Facts.LocalStart?.Date == date).ToList();
        var begins = sessions.Select(s => s.Facts.LocalStart!.Value).Append(date + (edition.LocalStart.Date == date ? edition.LocalStart.TimeOfDay : Morning)).Min();
        var ends = sessions.Select(s => s.Facts.LocalStart!.Value.AddMinutes(s.Facts.Minutes)).Append(date + (edition.LocalEnd.Date == date ? edition.LocalEnd.TimeOfDay : Evening)).Max();
        var first = begins.Date.AddHours(Math.Max(0, begins.Hour - HoursAround));
        var rows = (int)Math.Ceiling((ends - first).TotalHours + HoursAround) * 60 / MinutesPerRow;
        var columns = plan.Rooms.Select((room, index) => (room.Id, Column: index + 1)).ToDictionary(r => r.Id, r => r.Column);
        return new(
            first, rows, plan.Rooms,
            [.. sessions.OrderBy(s => s.Facts.LocalStart).ThenBy(s => Column(s)).ThenBy(s => s.Id).Select(s => new BoardCard(
                s, Column(s), s.Facts.RoomId is null ? Math.Max(1, columns.Count) : 1, Row(s.Facts.LocalStart!.Value), Math.Max(1, s.Facts.Minutes / MinutesPerRow), doubtful.Contains(s.Id), Away(s)))],
            [.. plan.Sessions.Where(s => !s.IsPlaced).Select(s => new BoardCard(s, 0, 1, 0, Math.Max(1, s.Facts.Minutes / MinutesPerRow), false, Away(s)))]);

        int Column(PlannedSession session) => session.Facts.RoomId is { } room ? columns.GetValueOrDefault(room, 1) : 1;

        string Away(PlannedSession session) => windows.Count == 0 ? "" : string.Join(' ', session.Facts.PeopleNames.Where(p => windows.ContainsKey(p.Name))
            .SelectMany(p => Gaps([.. windows[p.Name].Select(w => (From: Math.Clamp(Row(w.From), 0, rows), Until: Math.Clamp(Row(w.Until), 0, rows)))], rows))
            .Distinct().Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.From}-{g.Until}")));

        int Row(DateTime wall) => (int)((wall - first).TotalMinutes / MinutesPerRow);
    }

    /// <summary>Rows outside all windows.</summary>
    private static IEnumerable<(int From, int Until)> Gaps(IReadOnlyList<(int From, int Until)> windows, int rows)
    {
        var free = Enumerable.Range(0, rows).Where(row => !windows.Any(w => w.From <= row && row < w.Until)).ToList();
        return free.Where(row => !free.Contains(row - 1)).Select(first => (first, Enumerable.Range(first, rows - first + 1).First(row => !free.Contains(row))));
    }

    private DateTime WallOf(int row) => First.AddMinutes(row * MinutesPerRow);
}

/// <summary>A session as a card.</summary>
/// <param name="Column">From 1; 0 in the tray.</param>
/// <param name="Span">How many rooms wide.</param>
/// <param name="Row">From 0.</param>
/// <param name="Length">In rows.</param>
/// <param name="Away">Rows at which somebody of the session cannot be there, as the script reads them.</param>
public sealed record BoardCard(PlannedSession Session, int Column, int Span, int Row, int Length, bool IsDoubtful, string Away)
{
    public string ElementId => $"c-{Session.Code}";

    public string Style => Column == 0 ? $"--l:{Length}" : $"--c:{Column};--w:{Span};--s:{Row};--e:{Row + Length};--l:{Length}";

    public string Classes => string.Join(' ', new[]
    {
        "bcard", Session.Facts.Kind.IsPause ? "bcard--plain" : Session.Facts.RoomId is null && Column > 0 ? "bcard--all" : "", IsDoubtful ? "bcard--warn" : "",
    }.Where(c => c.Length > 0));
}
