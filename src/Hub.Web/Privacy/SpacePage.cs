using Hub.Core.Registrations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hub.Web.Privacy;

/// <summary>A page behind the link that proves an address.</summary>
public abstract class SpacePage(PersonalSpace space) : PageModel
{
    /// <summary>In the address.</summary>
    public string Secret => RouteData.Values["secret"] as string ?? "";

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    protected bool IsOpen => space.Open(Secret) is not null;

    /// <inheritdoc cref="PersonalSpace.FindAddressAsync"/>
    protected Task<string?> FindAddressAsync() => space.FindAddressAsync(Secret, Aborted);

    protected StatusCodeResult Gone() => StatusCode(StatusCodes.Status410Gone);
}
