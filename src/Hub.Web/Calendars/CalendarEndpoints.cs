using System.Security.Cryptography;
using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Hub.Web.Calendars;

/// <summary>The feeds that calendar programs read.</summary>
public static class CalendarEndpoints
{
    /// <summary>Most entries of a feed; programs choke on more.</summary>
    private const int MaxEntries = 1000;

    /// <summary>How long a past or cancelled day stays, so that every subscriber has heard of it.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    private static readonly TimeSpan RefreshInterval = TimeSpan.FromHours(4);
    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    extension(IEndpointRouteBuilder routes)
    {
        public void MapCalendars()
        {
            routes.MapMethods("/agenda.ics", ReadMethods, AgendaAsync).AllowAnonymous();
            routes.MapMethods("/journees/{slug}.ics", ReadMethods, DayAsync).AllowAnonymous();
        }
    }

    private static async Task<IResult> AgendaAsync(
        HubDbContext db, CalendarHost host, IOptions<HubOptions> hub, IStringLocalizer<CalendarTexts> texts, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var since = clock.GetUtcNow().UtcDateTime - Memory;
        var editions = await db.Editions.AsNoTracking().Public.UpcomingAt(since).Take(MaxEntries).ToListAsync(ct);
        var uidHost = await host.ReadAsync(ct);
        return Stream(http, "agenda.ics", editions, new([.. editions.Select(e => Entry(e, uidHost, hub.Value, http, texts))])
        {
            Name = texts["AgendaName"],
            RefreshInterval = RefreshInterval,
            Source = Address(hub.Value, http, "/agenda.ics"),
            Url = Address(hub.Value, http, "/agenda"),
        });
    }

    private static async Task<IResult> DayAsync(
        string slug, HubDbContext db, CalendarHost host, IOptions<HubOptions> hub, IStringLocalizer<CalendarTexts> texts, HttpContext http, CancellationToken ct)
    {
        if (await db.Editions.AsNoTracking().Public.SingleOrDefaultAsync(e => e.Slug == slug, ct) is not { } edition)
        {
            return TypedResults.NotFound();
        }

        return Stream(http, $"{slug}.ics", [edition], new([Entry(edition, await host.ReadAsync(ct), hub.Value, http, texts)])
        {
            RefreshInterval = RefreshInterval,
            Source = Address(hub.Value, http, $"/journees/{slug}.ics"),
        });
    }

    /// <summary>Many programs show a title and no status: the title says it too.</summary>
    private static CalendarEntry Entry(Edition edition, string uidHost, HubOptions hub, HttpContext http, IStringLocalizer<CalendarTexts> texts)
    {
        var entry = edition.ToCalendarEntry(uidHost, Address(hub, http, $"/journees/{edition.Slug}"));
        return edition.State is EditionState.Announced ? entry : entry with { Summary = texts[$"{edition.State}", edition.Title] };
    }

    /// <summary>Programs poll: the tag lets them hear that nothing changed (RFC 9110, section 13.1.2).</summary>
    private static FileContentHttpResult Stream(HttpContext http, string fileName, List<Edition> editions, Calendar calendar)
    {
        var content = CalendarWriter.WriteUtf8(calendar);
        http.Response.Headers.ContentDisposition = $"inline; filename={fileName}";
        http.Response.Headers.CacheControl = "public, max-age=300";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return TypedResults.Bytes(
            content,
            "text/calendar; charset=utf-8",
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\""),
            lastModified: editions.Count == 0 ? null : new DateTimeOffset(editions.Max(e => e.RevisedAt), TimeSpan.Zero));
    }

    /// <summary>In the language of the request: English lives under <c>/en</c>.</summary>
    private static Uri Address(HubOptions hub, HttpContext http, string path) => new(hub.PublicOrigin, http.Request.PathBase + path);
}
