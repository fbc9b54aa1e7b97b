using Hub.Core.Events;

namespace Hub.Core.Pitches;

/// <summary>Names of the promises in the outbox; each is made to an author.</summary>
public static class PitchMailKinds
{
    /// <summary>The version is 0, or the hour in which somebody asked for their link again.</summary>
    public const string Begun = "pitch-begun";

    /// <summary>The version is that of the application.</summary>
    public const string Received = "pitch-received";

    public const string Withdrawn = "pitch-withdrawn";

    /// <summary>The version tells extensions apart.</summary>
    public const string Extended = "pitch-extended";

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

/// <summary>There is more time.</summary>
public sealed record PitchExtendedMail(EditionInMail Edition, ToldProposal Proposal);

/// <summary>There is a place on stage, to be confirmed.</summary>
/// <param name="ConfirmBy">UTC.</param>
/// <param name="Reason">In the organisers' words.</param>
public sealed record PitchAcceptedMail(EditionInMail Edition, ToldProposal Proposal, DateTime ConfirmBy, bool FromReserve, string? Reason);

/// <param name="Position">From 1.</param>
/// <inheritdoc cref="PitchAcceptedMail"/>
public sealed record PitchReserveMail(EditionInMail Edition, ToldProposal Proposal, int Position, string? Reason);

/// <inheritdoc cref="PitchAcceptedMail"/>
public sealed record PitchDeclinedMail(EditionInMail Edition, ToldProposal Proposal, string? Reason);

/// <param name="Session">Where they have their turn; null while it is not in the public programme.</param>
/// <param name="StartsAt">Of the session, wall time of the day.</param>
public sealed record PitchConfirmedMail(EditionInMail Edition, ToldProposal Proposal, string Presenters, string? Session, DateTime? StartsAt);

/// <inheritdoc cref="PitchAcceptedMail"/>
public sealed record PitchConfirmSoonMail(EditionInMail Edition, ToldProposal Proposal, DateTime ConfirmBy);

/// <summary>Nobody confirmed the place in time.</summary>
public sealed record PitchLapsedMail(EditionInMail Edition, ToldProposal Proposal);
