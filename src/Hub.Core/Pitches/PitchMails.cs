using Hub.Core.Events;
using Hub.Core.Programmes;

namespace Hub.Core.Pitches;

/// <summary>Names of the promises in the outbox; each but the last is made to an author.</summary>
public static class PitchMailKinds
{
    /// <summary>The version is 0, or the hour in which somebody asked for their link again.</summary>
    public const string Begun = "pitch-begun";

    /// <summary>The version is that of the application.</summary>
    public const string Received = "pitch-received";

    public const string Withdrawn = "pitch-withdrawn";

    /// <summary>The version tells extensions apart.</summary>
    public const string Extended = "pitch-extended";

    public const string CallCancelled = "pitch-call-cancelled";

    public const string Accepted = "pitch-accepted";

    /// <summary>Accepted after all.</summary>
    public const string Promoted = "pitch-promoted";

    public const string Reserve = "pitch-reserve";

    public const string Declined = "pitch-declined";

    public const string Confirmed = "pitch-confirmed";

    /// <summary>A place is not confirmed yet, and its time is nearly over.</summary>
    public const string ConfirmSoon = "pitch-confirm-soon";

    /// <summary>A place was not confirmed in time.</summary>
    public const string Lapsed = "pitch-lapsed";

    /// <summary>When they come on stage; the version is the instant it was announced.</summary>
    public const string Turn = "pitch-turn";

    /// <summary>A place has come free, for the organisers; the subject is the call, the version the number of the proposal that had it.</summary>
    public const string Freed = "pitch-freed";
}

/// <summary>What every mail about a proposal says of it.</summary>
/// <param name="Call">Title of the call.</param>
/// <param name="Heading">What the proposal is called; null before it is.</param>
/// <param name="ClosesAt">UTC; for this proposal.</param>
/// <param name="TimeZone">IANA, of the call.</param>
/// <param name="Link">Where the reader writes it.</param>
public sealed record ToldProposal(string Name, string Organisation, string Call, string? Heading, DateTime ClosesAt, string TimeZone, Uri Link);

/// <summary>A link to write by.</summary>
public sealed record PitchBegunMail(EditionInMail Edition, ToldProposal Proposal);

/// <summary>The receipt of a version.</summary>
/// <param name="SentAt">UTC.</param>
/// <param name="Hash">SHA-256 of what was sent, in hexadecimal.</param>
public sealed record PitchReceivedMail(EditionInMail Edition, ToldProposal Proposal, int Number, DateTime SentAt, string Hash);

public sealed record PitchWithdrawnMail(EditionInMail Edition, ToldProposal Proposal);

/// <summary>What stands in the outbox beside the id.</summary>
/// <param name="Reason">In the organisers' words; null: none.</param>
public sealed record CallCancelledDetails(string? Reason);

/// <summary>Nobody chooses among the proposals.</summary>
/// <inheritdoc cref="CallCancelledDetails"/>
public sealed record PitchCallCancelledMail(EditionInMail Edition, ToldProposal Proposal, string? Reason);

/// <summary>There is more time.</summary>
public sealed record PitchExtendedMail(EditionInMail Edition, ToldProposal Proposal);

/// <summary>The session in which they have their turn, as published.</summary>
/// <param name="StartsAt">Wall time of the day.</param>
/// <param name="Minutes">Of a turn; null while nobody has set it.</param>
public sealed record ToldStage(string Session, DateTime StartsAt, int? Minutes);

/// <summary>There is a place on stage, to be confirmed.</summary>
/// <param name="Stage">Null while it is not in the public programme.</param>
/// <param name="ConfirmBy">UTC.</param>
/// <param name="Reason">In the organisers' words.</param>
public sealed record PitchAcceptedMail(EditionInMail Edition, ToldProposal Proposal, ToldStage? Stage, DateTime ConfirmBy, bool FromReserve, string? Reason);

/// <param name="Position">From 1.</param>
/// <inheritdoc cref="PitchAcceptedMail"/>
public sealed record PitchReserveMail(EditionInMail Edition, ToldProposal Proposal, int Position, string? Reason);

/// <inheritdoc cref="PitchAcceptedMail"/>
public sealed record PitchDeclinedMail(EditionInMail Edition, ToldProposal Proposal, string? Reason);

/// <inheritdoc cref="PitchAcceptedMail"/>
public sealed record PitchConfirmedMail(EditionInMail Edition, ToldProposal Proposal, ToldStage? Stage, string Presenters);

/// <inheritdoc cref="PitchAcceptedMail"/>
public sealed record PitchConfirmSoonMail(EditionInMail Edition, ToldProposal Proposal, ToldStage? Stage, DateTime ConfirmBy);

/// <summary>Their time is announced, or another one.</summary>
public sealed record PitchTurnMail(EditionInMail Edition, ToldProposal Proposal, IReadOnlyList<ToldSlot> Turns);

/// <summary>Nobody confirmed the place in time.</summary>
public sealed record PitchLapsedMail(EditionInMail Edition, ToldProposal Proposal);

/// <summary>A proposal does not come: nobody confirmed it in time, or its authors gave the place back.</summary>
/// <param name="Heading">What it was called; null once it is erased.</param>
/// <param name="Next">Who was offered the place; null when nobody waits for one.</param>
/// <param name="Link">Where the organisers decide.</param>
public sealed record PlaceFreedMail(EditionInMail Edition, string Call, int Number, string? Heading, bool IsLapsed, string? Next, Uri Link);
