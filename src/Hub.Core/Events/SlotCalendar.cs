using Hub.Core.Calendars;

namespace Hub.Core.Events;

/// <summary>A turn on stage as calendars see it.</summary>
public static class SlotCalendar
{
    extension(RunningOrder order)
    {
        /// <param name="session">The whole session, as calendars see it.</param>
        /// <param name="host">Host of the hub's UIDs: <see cref="Data.CalendarHost"/>.</param>
        /// <returns>The turns that name this person, by the plan.</returns>
        public IEnumerable<CalendarEntry> EntriesOf(string name, CalendarEntry session, string host) =>
            order.Slots.Index().Where(s => s.Item.PresenterNames.Any(p => p.Name == name)).Select(s => session with
            {
                Uid = $"slot-{s.Item.Id:N}@{host}",
                Sequence = session.Sequence + order.Revision,
                LastModified = session.LastModified > order.RevisedAt ? session.LastModified : order.RevisedAt,
                StartsAt = session.StartsAt + order.OffsetOf(s.Index),
                EndsAt = session.StartsAt + order.OffsetOf(s.Index) + TimeSpan.FromMinutes(order.SlotMinutes),
                Summary = s.Item.Title,
                Description = session.Summary,
            });
    }
}
