using Hub.Core.Accounts;
using Hub.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

public static class AccountsSetup
{
    extension(IServiceCollection services)
    {
        public void AddAccounts()
        {
            services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
            services.AddIdentityCore<Account>(HubIdentity.Configure)
                .AddEntityFrameworkStores<HubDbContext>().AddSignInManager().AddDefaultTokenProviders();

            // Every door is shut unless its page says otherwise.
            services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        }
    }
}
