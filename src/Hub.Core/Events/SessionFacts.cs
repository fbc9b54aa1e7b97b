using System.Text.Json.Serialization;

namespace Hub.Core.Events;

/// <summary>What organisers say of a session.</summary>
/// <param name="RoomId">Null: everybody together.</param>
/// <param name="LocalStart">Wall time of the edition's zone; null while nobody has placed it.</param>
/// <param name="Speakers">Names and functions, one person a line.</param>
public sealed record SessionFacts(
    SessionKind Kind, string Title, Guid? RoomId, DateTime? LocalStart, int Minutes, string? Speakers, string? Abstract)
{
    public const int NeedsLength = 1000;

    /// <summary>Null: English pages show the French words, and say that they are French.</summary>
    public string? EnglishTitle { get; init; }

    public string? EnglishAbstract { get; init; }

    /// <inheritdoc cref="Speakers"/>
    public string? Moderators { get; init; }

    /// <summary>What is spoken, an ISO 639-1 code; null: French.</summary>
    public string? Language { get; init; }

    /// <summary>Null: for everybody.</summary>
    public SessionLevel? Level { get; init; }

    /// <summary>Code of a <see cref="Theme"/>; null: the day's own.</summary>
    public string? ThemeCode { get; init; }

    /// <summary>Places people sign up for; null: whoever comes.</summary>
    public int? Places { get; init; }

    /// <summary>People are filmed or recorded, and must know it beforehand.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>Somebody writes down or signs what is said.</summary>
    public bool IsCaptioned { get; init; }

    /// <summary>Equipment and access, between the organisers.</summary>
    public string? Needs { get; init; }

    /// <summary>Shown after the session, one a line: words and an address.</summary>
    public string? Materials { get; init; }

    /// <summary>Null: as the day.</summary>
    public EditionFormat? Attendance { get; init; }

    [JsonIgnore]
    public SessionPlacement Placement
    {
        get => new(RoomId, LocalStart, Minutes);
        init => (RoomId, LocalStart, Minutes) = (value.RoomId, value.LocalStart, value.Minutes);
    }
}

/// <summary>Where and when.</summary>
/// <inheritdoc cref="SessionFacts"/>
public sealed record SessionPlacement(Guid? RoomId, DateTime? LocalStart, int Minutes);

/// <summary>What one needs to know beforehand.</summary>
public enum SessionLevel { Beginner, Intermediate, Advanced }
