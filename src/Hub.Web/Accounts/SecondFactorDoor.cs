using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Hub.Web.Accounts;

/// <summary>
/// Sends who came with a password alone to their account, where they add a passkey or an app. Pages that are open to
/// everybody stay so.
/// </summary>
public static class SecondFactorDoor
{
    private const string Account = "/compte";

    extension(WebApplication app)
    {
        public void UseSecondFactor() => app.Use(async (http, next) =>
        {
            if (http.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value.RequireSecondFactor && IsInNeed(http))
            {
                http.Response.Redirect($"{http.Request.PathBase}{Account}");
                return;
            }

            await next(http);
        });
    }

    /// <summary>Whether this request came with a password alone.</summary>
    internal static bool IsInNeed(this System.Security.Claims.ClaimsPrincipal person) => person.HasClaim(SignInMethods.Claim, SignInMethods.Password);

    private static bool IsInNeed(HttpContext http) =>
        http.User.IsInNeed() && http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && !http.Request.Path.StartsWithSegments(Account, StringComparison.Ordinal);
}
