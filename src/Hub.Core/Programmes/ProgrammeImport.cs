using System.Globalization;
using Hub.Core.Events;

namespace Hub.Core.Programmes;

/// <summary>
/// Makes a file the programme of a day. A session that the day knows keeps its names and what the file cannot say; one that is known nowhere
/// brings its own; one that another day has gets new ones.
/// </summary>
internal sealed class ProgrammeImport
{
    private const int RoomNameLength = 200;

    /// <summary>Of the name of a zone, as it is repeated to people.</summary>
    private const int LongestZone = 60;

    /// <summary>Places that are no rooms are listed among them: what is far beyond is not looked at one by one.</summary>
    private const int MostRooms = ProgrammePlan.MaxRooms + ProgrammePlan.MaxSessions;

    private readonly ImportGround ground;
    private readonly ImportedProgramme file;
    private readonly List<ImportProblem> problems;
    private readonly Dictionary<ImportedRoom, Guid?> rooms = [];
    private readonly List<PlannedRoom> columns = [];
    private readonly Dictionary<Guid, string> known;
    private readonly Dictionary<string, Guid> codes;

    private ProgrammeImport(ImportGround ground, ImportedProgramme file)
    {
        (this.ground, this.file) = (ground, file);
        problems = [.. file.Problems];
        known = ground.Codes.Concat(ground.Draft.Sessions.Select(s => KeyValuePair.Create(s.Id, s.Code))).DistinctBy(s => s.Key).ToDictionary();
        codes = known.DistinctBy(s => s.Value, StringComparer.Ordinal).ToDictionary(s => s.Value, s => s.Key, StringComparer.Ordinal);
    }

    public static ImportOutcome Build(ImportGround ground, ImportedProgramme file) => new ProgrammeImport(ground, file).Build();

    private ImportOutcome Build()
    {
        ReadRooms();
        CheckNames();
        ImportedFacts facts = new(ground, file, (place, kind, detail) => problems.Add(new(kind, place, detail)));
        List<PlannedSession> sessions = [];
        List<PlannedTurns> turns = [];
        foreach (var talk in file.Talks)
        {
            if (talk.IsUnreadable)
            {
                problems.Add(new(ImportProblemKind.TalkUnreadable, talk.Place));
                continue;
            }

            if (talk.Room is { } room && !rooms.ContainsKey(room))
            {
                problems.Add(new(ImportProblemKind.RoomUnknown, talk.Place));
            }

            var (id, code) = NamesOf(talk);
            var old = ground.Draft.Find(id)?.Facts ?? ground.Published.Find(id)?.Facts;
            sessions.Add(new(id, code, facts.Read(talk, talk.Room is null ? null : rooms.GetValueOrDefault(talk.Room), old)));
            if (talk.Turns is { IsPossible: false })
            {
                problems.Add(new(ImportProblemKind.TurnsWrong, talk.Place));
            }
            else if (talk.Turns is { Slots.Count: > 0 })
            {
                turns.Add(talk.Turns with { SessionId = id });
            }
        }

        var pauses = PausesKept(sessions);
        if (sessions.Count + pauses.Count > ProgrammePlan.MaxSessions)
        {
            problems.Add(new(ImportProblemKind.TooManySessions, ImportPlace.File));
        }

        return new(problems.Count > 0 ? ProgrammePlan.Empty : new(columns, [.. sessions, .. pauses]), problems)
        {
            UnknownTypes = [.. facts.UnknownTypes.Values],
            UnknownTracks = [.. facts.UnknownTracks],
            OtherZone = file.TimeZone is { } zone && zone != ground.Edition.TimeZone && ImportedFacts.IsZone(zone) ? zone : null,
            UnknownZone = file.TimeZone is { } name && !ImportedFacts.IsZone(name) ? name[..Math.Min(name.Length, LongestZone)] : null,
            Dates = facts.Dates,
            PausesKept = pauses.Count,
            Turns = turns,
        };
    }

