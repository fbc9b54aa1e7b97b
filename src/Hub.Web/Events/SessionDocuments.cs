using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Events;

/// <summary>Gives everybody what was shown in a session, once it is over.</summary>
public static class SessionDocuments
{
    public static void MapSessionDocuments(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/journees/{slug}/documents/{file:guid}", Feed.ReadMethods, ReadAsync).AllowAnonymous();

    extension(HttpContext http)
    {
        public IResult Download(SessionFile file) => http.Download(file.Content, file.MediaType, file.FileName, $"{file.Id:N}");
    }

    private static async Task<IResult> ReadAsync(string slug, Guid file, HubDbContext db, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var days = db.Editions.Public.Where(e => e.Slug == slug);
        var over = db.Sessions.Where(s => s.EndsAt <= now && days.Any(e => e.Id == s.EditionId));
        var found = db.SessionFiles.AsNoTracking().Where(f => f.Id == file && over.Any(s => s.Id == f.SessionId && s.EditionId == f.EditionId));
        http.Response.Headers.CacheControl = "no-cache";
        return await found.SingleOrDefaultAsync(ct) is { } document && await IsShownAsync(document, db, ct) ? http.Download(document) : TypedResults.NotFound();
    }

    /// <summary>What belongs to a turn is everybody's as long as the turn is.</summary>
    private static async Task<bool> IsShownAsync(SessionFile file, HubDbContext db, CancellationToken ct) =>
        file.SlotId is not { } turn || (await db.RunningOrders.AsNoTracking().SingleOrDefaultAsync(o => o.SessionId == file.SessionId && o.AnnouncedAt != null, ct))?.Find(turn) is not null;
}
