using Hub.Core.Calendars;

namespace Hub.Core.Events;

/// <summary>A day as calendars see it, the same in feeds, files and mails.</summary>
public static class EditionCalendar
{
    extension(Edition edition)
    {
        /// <param name="host">Host of the hub's UIDs: <see cref="Data.CalendarHost"/>.</param>
        /// <param name="page">The day's public page.</param>
        public CalendarEntry ToCalendarEntry(string host, Uri page) => new()
        {
            Uid = $"edition-{edition.Id:N}@{host}",
            Sequence = edition.Sequence,
            LastModified = edition.RevisedAt,
            StartsAt = edition.StartsAt,
            EndsAt = edition.EndsAt,
            TimeZone = edition.TimeZone,
            Summary = edition.Title,
            Description = edition.Tagline,
            Location = edition.Place,
            Url = page,

            // A postponed day no longer takes place when the calendar says so.
            Status = edition.State is EditionState.Cancelled or EditionState.Postponed ? CalendarStatus.Cancelled : CalendarStatus.Confirmed,
        };
    }
}
