namespace Hub.Core.Calendars;

/// <summary>RFC 5545, section 3.8.1.11.</summary>
public enum CalendarStatus
{
    Confirmed,
    Tentative,

    /// <summary>Stays in feeds, so that copies elsewhere learn of it.</summary>
    Cancelled,
}
