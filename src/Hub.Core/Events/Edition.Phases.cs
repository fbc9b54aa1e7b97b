using System.Linq.Expressions;
using Hub.Core.Calendars;

namespace Hub.Core.Events;

/// <summary>What follows from the clock, and is therefore stored nowhere.</summary>
public sealed partial class Edition
{
    /// <summary>How long a person has to accept a seat.</summary>
    private static readonly TimeSpan OfferTime = TimeSpan.FromHours(48);

    /// <summary>
    /// When the queue is served for the last time, UTC: the eve at 18:00 there, or when registration closes if that is
    /// earlier. Seats given back later go to whoever is first.
    /// </summary>
    public DateTime QueueEndsAt => RegistrationClosesAt < LastAnswerAt ? RegistrationClosesAt.Value : LastAnswerAt;

    /// <summary>Nobody can be asked to decide later than the eve at 18:00 there.</summary>
    private DateTime LastAnswerAt => WallClock.Resolve(LocalStart.Date.AddHours(-6), TimeZone).Earliest;

    public EditionPhase PhaseAt(DateTime now) => State switch
    {
        EditionState.Draft => EditionPhase.Draft,
        EditionState.Postponed => EditionPhase.Postponed,
        EditionState.Cancelled => EditionPhase.Cancelled,
        _ when now >= EndsAt => EditionPhase.Completed,
        _ when now >= StartsAt => EditionPhase.InProgress,
        _ when ClosedByHand || now >= RegistrationClosesAt => EditionPhase.RegistrationClosed,
        _ when now < RegistrationOpensAt => EditionPhase.Announced,
        _ => EditionPhase.RegistrationOpen,
    };

    /// <summary>The same as <see cref="EditionPhase.RegistrationOpen"/>, for the guard of an update.</summary>
    public static Expression<Func<Edition, bool>> TakesRegistrationsAt(DateTime now) => e =>
        e.State == EditionState.Announced && !e.ClosedByHand && now < e.StartsAt
        && (e.RegistrationOpensAt == null || e.RegistrationOpensAt <= now)
        && (e.RegistrationClosesAt == null || now < e.RegistrationClosesAt);

    /// <summary>No seat is free, and nobody may queue for one any more.</summary>
    public bool IsFullForGoodAt(DateTime now) => IsFull && QueueEndsAt <= now;

    /// <summary>Whether a free seat is offered to whoever waits longest.</summary>
    public bool ServesQueueAt(DateTime now) => PhaseAt(now) is EditionPhase.RegistrationOpen && now < QueueEndsAt;

    /// <returns>Until when a seat offered now is held, UTC.</returns>
    public DateTime OfferEndsAt(DateTime now) => now + OfferTime < LastAnswerAt ? now + OfferTime : LastAnswerAt;

    public bool CanAnnounce => State is EditionState.Draft;

    public bool CanPostpone(DateTime now) => State is EditionState.Announced && now < StartsAt;

    public bool CanCancel(DateTime now) => State is EditionState.Postponed || (State is EditionState.Announced && now < EndsAt);
}
