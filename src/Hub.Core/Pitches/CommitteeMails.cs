using Hub.Core.Events;

namespace Hub.Core.Pitches;

/// <summary>Names of the promises in the outbox that are made to a reviewer.</summary>
public static class CommitteeMailKinds
{
    /// <summary>The version is that of the reviewer.</summary>
    public const string Invited = "committee-invited";

    /// <summary>The version is a day.</summary>
    public const string Reminder = "committee-reminder";

    public const string CallCancelled = "committee-call-cancelled";
}

/// <summary>Somebody may judge the proposals of a call.</summary>
/// <param name="Call">Its title.</param>
/// <param name="ClosesAt">When proposals can be read, UTC.</param>
/// <param name="TimeZone">IANA, of the call.</param>
/// <param name="Link">Their page.</param>
public sealed record CommitteeInvitedMail(string Name, EditionInMail Edition, string Call, DateTime ClosesAt, string TimeZone, Uri Link);

/// <param name="Reason">In the organisers' words; null: none.</param>
/// <inheritdoc cref="CommitteeInvitedMail"/>
public sealed record CommitteeCallCancelledMail(string Name, EditionInMail Edition, string Call, string? Reason);

/// <param name="Left">Proposals they have not judged yet.</param>
/// <inheritdoc cref="CommitteeInvitedMail"/>
public sealed record CommitteeReminderMail(string Name, EditionInMail Edition, string Call, int Left, Uri Link);