    private void ReadRooms()
    {
        List<PlannedRoom> old = [.. ground.Draft.Rooms.Concat(ground.Published.Rooms).DistinctBy(r => r.Id)];
        if (file.Rooms.Count > MostRooms)
        {
            problems.Add(new(ImportProblemKind.TooManyRooms, ImportPlace.File, file.Rooms.Count.ToString(CultureInfo.InvariantCulture)));
            return;
        }

        foreach (var room in file.Rooms)
        {
            if (IsEverybody(room, old))
            {
                rooms[room] = null;
                continue;
            }

            if (string.IsNullOrWhiteSpace(room.Name) || room.Name.Length > RoomNameLength || !ImportCharacters.FitLine(room.Name))
            {
                problems.Add(new(ImportProblemKind.RoomNameWrong, ImportPlace.File, room.Name.Length > 40 ? $"{room.Name[..40]}…" : room.Name));
                rooms[room] = null;
                continue;
            }

            var same = old.Find(r => r.Id == room.Id) ?? old.Find(r => string.Equals(r.Name, room.Name, StringComparison.OrdinalIgnoreCase));
            old.RemoveAll(r => r.Id == same?.Id);

            // A schedule numbers rooms of one name, which they are not called.
            var name = file.IsOurs && same is not null && same.Id == room.Id && room.Name.StartsWith($"{same.Name} (", StringComparison.Ordinal) ? same.Name : room.Name;
            var seats = room.Seats is > 0 and <= 100_000 ? room.Seats : file.Format is ImportFormat.Archive ? null : same?.Seats;
            PlannedRoom column = new(same?.Id ?? Guid.CreateVersion7(), name, seats);
            columns.Add(column);
            rooms[room] = column.Id;
        }

        if (columns.Count > ProgrammePlan.MaxRooms)
        {
            problems.Add(new(ImportProblemKind.TooManyRooms, ImportPlace.File, columns.Count.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>A spreadsheet of a day without rooms has the venue, or the day, where others have the room.</summary>
    private bool IsEverybody(ImportedRoom room, List<PlannedRoom> old) => room.IsEverybody
        || (file.Format is ImportFormat.Csv && old.Count == 0 && file.Rooms.Count == 1 && (room.Name == ground.Edition.VenueName || room.Name == ground.Edition.Title));

    private void CheckNames()
    {
        foreach (var twice in file.Talks.Where(t => Guid.TryParse(t.Id, out var id) && id != Guid.Empty).GroupBy(t => Guid.Parse(t.Id!)).SelectMany(g => g.Skip(1)))
        {
            problems.Add(new(ImportProblemKind.IdTwice, twice.Place, twice.Id!));
        }

        foreach (var twice in file.Talks.Where(t => t.Codes is [.., { Length: > 0 }]).GroupBy(t => t.Codes[^1], StringComparer.OrdinalIgnoreCase).SelectMany(g => g.Skip(1)))
        {
            problems.Add(new(ImportProblemKind.CodeTwice, twice.Place, twice.Codes[^1]));
        }
    }

    private (Guid Id, string Code) NamesOf(ImportedTalk talk)
    {
        Guid? named = Guid.TryParse(talk.Id, out var parsed) && parsed != Guid.Empty ? parsed : null;
        var code = talk.Codes.Select(CodeIn).FirstOrDefault(c => c is not null);

        // A spreadsheet knows sessions by their code alone.
        var id = named ?? (code is not null && codes.TryGetValue(code, out var own) && known.ContainsKey(own) ? own : Guid.CreateVersion7());
        if (known.TryGetValue(id, out var kept))
        {
            return (id, kept);
        }

        id = ground.Elsewhere.Contains(id) ? Guid.CreateVersion7() : id;
        while (code is null || !codes.TryAdd(code, id))
        {
            code = Session.NewCode();
        }

        return (id, code);
    }

    /// <summary>The end of a slug, or a code of its own.</summary>
    private static string? CodeIn(string words) =>
        words.Length >= Session.CodeLength && words[^Session.CodeLength..].ToLowerInvariant() is var code && Session.IsCode(code)
            && (words.Length == Session.CodeLength || words[^(Session.CodeLength + 1)] == '-') ? code : null;

    private List<PlannedSession> PausesKept(List<PlannedSession> sessions)
    {
        var taken = sessions.Select(s => s.Id).ToHashSet();
        var there = columns.Select(c => (Guid?)c.Id).Append(null).ToHashSet();
        return file.LeavesPausesOut
            ? [.. ground.Draft.Sessions.Where(s => s.Facts.Kind.IsPause && !taken.Contains(s.Id) && there.Contains(s.Facts.RoomId))]
            : [];
    }
}
