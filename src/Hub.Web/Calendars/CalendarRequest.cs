using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Hub.Web.Calendars;

/// <summary>What every calendar is made with, and how it speaks to this reader: many programs show a title and no status, so the title says it too.</summary>
public sealed record CalendarRequest(
    HubDbContext Db, CalendarHost Host, IOptions<HubOptions> Hub, IStringLocalizer<CalendarTexts> Texts, TimeProvider Clock, HttpContext Http)
{
    /// <summary>How long something past, cancelled or removed stays, so that every subscriber has heard of it.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    public static readonly TimeSpan RefreshInterval = TimeSpan.FromHours(4);

    /// <summary>UTC: what happened before is no longer told.</summary>
    public DateTime Since => Clock.GetUtcNow().UtcDateTime - Memory;

    public Uri Address(string path) => Feed.Address(Http, Hub.Value, path);

    public CalendarEntry Entry(Edition edition, string uidHost)
    {
        var entry = edition.ToCalendarEntry(uidHost, Address($"/journees/{edition.Slug}"));
        return entry with { Summary = Title(edition.State, entry.Summary) };
    }

    public CalendarEntry Entry(Session session, Edition edition, Room? room, string uidHost)
    {
        var entry = session.ToCalendarEntry(edition, room, uidHost, Address($"/journees/{edition.Slug}/seances/{session.Code}"));
        var state = session.RemovedAt is null ? edition.State : EditionState.Cancelled;
        return entry with { Summary = Title(state, entry.Summary) };
    }

    /// <summary>With the link to join remotely for somebody who may, and for nobody else.</summary>
    public CalendarEntry Entry(Registration registration, Edition edition, string uidHost)
    {
        var entry = registration.ToCalendarEntry(edition, uidHost, Address($"/journees/{edition.Slug}"));
        var join = registration.MayJoinRemotely(edition) ? Texts["Join", edition.RemoteLink!].Value : null;
        return entry with
        {
            Summary = (edition.State, registration.State) is (EditionState.Announced, RegistrationState.Waiting or RegistrationState.Offered or RegistrationState.Cancelled)
                ? Texts[$"Mine{registration.State}", entry.Summary]
                : Title(edition.State, entry.Summary),
            Description = string.Join("\n\n", new[] { entry.Description, join }.Where(part => !string.IsNullOrEmpty(part))),
        };
    }

    public string Title(EditionState state, string title) =>
        state is EditionState.Cancelled or EditionState.Postponed ? Texts[$"{state}", title] : title;
}
