using System.Globalization;
using Hub.Core.Calendars;
using Hub.Core.Languages;

namespace Hub.Core.Events;

/// <summary>What the schedule of a day is made from.</summary>
/// <param name="Rooms">In the order of their columns.</param>
/// <param name="Sessions">Those that left the programme too: they may be its last change.</param>
/// <param name="Organisation">Its name.</param>
/// <param name="Origin">Of the hub.</param>
/// <param name="Page">The day's own.</param>
public sealed record ScheduleParts(
    Edition Edition, IReadOnlyList<Room> Rooms, IReadOnlyList<Session> Sessions, string Organisation, Uri Origin, Uri Page, ScheduleWords Words)
{
    /// <summary>Before this hour a session belongs to the day before.</summary>
    private const int NightEnds = 3;

    private const int AcronymLength = 40;

    /// <summary>Of the hub: those that sessions have are its tracks.</summary>
    public IReadOnlyList<Theme> Themes { get; init; } = [];

    private static readonly (TimeOnly From, TimeOnly Until) Hours = (new(4, 0), new(3, 59));

    public Schedule Build()
    {
        var everybody = new ScheduleRoom(ScheduleKey.Of(Edition.Id, "everybody").Id, "", "", null);
        List<ScheduleRoom> named = [];
        foreach (var room in Rooms.Select(r => new ScheduleRoom(r.Id, r.Name, "", r.Seats)).Append(everybody with { Name = NameOfEverybody }))
        {
            named.Add(room with { Name = FreeName(XmlCharacters.Only(room.Name), named), Slug = SlugOf(room) });
        }

        // Everybody comes first, as over all columns.
        List<ScheduleRoom> columns = [named[^1], .. named.SkipLast(1)];
        var acronym = AcronymOf(Edition);
        List<ScheduleTalk> talks = [.. Sessions.Where(s => s.RemovedAt is null)
            .Select(s => (Session: s, Column: s.RoomId is { } id ? columns.FindIndex(r => r.Id == id) : 0))
            .OrderBy(s => s.Session.StartsAt).ThenBy(s => s.Column).ThenBy(s => s.Session.Id)
            .Select(s => Talk(s.Session, columns[s.Column], acronym))];
        var shown = talks.Where(t => !t.IsPause).ToLookup(t => DateOf(t.Start.DateTime));
        return new(
            Moment(Sessions.Select(s => s.RevisedAt).Append(Edition.RevisedAt).Max()),
            Origin, Page, acronym, XmlCharacters.Only(Words.Title), XmlCharacters.Only(Organisation), Edition.TimeZone, Edition.Palette.Colour,
            [.. columns.Where(r => r.Id != everybody.Id || shown.Any(d => d.Any(t => t.Room == r)))],
            [.. Dates([.. shown.Select(d => d.Key)]).Select((date, index) => Day(date, index + 1, columns, [.. shown[date]]))],
            talks)
        {
            Tracks = [.. Themes.Select(TrackOf).OfType<ScheduleTrack>().Where(t => talks.Exists(talk => !talk.IsPause && talk.Track == t))],
        };
    }

    /// <summary>The format wants a room for everything.</summary>
    private string NameOfEverybody => Rooms.Count > 0 ? Words.AllRooms : Edition.VenueName is { Length: > 0 } venue ? venue : Edition.Title;

    private ScheduleTalk Talk(Session session, ScheduleRoom room, string acronym) => new(
        ScheduleKey.Of(session), $"{acronym}-{session.Code}", new($"{Page}/seances/{session.Code}"), room,
        There(session.StartsAt), There(session.EndsAt), XmlCharacters.Only(session.Title), Words.Kind(session.Kind), session.IsPause,
        XmlCharacters.Only(session.Abstract ?? ""), [.. session.SpeakerNames.Select(s => Person(XmlCharacters.Only(s.Name), s.Function)).DistinctBy(p => p.Name)])
    {
        Language = session.Language ?? Schedule.Language,
        Track = TrackOf(Themes.FirstOrDefault(t => t.Code == session.ThemeCode)),
        IsRecorded = session.IsRecorded,
    };

    private static ScheduleTrack? TrackOf(Theme? theme) =>
        theme is null ? null : new(XmlCharacters.Only(theme.Spoken), theme.Code, ((Tone?)theme.Tone).Colour);

    private SchedulePerson Person(string name, string? function) =>
        new(ScheduleKey.Of(Edition.Id, $"person {name}"), name, function is null ? null : XmlCharacters.Only(function), new($"{Page}/interventions"));

    private ScheduleDay Day(DateOnly date, int index, List<ScheduleRoom> rooms, List<ScheduleTalk> talks) => new(
        index, date,
        There(WallClock.Resolve(date.ToDateTime(Hours.From), Edition.TimeZone).Earliest),
        There(WallClock.Resolve(date.AddDays(1).ToDateTime(Hours.Until), Edition.TimeZone).Earliest),
        [.. rooms.Select(r => new ScheduleColumn(r, [.. talks.Where(t => t.Room == r)])).Where(c => c.Talks.Count > 0)]);

    /// <summary>From the first day to the last, of the edition or of a session that lies outside it.</summary>
    private IEnumerable<DateOnly> Dates(IReadOnlyList<DateOnly> taken)
    {
        var all = taken.Append(DateOf(Edition.LocalStart)).Append(DateOf(Edition.LocalEnd)).ToList();
        for (var date = all.Min(); date <= all.Max(); date = date.AddDays(1))
        {
            yield return date;
        }
    }

    private DateTimeOffset There(DateTime utc)
    {
        var wall = WallClock.ToWall(utc, Edition.TimeZone);
        return new(wall, wall - utc);
    }

    private static DateOnly DateOf(DateTime wall) => DateOnly.FromDateTime(wall).AddDays(wall.Hour < NightEnds ? -1 : 0);

    private static string FreeName(string name, List<ScheduleRoom> taken)
    {
        var free = name;
        for (var number = 2; taken.Exists(r => r.Name == free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
        }

        return free;
    }

    /// <summary>Rooms of one name stay apart.</summary>
    private static string SlugOf(ScheduleRoom room) => $"{Slugs.Of(room.Name, AcronymLength)}-{room.Id.ToString("N")[^6..]}".TrimStart('-');

    /// <summary>The slug, without hyphens: one schema allows them in acronyms, another does not. Cut between words, it stays one of a kind.</summary>
    private static string AcronymOf(Edition edition)
    {
        var words = edition.Slug.Replace('-', '_');
        if (words.Length <= AcronymLength)
        {
            return words.Length < 4 ? $"hub_{words}" : words;
        }

        const int length = AcronymLength - Session.CodeLength - 1;
        var end = words.LastIndexOf('_', length);
        return $"{words[..(end < 1 ? length : end)]}_{ScheduleKey.Of(edition.Id, "acronym").Code.ToLowerInvariant()}";
    }

    private static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>What the hub itself says in a schedule, in the language of the reader.</summary>
/// <param name="Title">The day's title; says it when the day does not take place.</param>
/// <param name="AllRooms">Where everybody is together.</param>
public sealed record ScheduleWords(string Title, string AllRooms, Func<SessionKind, string> Kind);
