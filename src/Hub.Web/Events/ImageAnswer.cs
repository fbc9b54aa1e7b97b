using Microsoft.Net.Http.Headers;

namespace Hub.Web.Events;

/// <summary>A picture that people sent, under a name that changes with it: caches keep it, and a browser runs nothing of it.</summary>
internal static class ImageAnswer
{
    private static readonly string[] MediaTypes = ["image/jpeg", "image/png", "image/webp"];

    public static IResult Of(HttpContext http, byte[] content, string mediaType, string hash)
    {
        if (!MediaTypes.Contains(mediaType, StringComparer.Ordinal))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.Bytes(content, mediaType, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }
}
