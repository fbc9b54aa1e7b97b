using Hub.Core.Calendars;
using Hub.Core.Events;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Calendars;

/// <summary>The sessions of a public day. One that left the programme stays for a while, as cancelled.</summary>
internal static class ProgrammeCalendars
{
    public static Task<IResult> ProgrammeAsync(string slug, [AsParameters] CalendarRequest request, CancellationToken ct) =>
        AnswerAsync(slug, request, CalendarWriter.WriteUtf8, CalendarEndpoints.ContentType, "programme.ics", $"{slug}-programme.ics", ct);

    public static Task<IResult> XCalAsync(string slug, [AsParameters] CalendarRequest request, CancellationToken ct) =>
        AnswerAsync(slug, request, XCalWriter.WriteUtf8, $"{XCalWriter.MediaType}; charset=utf-8", "schedule.xcal", $"{slug}-schedule.xcal", ct);

    private static async Task<IResult> AnswerAsync(
        string slug, CalendarRequest request, Func<Calendar, byte[]> write, string type, string address, string fileName, CancellationToken ct)
    {
        if (await FindAsync(request, slug, ct) is not { } edition)
        {
            return TypedResults.NotFound();
        }

        var removed = request.Db.RemovedSessions.AsNoTracking().Where(s => s.EditionId == edition.Id && s.RemovedAt > request.Since);
        var sessions = await request.Db.Sessions.AsNoTracking().Where(s => s.EditionId == edition.Id).Concat(removed).ToListAsync(ct);
        var frame = Frame(request, edition, await EntriesAsync(request, edition, sessions, ct)) with { Source = request.Address($"/journees/{slug}/{address}") };

        // A room may change its name, and a session fall out of memory: no date tells, the tag does.
        return Feed.Open(request.Http, write(frame), type, fileName, changedAt: null);
    }

    /// <summary>What is only drafted: nobody follows it.</summary>
    public static async Task<byte[]> DraftAsync(CalendarRequest request, Edition edition, IReadOnlyList<Room> rooms, IReadOnlyList<Session> sessions, CancellationToken ct) =>
        CalendarWriter.WriteUtf8(Frame(request, edition, Entries(request, edition, rooms.ToDictionary(r => r.Id), sessions, await request.Host.ReadAsync(ct))) with { RefreshInterval = null });

    private static Calendar Frame(CalendarRequest request, Edition edition, IReadOnlyList<CalendarEntry> entries) => new(entries)
    {
        Name = request.Texts["ProgrammeName", edition.Title],
        RefreshInterval = CalendarRequest.RefreshInterval,
        Url = request.Address($"/journees/{edition.Slug}"),
    };

    public static async Task<IResult> SessionAsync(string slug, string code, [AsParameters] CalendarRequest request, CancellationToken ct)
    {
        if (await FindAsync(request, slug, ct) is not { } edition)
        {
            return TypedResults.NotFound();
        }

        var mine = request.Db.Set<Session>().AsNoTracking().Where(s => s.EditionId == edition.Id && s.Code == code);
        if (await mine.SingleOrDefaultAsync(s => s.RemovedAt == null || s.RemovedAt > request.Since, ct) is not { } session)
        {
            return TypedResults.NotFound();
        }

        Calendar frame = new([])
        {
            RefreshInterval = CalendarRequest.RefreshInterval,
            Source = request.Address($"/journees/{slug}/seances/{code}.ics"),
        };
        return await AnswerAsync(request, edition, [session], $"{slug}-{code}.ics", frame, ct);
    }

    /// <summary>What somebody kept, as the link says; a session that left the programme stays for a while, as cancelled.</summary>
    public static async Task<IResult> FavouritesAsync(
        string slug, string link, FavouriteLinks links, [AsParameters] CalendarRequest request, CancellationToken ct)
    {
        if (await FindAsync(request, slug, ct) is not { } edition || links.Read(edition, link) is not { } codes)
        {
            return TypedResults.NotFound();
        }

        var kept = request.Db.Set<Session>().AsNoTracking().Where(s => s.EditionId == edition.Id && codes.Contains(s.Code));
        var sessions = await kept.Where(s => s.RemovedAt == null || s.RemovedAt > request.Since).ToListAsync(ct);
        Calendar frame = new(await EntriesAsync(request, edition, sessions, ct))
        {
            Name = request.Texts["FavouritesName", edition.Title],
            RefreshInterval = CalendarRequest.RefreshInterval,
            Url = request.Address($"/journees/{slug}"),
        };
        return Feed.Private(request.Http, CalendarWriter.WriteUtf8(frame), CalendarEndpoints.ContentType, $"{slug}-favoris.ics");
    }

    public static Task<Edition?> FindAsync(CalendarRequest request, string slug, CancellationToken ct) =>
        request.Db.Editions.AsNoTracking().Public.SingleOrDefaultAsync(e => e.Slug == slug, ct);

    private static async Task<FileContentHttpResult> AnswerAsync(
        CalendarRequest request, Edition edition, IReadOnlyList<Session> sessions, string fileName, Calendar frame, CancellationToken ct)
    {
        var content = CalendarWriter.WriteUtf8(frame with { Entries = await EntriesAsync(request, edition, sessions, ct) });

        // A room may change its name, and a session fall out of memory: no date tells, the tag does.
        return Feed.Open(request.Http, content, CalendarEndpoints.ContentType, fileName, changedAt: null);
    }

    private static async Task<List<CalendarEntry>> EntriesAsync(CalendarRequest request, Edition edition, IReadOnlyList<Session> sessions, CancellationToken ct)
    {
        var rooms = await request.Db.Rooms.AsNoTracking().Where(r => r.EditionId == edition.Id).ToDictionaryAsync(r => r.Id, ct);
        return Entries(request, edition, rooms, sessions, await request.Host.ReadAsync(ct));
    }

    private static List<CalendarEntry> Entries(CalendarRequest request, Edition edition, Dictionary<Guid, Room> rooms, IReadOnlyList<Session> sessions, string uidHost) =>
        [.. sessions.OrderBy(s => s.StartsAt).ThenBy(s => s.Id)
            .Select(s => request.Entry(s, edition, s.RoomId is { } room ? rooms.GetValueOrDefault(room) : null, uidHost))];
}
