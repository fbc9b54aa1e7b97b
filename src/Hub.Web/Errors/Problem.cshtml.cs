using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hub.Web.Errors;

/// <summary>Says what went wrong and where to go. Also answers a form's failed POST, hence no form token.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ProblemModel : PageModel
{
    /// <summary>The first word of the texts' names in SharedTexts.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What the log calls this request; shown for our own failures only.</summary>
    public string? Reference { get; private set; }

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        // From the route itself: binding would first read a form, perhaps the very one that was malformed.
        var code = int.TryParse(RouteData.Values["code"] as string, CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        if (Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            // Every failure of ours leads to one address; which it was is known already.
            code = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = "120";
        }

        Response.StatusCode = code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
        Key = Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => "Forbidden",
            StatusCodes.Status404NotFound => "NotFound",
            StatusCodes.Status410Gone => "Gone",
            StatusCodes.Status413PayloadTooLarge => "TooLarge",
            StatusCodes.Status429TooManyRequests => "TooMany",
            StatusCodes.Status503ServiceUnavailable => "Unavailable",
            < 500 => "BadRequest",
            _ => "ServerError",
        };
        Reference = Response.StatusCode >= 500 ? HttpContext.TraceIdentifier : null;
    }
}
