using System.Globalization;
using Hub.Core.Calendars;
using Hub.Core.Events;
using Hub.Core.Languages;

namespace Hub.Core.Programmes;

/// <summary>Makes one talk of a file a session of the day, and says what is wrong with it.</summary>
/// <param name="refuse">Told of each problem.</param>
internal sealed class ImportedFacts(ImportGround ground, ImportedProgramme file, Action<ImportPlace, ImportProblemKind, string> refuse)
{
    private readonly Dictionary<string, string> functions =
        ground.Draft.People.Where(p => p.Function is not null).ToDictionary(p => p.Name, p => p.Function!, StringComparer.Ordinal);

    private readonly string zone = ZoneOf(ground, file);

    /// <summary>Null when the file places nothing.</summary>
    public ImportedDates? Dates { get; } = ImportedDates.Of(ground.Edition, file.Talks.Select(t => StartOf(t, ZoneOf(ground, file))), ground.Shifts);

    public Dictionary<string, (string Type, SessionKind Kind)> UnknownTypes { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> UnknownTracks { get; } = new(StringComparer.CurrentCulture);

    /// <summary>Of times without an offset.</summary>
    public static string ZoneOf(ImportGround ground, ImportedProgramme file) =>
        file.TimeZone is { } named && IsZone(named) ? named : ground.Edition.TimeZone;

    public static bool IsZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);

    /// <param name="old">The same session as the draft has it: what a file cannot say stays.</param>
    public SessionFacts Read(ImportedTalk talk, Guid? roomId, SessionFacts? old)
    {
        var facts = talk.Facts is { } own ? own with { RoomId = roomId, Title = talk.Title.Trim(), ThemeCode = ThemeOf(own.ThemeCode ?? "") } : Words(talk, roomId, old);
        CheckWords(talk.Place, facts, isStored: talk.Facts is not null);
        return Placed(talk, facts);
    }

