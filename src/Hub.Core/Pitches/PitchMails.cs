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
