using Hub.Core.Calendars;
using Hub.Core.Events;

namespace Hub.Core.Registrations;

/// <summary>A day as the calendar of one registered person shows it.</summary>
public static class RegistrationCalendar
{
    extension(Registration registration)
    {
        /// <summary>Whether the person may know where remote people join.</summary>
        public bool MayJoinRemotely(Edition edition) => registration.State is RegistrationState.Confirmed
            && edition is { State: EditionState.Announced, Format: not EditionFormat.OnSite, RemoteLink: not null };

        /// <summary>The same UID as in the mails. A place in the queue blocks nobody's time.</summary>
        public CalendarEntry ToCalendarEntry(Edition edition, string host, Uri page)
        {
            var entry = edition.ToCalendarEntry(host, page);
            return entry with
            {
                // Equal to the mails' for a first answer, and above them once the person's place changed.
                Sequence = entry.Sequence + Math.Max(registration.Round - 1, 0),
                LastModified = registration.AskedAt > entry.LastModified ? registration.AskedAt : entry.LastModified,
                Status = (entry.Status, registration.State) switch
                {
                    (CalendarStatus.Cancelled, _) or (_, RegistrationState.Cancelled) => CalendarStatus.Cancelled,
                    (_, RegistrationState.Waiting or RegistrationState.Offered) => CalendarStatus.Tentative,
                    _ => entry.Status,
                },
                BlocksTime = registration.State is not (RegistrationState.Waiting or RegistrationState.Offered),
            };
        }
    }
}
