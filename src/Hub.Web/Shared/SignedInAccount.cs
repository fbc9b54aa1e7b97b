using System.Security.Claims;

namespace Hub.Web.Shared;

public static class SignedInAccount
{
    extension(ClaimsPrincipal user)
    {
        /// <summary>The account that signed in; only for pages that nobody sees signed out.</summary>
        public Guid AccountId => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);
    }
}
