using Hub.Core.Events;

namespace Hub.Core.Programmes;

/// <summary>Names of the promises in the outbox.</summary>
public static class SpeakerMailKinds
{
    public const string Invited = "speaker-invited";
    public const string Reminder = "speaker-reminder";

    /// <summary>The version is the instant of the announcement.</summary>
    public const string Slots = "speaker-slots";

    /// <summary>When the day was cancelled, postponed or moved; the version is the day's.</summary>
    public const string Day = "speaker-day";

    /// <summary>The version is the number of the programme's.</summary>
    public const string ProgrammeChanged = "speaker-programme";
}

/// <param name="Link">The person's own page.</param>
/// <param name="Sessions">Those that name them, as planned.</param>
public sealed record SpeakerInvitedMail(string Name, EditionInMail Edition, Uri Link, IReadOnlyList<PlannedPart> Sessions);

/// <param name="LocalStart">Wall time of the day's zone; null while nobody has placed it.</param>
/// <param name="Room">Null for all rooms.</param>
public sealed record PlannedPart(string Title, DateTime? LocalStart, int Minutes, string? Room);

/// <param name="Link">The person's own page.</param>
/// <param name="HasAccepted">True: words about them are missing; false: their answer is.</param>
public sealed record SpeakerReminderMail(string Name, EditionInMail Edition, Uri Link, bool HasAccepted);

/// <summary>Their sessions were published anew: placed, moved or removed.</summary>
/// <param name="Link">The person's own page.</param>
public sealed record SpeakerProgrammeMail(string Name, EditionInMail Edition, Uri Link, IReadOnlyList<ChangedSession> Sessions);

/// <summary>The day does not take place as they were told.</summary>
/// <param name="State">Announced: at another time or place.</param>
/// <param name="Reason">In the organisers' words; null: none.</param>
/// <param name="Link">The person's own page.</param>
public sealed record SpeakerDayMail(string Name, EditionInMail Edition, EditionState State, string? Reason, Uri Link);

/// <summary>When they come on stage, in all orders that are announced.</summary>
/// <param name="Link">The person's own page.</param>
public sealed record SpeakerSlotsMail(string Name, EditionInMail Edition, Uri Link, IReadOnlyList<ToldSlot> Slots);

/// <param name="Session">Title of the session it is part of.</param>
/// <param name="LocalStart">Wall time of the day's zone.</param>
/// <param name="Room">Null for all rooms.</param>
public sealed record ToldSlot(string Title, string Session, DateTime LocalStart, int Minutes, string? Room);
