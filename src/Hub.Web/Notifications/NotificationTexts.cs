namespace Hub.Web.Notifications;

/// <summary>Names NotificationTexts.resx.</summary>
public sealed class NotificationTexts;
