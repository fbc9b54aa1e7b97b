using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Calendars;

/// <summary>The draft of a programme with all that organisers wrote into it, for whoever may write it.</summary>
internal static class ProgrammeExport
{
    public static async Task<IResult> ReadAsync(Guid id, [AsParameters] CalendarRequest request, CancellationToken ct)
    {
        if (await request.Db.EditionsEditedBy(request.Http.User.AccountId).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } edition)
        {
            return TypedResults.NotFound();
        }

        var plan = (await request.Db.DraftOfAsync(id, ct)).Plan;
        var (rooms, sessions) = (plan.RoomsOf(edition), plan.SessionsOf(edition));
        var schedule = await ProgrammeFormats.BuildAsync(request, edition, rooms, sessions, ct);
        Dictionary<string, byte[]> beside = new(StringComparer.Ordinal)
        {
            ["schedule.json"] = ScheduleJson.WriteUtf8(schedule),
            ["schedule.xml"] = ScheduleXml.WriteUtf8(schedule),
            ["programme.csv"] = ProgrammeCsv.Write(schedule, request.Texts),
            ["programme.ics"] = await ProgrammeCalendars.DraftAsync(request, edition, rooms, sessions, ct),
        };
        request.Http.Response.Headers.CacheControl = "no-store";
        var orders = await request.Db.RunningOrders.AsNoTracking().Where(o => o.EditionId == id).ToListAsync(ct);
        var file = ProgrammeArchive.Write(edition, plan, orders.Where(o => plan.Find(o.SessionId) is not null), beside, request.Clock.GetUtcNow().UtcDateTime);
        return TypedResults.File(file, "application/zip", $"{edition.Slug}-programme.zip");
    }
}
