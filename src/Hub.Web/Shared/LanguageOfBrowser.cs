using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Hub.Web.Shared;

/// <summary>
/// Somebody who comes to the very front door from elsewhere, with a browser that would rather read English than French,
/// is led to the English door. No other address ever redirects by language, and a link of this site is always taken at its word.
/// </summary>
public static class LanguageOfBrowser
{
    public static IApplicationBuilder UseLanguageOfBrowser(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Path != "/" || request.IsEnglish() || !HttpMethods.IsGet(request.Method))
        {
            return next();
        }

        response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage, "Sec-Fetch-Site");
        if (request.Headers["Sec-Fetch-Site"] == "same-origin" || !PrefersEnglish(request))
        {
            return next();
        }

        response.Redirect(request.PathIn(english: true));
        return Task.CompletedTask;
    });

    private static bool PrefersEnglish(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => $"{l.Value}").ToList();
        return wanted.Find(l => Is(l, "fr") || Is(l, "en")) is { } first && Is(first, "en");
    }

    private static bool Is(string tag, string language) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", true, CultureInfo.InvariantCulture);
}
