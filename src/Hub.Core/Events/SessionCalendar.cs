using Hub.Core.Calendars;

namespace Hub.Core.Events;

/// <summary>A session as calendars see it.</summary>
public static class SessionCalendar
{
    extension(Session session)
    {
        /// <param name="room">Null: everybody together.</param>
        /// <param name="host">Host of the hub's UIDs: <see cref="Data.CalendarHost"/>.</param>
        /// <param name="page">The public page that shows it.</param>
        public CalendarEntry ToCalendarEntry(Edition edition, Room? room, string host, Uri page) => new()
        {
            Uid = $"session-{session.Id:N}@{host}",

            // Neither part ever falls, and either may be what moved the session.
            Sequence = edition.Sequence + session.Sequence,
            LastModified = edition.RevisedAt > session.RevisedAt ? edition.RevisedAt : session.RevisedAt,
            StartsAt = session.StartsAt,
            EndsAt = session.EndsAt,
            TimeZone = edition.TimeZone,
            Summary = session.Title,
            Description = string.Join("\n\n", new[] { session.Speakers, session.Abstract }.Where(part => !string.IsNullOrEmpty(part))),
            Location = string.Join(", ", new[] { room?.Name, edition.Place }.Where(part => !string.IsNullOrEmpty(part))),
            Url = page,
            Status = session.RemovedAt is not null || edition.State is EditionState.Cancelled or EditionState.Postponed
                ? CalendarStatus.Cancelled
                : CalendarStatus.Confirmed,
        };
    }
}
