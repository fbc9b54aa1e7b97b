using System.Security.Cryptography;
using Hub.Core.Calendars;
using Hub.Core.Languages;

namespace Hub.Core.Events;

/// <summary>One timed piece of a programme.</summary>
public sealed class Session
{
    /// <summary>Without vowels and look-alikes: no words by accident, nothing to misread.</summary>
    internal const string Letters = "bcdfghjkmnpqrstvwxz23456789";

    public const int CodeLength = 6;

    private Session() { }

    public Session(Guid editionId) : this(editionId, Guid.CreateVersion7(), NewCode()) { }

    /// <summary>The one that a plan already knows.</summary>
    public Session(Guid editionId, Guid id, string code) => (EditionId, Id, Code) = (editionId, id, code);

    public Guid Id { get; private init; }
    public Guid EditionId { get; private init; }

    /// <summary>Its name in addresses, unique in the edition; never changes.</summary>
    public string Code { get; private init; } = "";

    public SessionKind Kind { get; set; }
    public string Title { get; set; } = "";

    /// <summary>Null: everybody together, in all rooms.</summary>
    public Guid? RoomId { get; set; }

    /// <summary>Names and functions, one person a line.</summary>
    public string? Speakers { get; set; }

    public string? Abstract { get; set; }

    /// <summary>Null: English pages show the French words, and say that they are French.</summary>
    public string? EnglishTitle { get; set; }

    public string? EnglishAbstract { get; set; }

    /// <inheritdoc cref="Speakers"/>
    public string? Moderators { get; private set; }

    /// <inheritdoc cref="SessionFacts.Language"/>
    public string? Language { get; private set; }

    /// <inheritdoc cref="SessionFacts.Level"/>
    public SessionLevel? Level { get; private set; }

    /// <inheritdoc cref="SessionFacts.ThemeCode"/>
    public string? ThemeCode { get; private set; }

    /// <inheritdoc cref="SessionFacts.Places"/>
    public int? Places { get; private set; }

    /// <inheritdoc cref="SessionFacts.IsRecorded"/>
    public bool IsRecorded { get; private set; }

    /// <inheritdoc cref="SessionFacts.IsCaptioned"/>
    public bool IsCaptioned { get; private set; }

    /// <inheritdoc cref="SessionFacts.Materials"/>
    public string? Materials { get; private set; }

    /// <inheritdoc cref="SessionFacts.Attendance"/>
    public EditionFormat? Attendance { get; private set; }

    /// <summary>Titles and speakers in capitals without accents, for search.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Wall time of the edition's zone.</summary>
    public DateTime LocalStart { get; private set; }
    public DateTime StartsAt { get; private set; }
    public DateTime EndsAt { get; private set; }
    public int Minutes { get; private set; }

    /// <summary>
    /// Goes up when the session itself moves, in a programme people can see. Calendars add the day's own sequence, which
    /// goes up with whatever happens to all its sessions.
    /// </summary>
    public int Sequence { get; private set; }

    /// <summary>Last change, UTC.</summary>
    public DateTime RevisedAt { get; private set; }

    /// <summary>When it left a programme people had seen, UTC: calendars go on showing it as cancelled.</summary>
    public DateTime? RemovedAt { get; private set; }

    /// <summary>Nobody's to choose: people arrive, eat and rest.</summary>
    public static IReadOnlyList<SessionKind> Pauses { get; } = [SessionKind.Welcome, SessionKind.Lunch, SessionKind.Break];

    public bool IsPause => Kind.IsPause;

    internal static string NewCode() => RandomNumberGenerator.GetString(Letters, CodeLength);

    /// <summary>Looks like the <see cref="Code"/> of a session.</summary>
    public static bool IsCode(string text) => text.Length == CodeLength && text.All(c => Letters.Contains(c, StringComparison.Ordinal));

    /// <summary>What it was last revised to, but for what stays between the organisers.</summary>
    public SessionFacts Facts => new(Kind, Title, RoomId, LocalStart, Minutes, Speakers, Abstract)
    {
        EnglishTitle = EnglishTitle,
        EnglishAbstract = EnglishAbstract,
        Moderators = Moderators,
        Language = Language,
        Level = Level,
        ThemeCode = ThemeCode,
        Places = Places,
        IsRecorded = IsRecorded,
        IsCaptioned = IsCaptioned,
        Materials = Materials,
        Attendance = Attendance,
    };

    /// <param name="facts">Placed.</param>
    public void Revise(SessionFacts facts, Edition edition, DateTime now)
    {
        var before = (RoomId, StartsAt, EndsAt, RemovedAt);
        var isNew = EndsAt == default;
        Take(facts, edition);
        Index();
        (RevisedAt, RemovedAt) = (now, null);
        if (edition.IsPublic && !isNew && before != (RoomId, StartsAt, EndsAt, RemovedAt))
        {
            Sequence++;
        }
    }

    /// <summary>Becomes what it would be in the programme, for as long as nobody searches for it there.</summary>
    /// <inheritdoc cref="Revise"/>
    public void Take(SessionFacts facts, Edition edition)
    {
        (Kind, Title, RoomId, Speakers, Abstract) = (facts.Kind, facts.Title, facts.RoomId, facts.Speakers, facts.Abstract);
        (EnglishTitle, EnglishAbstract, Moderators) = (facts.EnglishTitle, facts.EnglishAbstract, facts.Moderators);
        (Language, Level, ThemeCode, Places) = (facts.Language, facts.Level, facts.ThemeCode, facts.Places);
        (IsRecorded, IsCaptioned, Materials, Attendance) = (facts.IsRecorded, facts.IsCaptioned, facts.Materials, facts.Attendance);
        Place(facts.LocalStart ?? throw new ArgumentException("A programme shows when things take place.", nameof(facts)), facts.Minutes, edition.TimeZone);
    }

    /// <summary>Says anew what search finds it by.</summary>
    public void Index()
    {
        var text = Folding.Fold($"{Title} {EnglishTitle} {Speakers} {Moderators}");
        SearchText = text.Length > EditionFacts.TextLength ? text[..EditionFacts.TextLength] : text;
    }

    /// <summary>Gives its room back, so that the room may go too.</summary>
    public void Remove(DateTime now)
    {
        (RoomId, RemovedAt, RevisedAt) = (null, now, now);
        Sequence++;
    }

    /// <param name="localStart">Wall time of the edition's zone; where it happens twice, the first is meant.</param>
    /// <param name="timeZone">IANA zone of the edition.</param>
    public void Place(DateTime localStart, int minutes, string timeZone)
    {
        (LocalStart, Minutes) = (localStart, minutes);
        StartsAt = WallClock.Resolve(localStart, timeZone).Earliest;
        EndsAt = StartsAt.AddMinutes(minutes);
    }
}

/// <summary>What happens in a session.</summary>
public enum SessionKind
{
    Welcome, Opening, Plenary, Keynote, RoundTable, Testimony, Debate, PitchSession, Workshop,
    LabelHearing, Lunch, Break, SpeedMeeting, BusinessMeetings, Visit, AwardCeremony, Closing,
}

public static class SessionKinds
{
    extension(SessionKind kind)
    {
        /// <summary>Nobody's to choose: people arrive, eat and rest.</summary>
        public bool IsPause => Session.Pauses.Contains(kind);
    }
}
