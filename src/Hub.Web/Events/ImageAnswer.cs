using Microsoft.Net.Http.Headers;

namespace Hub.Web.Events;

/// <summary>A picture that people sent, under a name that changes with it: a browser runs nothing of it.</summary>
internal static class ImageAnswer
{
    private static readonly string[] MediaTypes = ["image/jpeg", "image/png", "image/webp"];

    /// <summary>It changes by its name alone.</summary>
    public const string Lasting = "public, max-age=31536000, immutable";

    /// <summary>Whoever it shows may want it gone.</summary>
    public const string Recallable = "public, max-age=300";

    public static IResult Of(HttpContext http, byte[] content, string mediaType, string hash, string caching)
    {
        if (!MediaTypes.Contains(mediaType, StringComparer.Ordinal))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = caching;
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.Bytes(content, mediaType, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }
}
