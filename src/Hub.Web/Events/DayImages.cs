using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Events;

/// <summary>Serves the picture of a public day under a name that changes with it.</summary>
public static class DayImages
{
    public static string PathOf(string slug, string hash) => $"/journees/{slug}/image/{hash}";

    public static void MapDayImages(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/journees/{slug}/image/{hash}", [HttpMethods.Get, HttpMethods.Head], ReadAsync).AllowAnonymous();

    /// <summary>A draft's picture is shown to who knows its name: 256 bits, told on the draft's own page only.</summary>
    private static async Task<IResult> ReadAsync(string slug, string hash, HubDbContext db, HttpContext http, CancellationToken ct)
    {
        var days = db.Editions.Where(e => e.Slug == slug);
        var images = db.EditionImages.AsNoTracking().Where(i => i.Hash == hash && days.Any(e => e.Id == i.EditionId));
        return await images.SingleOrDefaultAsync(ct) is { } image ? ImageAnswer.Of(http, image.Content, image.MediaType, hash, ImageAnswer.Lasting) : TypedResults.NotFound();
    }
}
