using Hub.Core.Accounts;
using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.AspNetCore.Authentication.Cookies;
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

            // Names are addresses, and addresses know more characters than Identity's list.
            services.Configure<IdentityOptions>(options => options.User.AllowedUserNameCharacters = "");
            services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = OneTimeLink.Lifespan);

            // An account that is removed, or whose password changes, is out at its next request.
            services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero);
            services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IHostEnvironment>(ShapeCookie);
            services.AddScoped<OneTimeLink>().AddScoped<IMailComposer, InvitationComposer>();

            // Every door is shut unless its page says otherwise.
            services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        }
    }

    private static void ShapeCookie(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        // Browsers keep a __Host- cookie only over https, and developers work without.
        options.Cookie.Name = environment.IsDevelopment() ? "hub" : "__Host-hub";
        options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";
        options.LoginPath = "/connexion";
        options.LogoutPath = "/deconnexion";

        // A working day.
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
    }
}
