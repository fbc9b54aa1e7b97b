using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Shared;

/// <summary>Light, dark, or what the device says. Whoever makes somebody else choose has done no harm, so the form needs no token and pages stay the same for all.</summary>
public static class AppearanceChoice
{
    private const string CookieName = "theme";
    private const string Device = "system";

    public static readonly IReadOnlyList<string> All = [Device, "light", "dark"];

    extension(HttpRequest request)
    {
        public string Appearance => request.Cookies[CookieName] is "light" or "dark" ? request.Cookies[CookieName]! : Device;
    }

    extension(IEndpointRouteBuilder routes)
    {
        public void MapAppearance() => routes.MapPost("/apparence", Choose).AllowAnonymous().DisableAntiforgery();
    }

    private static RedirectHttpResult Choose([FromForm(Name = "theme")] string? theme, [FromForm(Name = "retour")] string? back, HttpContext http)
    {
        CookieOptions options = new() { HttpOnly = true, IsEssential = true, MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps };
        if (theme is "light" or "dark")
        {
            http.Response.Cookies.Append(CookieName, theme, options);
        }
        else
        {
            http.Response.Cookies.Delete(CookieName, options);
        }

        // Back to the same place of the same page, and to no other site.
        var isHere = back is not null && Ascii.IsValid(back) && RedirectHttpResult.IsLocalUrl(back);
        return TypedResults.LocalRedirect(isHere ? $"{back!.Split('#')[0]}#apparence" : "~/");
    }
}
