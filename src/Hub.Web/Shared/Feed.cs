using System.Security.Cryptography;
using Hub.Core.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Hub.Web.Shared;

/// <summary>What programs fetch again and again: they hear from the tag that nothing changed (RFC 9110, section 13.1.2).</summary>
public static class Feed
{
    public static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    private const string MaxAge = "max-age=300";

    /// <summary>For anybody, and for the scripts of any site.</summary>
    /// <param name="fileName">Plain ASCII, as slugs are.</param>
    /// <param name="changedAt">UTC; null when nothing tells.</param>
    public static FileContentHttpResult Open(HttpContext http, byte[] content, string type, string fileName, DateTime? changedAt)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.CacheControl = $"public, {MaxAge}";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return Answer(http, content, type, fileName, changedAt);
    }

    /// <summary>For who has the secret address, which is told to no other site and to no search engine.</summary>
    public static FileContentHttpResult Private(HttpContext http, byte[] content, string type, string fileName)
    {
        http.Response.Headers.CacheControl = $"private, {MaxAge}";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return Answer(http, content, type, fileName, changedAt: null);
    }

    /// <summary>In the language of the request: English lives under <c>/en</c>.</summary>
    public static Uri Address(HttpContext http, HubOptions hub, string path) => new(hub.PublicOrigin, http.Request.PathBase + path);

    private static FileContentHttpResult Answer(HttpContext http, byte[] content, string type, string fileName, DateTime? changedAt)
    {
        http.Response.Headers.ContentDisposition = $"inline; filename={fileName}";
        return TypedResults.Bytes(
            content,
            type,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\""),
            lastModified: changedAt is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null);
    }
}
