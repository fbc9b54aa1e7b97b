using Hub.Core.Registrations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Privacy;

/// <summary>A page behind the link that proves an address.</summary>
public abstract class SpacePage(PersonalSpace space) : PageModel
{
    /// <summary>In the address.</summary>
    public string Secret => RouteData.Values["secret"] as string ?? "";

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    protected bool IsOpen => space.Open(Secret) is not null;

    /// <returns>As last typed; null when the link opens nothing, or no more.</returns>
    protected async Task<string?> FindAddressAsync() =>
        space.Open(Secret) is { } mine ? await mine.OrderByDescending(r => r.AskedAt).Select(r => r.Email).FirstOrDefaultAsync(Aborted) : null;

    protected StatusCodeResult Gone() => StatusCode(StatusCodes.Status410Gone);
}
