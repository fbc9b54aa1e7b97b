using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Calendars;

/// <summary>The programme of a public day for apps of conferences, screens in halls and spreadsheets.</summary>
internal static class ProgrammeFormats
{
    public static Task<IResult> JsonAsync(string slug, [AsParameters] CalendarRequest request, CancellationToken ct) => AnswerAsync(
        request, slug, ScheduleJson.WriteUtf8, "application/json; charset=utf-8", $"{slug}-schedule.json", ct);

    public static Task<IResult> XmlAsync(string slug, [AsParameters] CalendarRequest request, CancellationToken ct) => AnswerAsync(
        request, slug, ScheduleXml.WriteUtf8, $"{ScheduleXml.MediaType}; charset=utf-8", $"{slug}-schedule.xml", ct);

    public static Task<IResult> CsvAsync(string slug, [AsParameters] CalendarRequest request, CancellationToken ct) => AnswerAsync(
        request, slug, schedule => ProgrammeCsv.Write(schedule, request.Texts), "text/csv; charset=utf-8", $"{slug}-programme.csv", ct);

    private static async Task<IResult> AnswerAsync(
        CalendarRequest request, string slug, Func<Schedule, byte[]> write, string type, string fileName, CancellationToken ct)
    {
        if (await ProgrammeCalendars.FindAsync(request, slug, ct) is not { } edition)
        {
            return TypedResults.NotFound();
        }

        // A room may change its name: no date tells, the tag does.
        return Feed.Open(request.Http, write(await ReadAsync(request, edition, ct)), type, fileName, changedAt: null);
    }

    private static async Task<Schedule> ReadAsync(CalendarRequest request, Edition edition, CancellationToken ct)
    {
        var rooms = await request.Db.Rooms.AsNoTracking().Where(r => r.EditionId == edition.Id).OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(ct);
        return await BuildAsync(request, edition, rooms, await request.Db.Set<Session>().AsNoTracking().Where(s => s.EditionId == edition.Id).ToListAsync(ct), ct);
    }

    /// <summary>The programme as it stands, or as it may once stand.</summary>
    public static async Task<Schedule> BuildAsync(CalendarRequest request, Edition edition, IReadOnlyList<Room> rooms, IReadOnlyList<Session> sessions, CancellationToken ct)
    {
        var organisation = await request.Db.Organisations.Where(o => o.Id == edition.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        ScheduleWords words = new(request.Title(edition.State, edition.Title), request.Texts["AllRooms"], kind => request.Texts[$"SessionKind.{kind}"]);
        ScheduleParts parts = new(edition, rooms, sessions, organisation, request.Hub.Value.PublicOrigin, request.Address($"/journees/{edition.Slug}"), words)
        {
            Themes = await request.Db.Themes.AsNoTracking().OrderBy(t => t.Position).ThenBy(t => t.Code).ToListAsync(ct),
        };
        return parts.Build();
    }
}
