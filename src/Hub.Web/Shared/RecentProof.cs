using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hub.Web.Shared;

/// <summary>Asks once more who somebody is before an act that a stranger at an open desk must not do (ASVS 5.0, 7.5.3).</summary>
public static class RecentProof
{
    public static readonly TimeSpan ToOpen = TimeSpan.FromMinutes(30);

    /// <summary>A form that was open in time is not lost.</summary>
    public static readonly TimeSpan ToSend = TimeSpan.FromMinutes(60);

    /// <returns>Where to prove it; null when that was lately enough.</returns>
    public static async Task<IActionResult?> AskForProofAsync(this PageModel page)
    {
        var http = page.HttpContext;
        var proved = (await http.AuthenticateAsync()).Properties?.IssuedUtc;
        var age = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - proved;
        return age < (HttpMethods.IsPost(http.Request.Method) ? ToSend : ToOpen)
            ? null
            : page.RedirectToPage("/Accounts/Proof", new { ReturnUrl = $"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}" });
    }
}
