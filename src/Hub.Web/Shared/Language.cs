using Microsoft.AspNetCore.Diagnostics;

namespace Hub.Web.Shared;

/// <summary>The English pages mirror the French ones under the path base /en; the path base decides the culture.</summary>
public static class Language
{
    public const string EnglishBase = "/en";

    public static bool IsEnglish(this HttpRequest request) =>
        request.PathBase.Value?.EndsWith(EnglishBase, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The path base without the language: what static files are served from, so that both languages share them.</summary>
    public static string SiteBase(this HttpRequest request)
    {
        var path = request.PathBase.Value ?? "";
        return request.IsEnglish() ? path[..^EnglishBase.Length] : path;
    }

    /// <summary>This page in a language, as an absolute path with its query; on an error page, the page that was asked for.</summary>
    public static string PathIn(this HttpRequest request, bool english)
    {
        var asked = request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var query = asked is null ? request.QueryString.ToUriComponent() : asked.OriginalQueryString;

        // A path of two slashes would be another site's address.
        var path = "/" + (asked?.OriginalPath ?? request.Path.Value ?? "").TrimStart('/', '\\');
        return BaseIn(request, english).Add(path).ToUriComponent() + query;
    }

    /// <summary>This page in a language, as an absolute address without its query.</summary>
    /// <param name="origin">Where people reach the hub, whatever a request claims.</param>
    public static Uri AddressIn(this HttpRequest request, Uri origin, bool english) =>
        new(origin, BaseIn(request, english).Add(request.Path).ToUriComponent());

    private static PathString BaseIn(HttpRequest request, bool english) => new(request.SiteBase() + (english ? EnglishBase : ""));
}
