using Hub.Core.Events;
using Hub.Core.Programmes;

namespace Hub.Core.Registrations;

/// <summary>Names of the promises in the outbox.</summary>
public static class RegistrationMailKinds
{
    public const string Confirmed = "registration-confirmed";
    public const string WaitListed = "registration-wait-listed";
    public const string Offered = "registration-offered";
    public const string OfferExpired = "registration-offer-expired";
    public const string QueueEnded = "registration-queue-ended";
    public const string Reminder = "edition-reminder";
    public const string Cancelled = "registration-cancelled";
    public const string Link = "registration-link";

    /// <summary>The colleague who was to come instead had a place already.</summary>
    public const string PlaceKept = "registration-place-kept";

    /// <summary>The subject is the latest registration of the address.</summary>
    public const string Space = "personal-space";

    /// <summary>Turns on stage; the version is the instant they were given or announced.</summary>
    public const string Turns = "registration-turns";

    /// <summary>Who comes on stage in a session, to everybody who has a place at the day; the version is the instant it was told.</summary>
    public const string StageAnnounced = "stage-announced";

    public const string EditionMoved = "edition-moved";

    /// <summary>The version is the number of the programme's.</summary>
    public const string ProgrammeChanged = "programme-changed";

    public const string EditionPostponed = "edition-postponed";
    public const string EditionCancelled = "edition-cancelled";

    /// <summary>Their version is a <see cref="Registration.Round"/>; in a later round they are old news.</summary>
    public static bool TellsOfRound(string kind) => kind is Confirmed or WaitListed or Offered or OfferExpired or Cancelled;
}

/// <summary>What stands in the outbox beside the id, because it will have changed by the time the mail is written.</summary>
/// <param name="GivenBy">Name of the colleague whose seat it was; null when nobody gave it.</param>
public sealed record ConfirmedDetails(bool FromQueue, string? GivenBy = null);

/// <inheritdoc cref="ConfirmedDetails"/>
/// <param name="GivenTo">Name of the colleague who comes instead, as typed; null when nobody does.</param>
public sealed record CancelledDetails(bool ByOrganiser, bool HadSeat, string? GivenTo = null);

/// <inheritdoc cref="ConfirmedDetails"/>
/// <param name="Colleague">Name, as typed.</param>
public sealed record PlaceKeptDetails(string Colleague);

/// <inheritdoc cref="ConfirmedDetails"/>
public sealed record LinkDetails(bool IsNew);

/// <inheritdoc cref="ConfirmedDetails"/>
public sealed record MovedDetails(DateTime LocalStart, DateTime LocalEnd, string TimeZone, string? Place);

/// <inheritdoc cref="ConfirmedDetails"/>
public sealed record StageAnnouncedDetails(Guid SessionId);

/// <param name="Name">First and last name, for the salutation.</param>
/// <param name="Link">Manages the registration.</param>
/// <param name="TicketCode">As printed, in groups of four.</param>
/// <param name="FromQueue">A seat became free while the person waited.</param>
/// <param name="GivenBy">Name of the colleague whose seat it was; null when nobody gave it.</param>
public sealed record RegistrationConfirmedMail(string Name, EditionInMail Edition, Uri Link, string TicketCode, bool FromQueue, string? GivenBy = null);

/// <summary>When they come on stage, as the orders stand.</summary>
public sealed record RegistrationTurnsMail(string Name, EditionInMail Edition, Uri Link, IReadOnlyList<ToldSlot> Turns);

/// <summary>Who comes on stage in a session.</summary>
/// <param name="Turns">The first of them, by the hour.</param>
/// <param name="More">How many come after these.</param>
public sealed record StageAnnouncedMail(string Name, EditionInMail Edition, string Session, DateTime LocalStart, string? Room, IReadOnlyList<AnnouncedTurn> Turns, int More, Uri Page)
{
    public const int MostTurns = 10;
}

/// <param name="Presenters">Names; empty when nobody is named.</param>
public sealed record AnnouncedTurn(DateTime LocalStart, string Title, string Presenters);

/// <summary>All the registrations of an address are behind one link.</summary>
public sealed record SpaceMail(string Name, Uri Link);

/// <param name="Rank">1 for the next to be served.</param>
public sealed record RegistrationWaitListedMail(string Name, EditionInMail Edition, Uri Link, int Rank);

/// <summary>A seat is held for somebody who waited.</summary>
/// <param name="Until">Wall time of the day's zone.</param>
public sealed record RegistrationOfferedMail(string Name, EditionInMail Edition, Uri Link, DateTime Until);

/// <summary>The time to accept a seat went by.</summary>
public sealed record RegistrationOfferExpiredMail(string Name, EditionInMail Edition);

/// <summary>Nobody is offered a seat any more.</summary>
/// <param name="IsOpen">A seat given back from now on goes to whoever takes it first.</param>
public sealed record RegistrationQueueEndedMail(string Name, EditionInMail Edition, Uri Link, bool IsOpen);

/// <summary>On the eve.</summary>
/// <param name="TicketCode">As printed, in groups of four.</param>
/// <param name="IsToday">The mail left later than it should have.</param>
public sealed record EditionReminderMail(string Name, EditionInMail Edition, Uri Link, string TicketCode, bool IsToday);

/// <param name="HadSeat">False for somebody who waited, or was offered a seat.</param>
/// <param name="GivenTo">Name of the colleague who comes instead; null when nobody does.</param>
public sealed record RegistrationCancelledMail(string Name, EditionInMail Edition, bool ByOrganiser, bool HadSeat, string? GivenTo = null);

/// <summary>A place could not be handed over and stays with the reader.</summary>
/// <param name="Colleague">Name of who has a place already, as the reader typed it.</param>
public sealed record RegistrationPlaceKeptMail(string Name, EditionInMail Edition, Uri Link, string Colleague);

/// <summary>The personal link again, after it was lost or renewed.</summary>
/// <param name="IsNew">The link before opens nothing any more.</param>
public sealed record RegistrationLinkMail(string Name, EditionInMail Edition, Uri Link, bool IsNew);

/// <summary>Another time or another place, or a new date after a postponement.</summary>
/// <param name="Before">What the day's time and place were.</param>
/// <param name="HasSeat">False for somebody who waits.</param>
public sealed record EditionMovedMail(string Name, EditionInMail Edition, MovedDetails Before, Uri Link, bool HasSeat);

/// <summary>Sessions where the reader has a place moved, or left the programme.</summary>
public sealed record ProgrammeChangedMail(string Name, EditionInMail Edition, IReadOnlyList<ChangedSession> Sessions, Uri Link);

public sealed record EditionPostponedMail(string Name, EditionInMail Edition, string? Reason, Uri Link);

public sealed record EditionCancelledMail(string Name, EditionInMail Edition, string? Reason);
