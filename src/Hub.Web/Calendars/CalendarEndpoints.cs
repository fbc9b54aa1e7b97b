using Hub.Core.Calendars;
using Hub.Core.Events;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Calendars;

/// <summary>What calendar programs read: for all the agenda, one day, its programme, one session, one person.</summary>
public static class CalendarEndpoints
{
    internal const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>Most entries of a calendar; programs choke on more.</summary>
    private const int MaxEntries = 1000;

    extension(IEndpointRouteBuilder routes)
    {
        public void MapCalendars()
        {
            routes.MapMethods("/agenda.ics", Feed.ReadMethods, AgendaAsync).AllowAnonymous();
            routes.MapMethods("/journees/{slug}.ics", Feed.ReadMethods, DayAsync).AllowAnonymous();
            routes.MapMethods("/journees/{slug}/programme.ics", Feed.ReadMethods, ProgrammeCalendars.ProgrammeAsync).AllowAnonymous();
            routes.MapMethods("/journees/{slug}/programme.csv", Feed.ReadMethods, ProgrammeFormats.CsvAsync).AllowAnonymous();
            routes.MapMethods("/journees/{slug}/schedule.json", Feed.ReadMethods, ProgrammeFormats.JsonAsync).AllowAnonymous();
            routes.MapMethods("/journees/{slug}/schedule.xml", Feed.ReadMethods, ProgrammeFormats.XmlAsync).AllowAnonymous();
            routes.MapMethods("/journees/{slug}/schedule.xcal", Feed.ReadMethods, ProgrammeCalendars.XCalAsync).AllowAnonymous();
            routes.MapMethods("/journees/{slug}/seances/{code}.ics", Feed.ReadMethods, ProgrammeCalendars.SessionAsync).AllowAnonymous();
            routes.MapMethods("/journees/{slug}/favoris/{link}.ics", Feed.ReadMethods, ProgrammeCalendars.FavouritesAsync).AllowAnonymous();
            routes.MapMethods("/inscriptions/{secret}/agenda.ics", Feed.ReadMethods, PersonalCalendar.ReadAsync).AllowAnonymous();
            routes.MapMethods("/intervenir/{secret}/agenda.ics", Feed.ReadMethods, SpeakerCalendar.ReadAsync).AllowAnonymous();
            routes.MapMethods("/organisation/journees/{id:guid}/programme/export.zip", Feed.ReadMethods, ProgrammeExport.ReadAsync).RequireAuthorization();
        }
    }

    private static async Task<IResult> AgendaAsync([AsParameters] CalendarRequest request, IStringLocalizer<SharedTexts> texts, CancellationToken ct)
    {
        var (filter, refusal) = await request.Http.Request.ReadAgendaFilterAsync(request.Db, request.Clock.GetUtcNow().UtcDateTime, texts, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        var editions = await filter.Apply(request.Db.Editions.AsNoTracking().Public).UpcomingAt(request.Since).Take(MaxEntries).ToListAsync(ct);
        var uidHost = await request.Host.ReadAsync(ct);
        Calendar calendar = new([.. editions.Select(e => request.Entry(e, uidHost))])
        {
            Name = request.Texts["AgendaName"],
            RefreshInterval = CalendarRequest.RefreshInterval,
            Source = request.Address($"/agenda.ics{filter.ToQuery()}"),
            Url = request.Address($"/agenda{filter.ToQuery()}"),
        };
        return Feed.Open(request.Http, CalendarWriter.WriteUtf8(calendar), ContentType, "agenda.ics", editions.Count == 0 ? null : editions.Max(e => e.RevisedAt));
    }

    private static async Task<IResult> DayAsync(string slug, [AsParameters] CalendarRequest request, CancellationToken ct)
    {
        if (await request.Db.Editions.AsNoTracking().Public.SingleOrDefaultAsync(e => e.Slug == slug, ct) is not { } edition)
        {
            return TypedResults.NotFound();
        }

        Calendar calendar = new([request.Entry(edition, await request.Host.ReadAsync(ct))])
        {
            RefreshInterval = CalendarRequest.RefreshInterval,
            Source = request.Address($"/journees/{slug}.ics"),
        };
        return Feed.Open(request.Http, CalendarWriter.WriteUtf8(calendar), ContentType, $"{slug}.ics", edition.RevisedAt);
    }
}
