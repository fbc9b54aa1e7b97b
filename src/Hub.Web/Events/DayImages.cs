using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Hub.Web.Events;

/// <summary>Serves the picture of a public day under a name that changes with it.</summary>
public static class DayImages
{
    private static readonly string[] MediaTypes = ["image/jpeg", "image/png", "image/webp"];

    public static string PathOf(string slug, string hash) => $"/journees/{slug}/image/{hash}";

    public static void MapDayImages(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/journees/{slug}/image/{hash}", [HttpMethods.Get, HttpMethods.Head], ReadAsync).AllowAnonymous();

    /// <summary>A draft's picture is shown to who knows its name: 256 bits, told on the draft's own page only.</summary>
    private static async Task<IResult> ReadAsync(string slug, string hash, HubDbContext db, HttpContext http, CancellationToken ct)
    {
        var days = db.Editions.Where(e => e.Slug == slug);
        var images = db.EditionImages.AsNoTracking().Where(i => i.Hash == hash && days.Any(e => e.Id == i.EditionId));
        if (await images.SingleOrDefaultAsync(ct) is not { } image || !MediaTypes.Contains(image.MediaType, StringComparer.Ordinal))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.Bytes(image.Content, image.MediaType, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }
}
