using Hub.Core.Events;

namespace Hub.Core.Programmes;

/// <summary>What a file says, before anybody asks whether a day can hold it.</summary>
/// <param name="Rooms">In the order of the file.</param>
/// <param name="Problems">Of the file itself; nothing else was read when there are any.</param>
public sealed record ImportedProgramme(
    ImportFormat Format, IReadOnlyList<ImportedRoom> Rooms, IReadOnlyList<ImportedTalk> Talks, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>A hub wrote it, and what it leaves out it leaves out on purpose.</summary>
    public bool IsOurs { get; init; }

    /// <summary>IANA zone of the times that have no offset; null: the one of the day.</summary>
    public string? TimeZone { get; init; }

    /// <summary>A schedule of a hub has no pauses: those that the draft has are not spoken of.</summary>
    public bool LeavesPausesOut => IsOurs && Format is (ImportFormat.ScheduleJson or ImportFormat.ScheduleXml);

    public static ImportedProgramme Refused(ImportFormat format, ImportProblemKind kind, int? line = null, string detail = "") =>
        new(format, [], [], [new(kind, new(line), detail)]);
}

public enum ImportFormat { ScheduleJson, ScheduleXml, Csv, Archive }

/// <param name="Id">As the file has it; null when it has none.</param>
/// <param name="IsEverybody">Stands for all rooms.</param>
public sealed record ImportedRoom(string Name, Guid? Id = null, int? Seats = null, bool IsEverybody = false);

/// <summary>One session as the file words it.</summary>
public sealed record ImportedTalk(ImportPlace Place)
{
    public string? Id { get; init; }

    /// <summary>As it may stand in the slug, or in a field of its own.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    public string Title { get; init; } = "";

    public string Type { get; init; } = "";

    /// <summary>Null for all rooms.</summary>
    public ImportedRoom? Room { get; init; }

    /// <summary>ISO 8601, with the offset or without.</summary>
    public string Start { get; init; } = "";

    /// <summary>HH:MM or HH:MM:SS.</summary>
    public string Duration { get; init; } = "";

    /// <summary>Instead of the duration.</summary>
    public string End { get; init; } = "";

    public string Track { get; init; } = "";

    public string Language { get; init; } = "";

    /// <summary>Paragraphs, the most important first.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Null as the function: the file does not say.</summary>
    public IReadOnlyList<(string Name, string? Function)> People { get; init; } = [];

    /// <summary>Null: the file does not say.</summary>
    public bool? IsRecorded { get; init; }

    public bool IsPause { get; init; }

    /// <summary>From a hub's own file: everything, in place of the words above.</summary>
    public SessionFacts? Facts { get; init; }

    /// <inheritdoc cref="Facts"/>
    public PlannedTurns? Turns { get; init; }

    /// <summary>Its text cannot be read: it is refused whatever else it says.</summary>
    public bool IsUnreadable { get; init; }
}
