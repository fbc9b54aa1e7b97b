using Hub.Core.Events;

namespace Hub.Core.Pitches;

/// <summary>Names of the promises in the outbox that are made to a reviewer.</summary>
public static class CommitteeMailKinds
{
    /// <summary>The version is that of the reviewer.</summary>
    public const string Invited = "committee-invited";

    /// <summary>The call has closed.</summary>
    public const string Reading = "committee-reading";

    /// <summary>The version is a day.</summary>
    public const string Reminder = "committee-reminder";

    public const string CallCancelled = "committee-call-cancelled";
}

/// <summary>Somebody may judge the proposals of a call.</summary>
/// <param name="Call">Its title.</param>
/// <param name="ReadableFrom">When proposals can be read, UTC; null: already.</param>
/// <param name="DueAt">When they are asked to be done, UTC; null: nobody has said.</param>
/// <param name="TimeZone">IANA, of the call.</param>
/// <param name="Link">Their page.</param>
public sealed record CommitteeInvitedMail(string Name, EditionInMail Edition, string Call, DateTime? ReadableFrom, DateTime? DueAt, string TimeZone, Uri Link);

/// <param name="Reason">In the organisers' words; null: none.</param>
/// <inheritdoc cref="CommitteeInvitedMail"/>
public sealed record CommitteeCallCancelledMail(string Name, EditionInMail Edition, string Call, string? Reason);

/// <summary>The call has closed: there is something to read.</summary>
/// <param name="Left">Proposals they have not judged yet.</param>
/// <inheritdoc cref="CommitteeInvitedMail"/>
public sealed record CommitteeReadingMail(string Name, EditionInMail Edition, string Call, int Left, DateTime? DueAt, string TimeZone, Uri Link);

/// <summary>The organisers ask for what is not done.</summary>
/// <inheritdoc cref="CommitteeReadingMail"/>
public sealed record CommitteeReminderMail(string Name, EditionInMail Edition, string Call, int Left, DateTime? DueAt, string TimeZone, Uri Link);
