namespace Hub.Core.Notifications;

/// <summary>Names of the promises about the hub itself.</summary>
public static class NotificationMailKinds
{
    public const string Trouble = "mail-trouble";
}

/// <param name="Dead">Mails given up.</param>
/// <param name="Due">Mails that could leave now.</param>
/// <param name="OldestDue">Since when the oldest of them could leave, UTC; null when none is late.</param>
/// <param name="Page">Where a person looks after them.</param>
public sealed record MailTroubleMail(int Dead, int Due, DateTime? OldestDue, Uri Page);
