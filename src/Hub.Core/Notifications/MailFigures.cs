namespace Hub.Core.Notifications;

/// <summary>How the mails are doing; those that say so are not counted, else an alert could cause the next.</summary>
/// <param name="Dead">Dead letters.</param>
/// <param name="Due">Mails that could leave now.</param>
/// <param name="OldestDue">Since when the oldest of these could leave, UTC; null when none is due.</param>
public sealed record MailFigures(int Dead, int Due, DateTime? OldestDue)
{
    /// <summary>A thousand mails leave within seconds: more than that at once is a jam.</summary>
    private const int ManyDue = 2000;

    private static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(15);

    /// <param name="now">UTC.</param>
    public bool IsLateAt(DateTime now) => Due > ManyDue || OldestDue < now - LateAfter;

    /// <param name="now">UTC.</param>
    public bool IsTroubledAt(DateTime now) => Dead > 0 || IsLateAt(now);
}
