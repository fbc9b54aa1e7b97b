using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Calendars;

/// <summary>The published sessions of somebody who speaks or moderates, and their turns on stage, under a secret of its own that opens nothing else.</summary>
internal static class SpeakerCalendar
{
    public static async Task<IResult> ReadAsync(string secret, [AsParameters] CalendarRequest request, CancellationToken ct)
    {
        var hash = Tokens.Hash(secret);
        if (secret.Length != Tokens.Length || await request.Db.SpeakerInvitations.AsNoTracking().SingleOrDefaultAsync(i => i.FeedHash == hash, ct) is not { } invitation)
        {
            return TypedResults.NotFound();
        }

        var edition = await request.Db.Editions.AsNoTracking().SingleAsync(e => e.Id == invitation.EditionId, ct);
        Calendar calendar = new(await EntriesAsync(request, invitation, edition, ct))
        {
            Name = request.Texts["SpeakerName", edition.Title],
            RefreshInterval = CalendarRequest.RefreshInterval,
            Url = edition.IsPublic ? request.Address($"/journees/{edition.Slug}") : null,
        };
        return Feed.Private(request.Http, CalendarWriter.WriteUtf8(calendar), CalendarEndpoints.ContentType, "agenda.ics");
    }

    /// <summary>None for who does not come, nor before the day is public. A session that left the programme stays for a while, as cancelled.</summary>
    private static async Task<List<CalendarEntry>> EntriesAsync(CalendarRequest request, SpeakerInvitation invitation, Edition edition, CancellationToken ct)
    {
        if (!invitation.IsActive || !edition.IsPublic)
        {
            return [];
        }

        var all = await request.Db.Set<Session>().AsNoTracking().Where(s => s.EditionId == edition.Id && (s.RemovedAt == null || s.RemovedAt > request.Since)).ToListAsync(ct);
        var rooms = await request.Db.Rooms.AsNoTracking().Where(r => r.EditionId == edition.Id).ToDictionaryAsync(r => r.Id, ct);
        var uidHost = await request.Host.ReadAsync(ct);
        var calls = await StageCall.ReadAsync(request.Db, edition, invitation.Name, ct);
        return
        [
            .. all.Where(s => s.Facts.PeopleNames.Any(p => p.Name == invitation.Name)).OrderBy(s => s.StartsAt).ThenBy(s => s.Id)
                .Select(s => request.Entry(s, edition, s.RoomId is { } room ? rooms.GetValueOrDefault(room) : null, uidHost)),
            .. calls.SelectMany(c => c.Order.EntriesOf(invitation.Name, request.Entry(c.Session, edition, c.Room, uidHost), uidHost)),
        ];
    }
}
