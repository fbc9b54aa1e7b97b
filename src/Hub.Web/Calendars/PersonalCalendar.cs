using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Calendars;

/// <summary>
/// One person's day, under a secret of its own that opens nothing else. It names neither the person nor itself: files
/// of calendars are passed on.
/// </summary>
internal static class PersonalCalendar
{
    public static async Task<IResult> ReadAsync(string secret, [AsParameters] CalendarRequest request, CancellationToken ct)
    {
        var hash = Tokens.Hash(secret);
        if (secret.Length != Tokens.Length || await request.Db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.FeedHash == hash, ct) is not { } registration)
        {
            return TypedResults.NotFound();
        }

        var edition = await request.Db.Editions.AsNoTracking().SingleAsync(e => e.Id == registration.EditionId, ct);
        Calendar calendar = new([request.Entry(registration, edition, await request.Host.ReadAsync(ct))])
        {
            Name = request.Texts["MineName", edition.Title],
            RefreshInterval = CalendarRequest.RefreshInterval,
            Url = request.Address($"/journees/{edition.Slug}"),
        };
        return Feed.Private(request.Http, CalendarWriter.WriteUtf8(calendar), CalendarEndpoints.ContentType, "agenda.ics");
    }
}
