using Hub.Core.Accounts;
using Hub.Core.Data;
using Hub.Core.Notifications;
using Hub.Core.Recurring;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Hub.Web.Accounts;

public static class AccountsSetup
{
    /// <summary>Of PBKDF2 with SHA-512 (OWASP asks for 210,000); an older hash is made anew when its owner signs in.</summary>
    public const int HashIterations = 210_000;

    extension(IServiceCollection services)
    {
        public void AddAccounts()
        {
            services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
            services.AddIdentityCore<Account>(HubIdentity.Configure)
                .AddEntityFrameworkStores<HubDbContext>().AddSignInManager().AddDefaultTokenProviders()
                .AddPasswordValidator<PasswordRules>().AddTokenProvider<ShortLivedTokens>(ShortLivedTokens.Name);
            services.AddOptions<AccountOptions>().BindConfiguration("Accounts");
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);

            // Names are addresses, and addresses know more characters than Identity's list.
            services.Configure<IdentityOptions>(options => options.User.AllowedUserNameCharacters = "");
            services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = OneTimeLink.Lifespan);
            services.AddSingleton<NobodysPassword>().AddSingleton<SessionStore>().AddRecurring<SessionPurge>();
            services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IHostEnvironment, SessionStore>(ShapeSession);
            services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme).Configure<IHostEnvironment>((options, environment) =>
            {
                Shape(options.Cookie, "hub-connexion", environment);
                options.SlidingExpiration = false;
            });
            services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<HubOptions>>((options, hub) =>
            {
                // The origin the browser signed, not the header it sends: a page that tells no other site its address sends « null ».
                var origin = hub.Value.PublicOrigin;
                options.ServerDomain = origin.Host;
                options.ValidateOrigin = told => ValueTask.FromResult(!told.CrossOrigin && Uri.TryCreate(told.Origin, UriKind.Absolute, out var signed) && signed.GetLeftPart(UriPartial.Authority) == origin.GetLeftPart(UriPartial.Authority));

                // Two factors in one: the device, and the finger, face or code that unlocks it. No address is typed, so the device must know it.
                (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required");
            });
            services.AddScoped<OneTimeLink>().AddScoped<SecondFactor>().AddScoped<Guesses>().AddScoped<FreshSignIn>().AddScoped<Entrance>().AddScoped<AccountOffice>().AddScoped<AddressChanges>();
            services.AddScoped<IMailComposer, InvitationComposer>().AddScoped<IMailComposer, NewPasswordComposer>().AddScoped<IMailComposer, AddressChangeComposer>();

            // Every door is shut unless its page says otherwise.
            services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        }
    }

    private static void ShapeSession(CookieAuthenticationOptions options, IHostEnvironment environment, SessionStore sessions)
    {
        Shape(options.Cookie, "hub", environment);
        options.LoginPath = "/connexion";
        options.LogoutPath = "/deconnexion";

        // The store knows at every request whether the session still stands, so nothing else asks.
        options.SessionStore = sessions;
        options.Events.OnValidatePrincipal = _ => Task.CompletedTask;
        options.ExpireTimeSpan = AccountSession.Longest;
        options.SlidingExpiration = false;
    }

    /// <summary>Browsers keep a __Host- cookie only over https, and developers work without.</summary>
    private static void Shape(CookieBuilder cookie, string name, IHostEnvironment environment)
    {
        (cookie.Name, cookie.SecurePolicy) = environment.IsDevelopment() ? (name, CookieSecurePolicy.SameAsRequest) : ($"__Host-{name}", CookieSecurePolicy.Always);
        (cookie.HttpOnly, cookie.SameSite, cookie.Path) = (true, SameSiteMode.Lax, "/");
    }
}
