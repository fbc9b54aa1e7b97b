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

    public Session(Guid editionId) => EditionId = editionId;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid EditionId { get; private init; }

    /// <summary>Its name in addresses, unique in the edition; never changes.</summary>
    public string Code { get; private init; } = RandomNumberGenerator.GetString(Letters, CodeLength);

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

    public bool IsPause => Pauses.Contains(Kind);

    /// <summary>Looks like the <see cref="Code"/> of a session.</summary>
    public static bool IsCode(string text) => text.Length == CodeLength && text.All(c => Letters.Contains(c, StringComparison.Ordinal));

    public void Revise(SessionFacts facts, Edition edition, DateTime now)
    {
        var before = (RoomId, StartsAt, EndsAt);
        var isNew = EndsAt == default;
        (Kind, Title, RoomId, Speakers, Abstract) = (facts.Kind, facts.Title, facts.RoomId, facts.Speakers, facts.Abstract);
        (EnglishTitle, EnglishAbstract) = (facts.EnglishTitle, facts.EnglishAbstract);
        Index();
        Place(facts.LocalStart, facts.Minutes, edition.TimeZone);
        RevisedAt = now;
        if (edition.IsPublic && !isNew && before != (RoomId, StartsAt, EndsAt))
        {
            Sequence++;
        }
    }

    /// <summary>Says anew what search finds it by.</summary>
    public void Index()
    {
        var text = Folding.Fold($"{Title} {EnglishTitle} {Speakers}");
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
