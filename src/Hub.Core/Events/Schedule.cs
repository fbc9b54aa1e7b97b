namespace Hub.Core.Events;

/// <summary>
/// The programme of a day as the apps and screens of conferences read it: the shape that Pentabarf, frab and pretalx
/// share, described by https://c3voc.de/schedule/schema.xsd and schema.json.
/// </summary>
/// <param name="Version">Another one after each change.</param>
/// <param name="Origin">Of the hub.</param>
/// <param name="Page">The day's own.</param>
/// <param name="Acronym">Small letters, digits and underscores, four at least.</param>
/// <param name="TimeZone">IANA.</param>
/// <param name="Colour">As in style sheets, <c>#0e4d5a</c>.</param>
/// <param name="Rooms">In the order of their columns.</param>
/// <param name="Days">One at least, without a gap.</param>
/// <param name="Talks">All of the programme as it is read; the <see cref="Days"/> leave its pauses out.</param>
public sealed record Schedule(
    string Version, Uri Origin, Uri Page, string Acronym, string Title, string Organisation, string TimeZone, string Colour,
    IReadOnlyList<ScheduleRoom> Rooms, IReadOnlyList<ScheduleDay> Days, IReadOnlyList<ScheduleTalk> Talks)
{
    /// <summary>Grid of the tables that apps draw, HH:MM.</summary>
    public const string Timeslot = "00:05";

    /// <summary>Of what the organisers wrote, where they do not say otherwise.</summary>
    public const string Language = "fr";

    /// <summary>Those of the talks, in the order of the hub's themes.</summary>
    public IReadOnlyList<ScheduleTrack> Tracks { get; init; } = [];
}

/// <param name="Index">From 1.</param>
/// <param name="Rooms">Those where something takes place that day, in the order of their columns.</param>
public sealed record ScheduleDay(int Index, DateOnly Date, DateTimeOffset Start, DateTimeOffset End, IReadOnlyList<ScheduleColumn> Rooms);

/// <param name="Talks">By their start.</param>
public sealed record ScheduleColumn(ScheduleRoom Room, IReadOnlyList<ScheduleTalk> Talks);

/// <param name="Name">No other room has it: readers know a room by its name.</param>
/// <param name="Seats">Null when nobody said.</param>
public sealed record ScheduleRoom(Guid Id, string Name, string Slug, int? Seats);

/// <param name="Key">Stay the same whatever happens to the session.</param>
/// <param name="Start">By the clocks there.</param>
/// <param name="Type">What happens, in words.</param>
public sealed record ScheduleTalk(
    ScheduleKey Key, string Slug, Uri Page, ScheduleRoom Room, DateTimeOffset Start, DateTimeOffset End, string Title, string Type, bool IsPause,
    string Abstract, IReadOnlyList<SchedulePerson> Persons)
{
    /// <summary>What is spoken, an ISO 639-1 code.</summary>
    public string Language { get; init; } = Schedule.Language;

    /// <summary>Null: the day's own theme.</summary>
    public ScheduleTrack? Track { get; init; }

    /// <summary>People were told that they are filmed or recorded; otherwise nobody may.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>Time that passes, which is not always what clocks show.</summary>
    public TimeSpan Duration => End - Start;
}

/// <summary>A theme of the hub.</summary>
/// <param name="Name">In the language of the reader.</param>
/// <param name="Colour">As in style sheets.</param>
public sealed record ScheduleTrack(string Name, string Slug, string Colour);

/// <param name="Page">Where the people of the day are listed.</param>
public sealed record SchedulePerson(ScheduleKey Key, string Name, string? Function, Uri Page);