    private SessionFacts Words(ImportedTalk talk, Guid? roomId, SessionFacts? old)
    {
        var says = file.Format is not ImportFormat.Csv;
        var texts = talk.Texts.Select(t => Trimmed(file.IsOurs || !says ? t : PlainText.Of(t))).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal);
        return (old ?? new SessionFacts(default, "", null, null, 0, null, null)) with
        {
            Kind = KindOf(talk, old),
            Title = talk.Title,
            RoomId = roomId,
            Speakers = Empty(string.Join('\n', talk.People.Select(p => PersonOf(p.Name, p.Function, old)))),
            Abstract = Empty(string.Join("\n\n", texts)),
            Language = says ? LanguageOf(talk.Language) : old?.Language,
            ThemeCode = says ? ThemeOf(talk.Track) : old?.ThemeCode,
            IsRecorded = talk.IsRecorded ?? old?.IsRecorded ?? false,
        };
    }

    private SessionFacts Placed(ImportedTalk talk, SessionFacts facts)
    {
        var start = StartOf(talk, zone);
        var minutes = talk.Facts is null ? MinutesOf(talk) : facts.Minutes;
        if (minutes is null or < ProgrammePlan.ShortestMinutes or > ProgrammePlan.LongestMinutes)
        {
            refuse(talk.Place, ImportProblemKind.DurationWrong, talk.Duration);
        }

        if (start is null)
        {
            if (talk.Facts is null || facts.LocalStart is not null)
            {
                refuse(talk.Place, talk.Facts is null && talk.Start.Length == 0 ? ImportProblemKind.StartMissing : ImportProblemKind.StartWrong, talk.Start);
            }

            return facts with { LocalStart = null, Minutes = minutes ?? 0 };
        }

        return facts with { LocalStart = WallOf(talk.Place, start.Value), Minutes = minutes ?? 0 };
    }

    /// <returns>UTC; null when it is said nowhere, or no time.</returns>
    private static DateTime? StartOf(ImportedTalk talk, string zone) => talk.Facts is not { } own
        ? ImportedTime.Instant(talk.Start, zone)
        : own.LocalStart is { } wall && ImportedDates.IsPlanned(wall) ? WallClock.Resolve(wall, zone).Earliest : null;

    /// <returns>Null when an error was added.</returns>
    private DateTime? WallOf(ImportPlace place, DateTime start)
    {
        var edition = ground.Edition;
        start = start.AddTicks(-(start.Ticks % TimeSpan.TicksPerMinute));
        if (Dates is { Shift: not 0 and var days } && ImportedDates.IsPlanned(start))
        {
            // What clocks show stays, whatever they did in between.
            start = WallClock.Resolve(WallClock.ToWall(start, edition.TimeZone).AddDays(days), edition.TimeZone).Earliest;
        }

        if (!edition.Times.Reaches(start))
        {
            refuse(place, ImportProblemKind.TooFar, start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            return null;
        }

        var wall = WallClock.ToWall(start, edition.TimeZone);
        if (WallClock.Resolve(wall, edition.TimeZone).Earliest != start)
        {
            // A programme means the first of two equal times.
            refuse(place, ImportProblemKind.StartRepeated, wall.ToString("HH:mm", CultureInfo.InvariantCulture));
        }

        return wall;
    }

    private int? MinutesOf(ImportedTalk talk) => talk.Duration.Length > 0
        ? ImportedTime.Minutes(talk.Duration)
        : ImportedTime.Instant(talk.Start, zone) is { } start && ImportedTime.Instant(talk.End, zone) is { } end && end - start is { TotalMinutes: < int.MaxValue } span ? (int)span.TotalMinutes : null;

    private SessionKind KindOf(ImportedTalk talk, SessionFacts? old)
    {
        if (talk.IsPause || talk.Type.Length == 0)
        {
            return talk.IsPause ? SessionKind.Break : old?.Kind ?? ImportedKinds.Default;
        }

        if (!ImportCharacters.FitLine(talk.Type))
        {
            refuse(talk.Place, ImportProblemKind.ControlCharacters, "");
            return default;
        }

        if (ImportedKinds.Of(talk.Type) is { } known)
        {
            return known;
        }

        var key = ImportedKinds.KeyOf(talk.Type);
        var kind = ground.Kinds.TryGetValue(key, out var said) ? said : ImportedKinds.Default;
        UnknownTypes.TryAdd(key, (talk.Type, kind));
        return kind;
    }

    private string? ThemeOf(string track)
    {
        if (track.Length == 0 || !ImportCharacters.FitLine(track))
        {
            return null;
        }

        var key = ImportedKinds.KeyOf(track);
        if (ground.Themes.FirstOrDefault(t => ImportedKinds.KeyOf(t.Name) == key || ImportedKinds.KeyOf(t.EnglishName) == key || t.Code == track) is { } theme)
        {
            return theme.Code;
        }

        UnknownTracks.Add(track);
        return null;
    }

    /// <summary>The first part of a language tag; French is what nobody has to say.</summary>
    private static string? LanguageOf(string tag) =>
        tag.Split('-', '_')[0].ToLowerInvariant() is { Length: 2 } code && code.All(char.IsAsciiLetter) && code != Schedule.Language ? code : null;

    /// <summary>A comma in a name would begin the function. What a file does not say of somebody the draft may know.</summary>
    /// <summary>A file that says no function leaves the one of the session, and only then takes what other sessions say.</summary>
    private string PersonOf(string name, string? function, SessionFacts? old)
    {
        var line = string.Join(' ', name.Replace(',', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var before = old?.PeopleNames.Where(p => p.Name == line).Select(p => p.Function ?? "").FirstOrDefault();
        var known = function ?? before ?? functions.GetValueOrDefault(line, "");
        return known.Length == 0 ? line : $"{line}, {string.Join(' ', known.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
    }

    private void CheckWords(ImportPlace place, SessionFacts facts, bool isStored)
    {
        if (string.IsNullOrWhiteSpace(facts.Title))
        {
            refuse(place, ImportProblemKind.TitleMissing, "");
        }

        Check(facts.Title, EditionFacts.LineLength, ImportProblemKind.TitleTooLong, isLine: true);
        Check(facts.EnglishTitle, EditionFacts.LineLength, ImportProblemKind.TitleTooLong, isLine: true);
        Check(facts.Speakers, EditionFacts.TextLength, ImportProblemKind.PeopleTooLong);
        Check(facts.Moderators, EditionFacts.TextLength, ImportProblemKind.PeopleTooLong);
        Check(facts.Abstract, EditionFacts.TextLength, ImportProblemKind.TextTooLong);
        Check(facts.EnglishAbstract, EditionFacts.TextLength, ImportProblemKind.TextTooLong);
        Check(facts.Materials, EditionFacts.TextLength, ImportProblemKind.TextTooLong);
        Check(facts.Needs, SessionFacts.NeedsLength, ImportProblemKind.TextTooLong);
        if (!Enum.IsDefined(facts.Kind) || facts.Level is { } level && !Enum.IsDefined(level) || facts.Attendance is { } format && !Enum.IsDefined(format)
            || facts.Places is < 1 or > 100_000 || facts.Language is { } code && (code.Length != 2 || !code.All(char.IsAsciiLetterLower)))
        {
            refuse(place, ImportProblemKind.TalkUnreadable, "");
        }

        void Check(string? text, int length, ImportProblemKind kind, bool isLine = false)
        {
            if (text is not null && !(isLine ? ImportCharacters.FitLine(text) : isStored ? ImportCharacters.AreStorable(text) : ImportCharacters.FitText(text)))
            {
                refuse(place, ImportProblemKind.ControlCharacters, "");
            }
            else if (text?.Length > length)
            {
                refuse(place, kind, length.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private static string Trimmed(string text) => text.ReplaceLineEndings("\n").Trim();

    private static string? Empty(string text) => text.Length == 0 ? null : text;
}
