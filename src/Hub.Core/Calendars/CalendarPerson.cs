namespace Hub.Core.Calendars;

/// <summary>Who sends the mail (ORGANIZER; RFC 5545, section 3.8.4.3). Replies reach this address.</summary>
public sealed record CalendarPerson(string Name, string Mail);

/// <summary>Who receives the mail, alone (ATTENDEE; RFC 5545, section 3.8.4.1).</summary>
/// <param name="HasAccepted">Registered, as opposed to still having to answer (an offered seat).</param>
public sealed record CalendarAttendee(string Name, string Mail, bool HasAccepted);
