using Hub.Core.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>What a browser needs before it can make a passkey, or use one (WebAuthn level 3, sections 5.4 and 5.5).</summary>
public static class PasskeyEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapPasskeys()
        {
            routes.MapPost("/compte/cles/options", CreateAsync).RequireAuthorization();
            routes.MapPost("/connexion/options", RequestAsync).AllowAnonymous();
        }
    }

    private static async Task<Results<ContentHttpResult, BadRequest>> CreateAsync(HttpContext http, SignInManager<Account> signIn, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http) || await signIn.UserManager.GetUserAsync(http.User) is not { } account)
        {
            return TypedResults.BadRequest();
        }

        PasskeyUserEntity who = new() { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.Email! };
        return TypedResults.Content(await signIn.MakePasskeyCreationOptionsAsync(who), "application/json");
    }

    /// <summary>Asked without an address: keys named for one would tell that it has an account.</summary>
    private static async Task<Results<ContentHttpResult, BadRequest>> RequestAsync(HttpContext http, SignInManager<Account> signIn, IAntiforgery antiforgery) =>
        await antiforgery.IsRequestValidAsync(http)
            ? TypedResults.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json")
            : TypedResults.BadRequest();
}
