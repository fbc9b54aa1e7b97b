using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hub.Core.Data;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Hub.Web.Shared;

/// <summary>What frames every page: pages by folder, two languages, headers, error pages, static files.</summary>
public static class ShellSetup
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddScoped<AdministratorDesk>().AddScoped<PersonalDataFile>();
        services.AddLocalization();
        services.AddRazorPages()
            .WithRazorPagesAtContentRoot()
            .AddRazorPagesOptions(options => options.Conventions.AddPageRoute("/Events/Agenda", "/"))
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = FolderTexts.For)
            .AddMvcOptions(options =>
            {
                options.ModelMetadataDetailsProviders.Add(new ErrorWords());

                // More than a form and an address can carry together: those have limits that are answered with 400, this one throws.
                options.MaxModelBindingCollectionSize = 4096;
                options.Filters.Add<RefuseUnstorableText>();
                options.Filters.Add<RefuseUnknownHandler>();
            });
        services.AddSingleton<IConfigureOptions<MvcOptions>, BindingWords>();
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(o =>
        {
            o.SuppressXFrameOptionsHeader = true;
            (o.Cookie.Name, o.Cookie.Path, o.Cookie.SecurePolicy) = ("hub-formulaire", "/", CookieSecurePolicy.SameAsRequest);
        });
        services.Configure<CookieTempDataProviderOptions>(o => (o.Cookie.Name, o.Cookie.Path, o.Cookie.SecurePolicy) = ("hub-message", "/", CookieSecurePolicy.SameAsRequest));
        services.Configure<KestrelServerOptions>(o => (o.AddServerHeader, o.Limits.MaxRequestBodySize) = (false, RequestSize.MostWithFile));
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.DefaultRequestCulture = new RequestCulture(French);
            o.SupportedCultures = o.SupportedUICultures = [French, English];
            o.ApplyCurrentCultureToResponseHeaders = true;
            o.RequestCultureProviders = [new CustomRequestCultureProvider(CultureOfPath)];
        });
        return services;
    }

    /// <summary>First in the pipeline. Routing comes after the language has left the path.</summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UsePathBase(Language.EnglishBase);
        app.UseRequestLocalization();
        app.UseLanguageOfBrowser();
        var database = app.Services.GetRequiredService<IDatabaseProvider>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/erreur/500",
            StatusCodeSelector = exception => database.IsUnavailable(exception) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        app.UseRequestSize();
        app.UseRouting();
        return app;
    }

    public static WebApplication MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapAppearance();

        // Without it, an address that is nobody's would ask a stranger to sign in.
        app.MapFallback("{*path}", () => TypedResults.NotFound()).AllowAnonymous();
        return app;
    }

    private static Task<ProviderCultureResult?> CultureOfPath(HttpContext context) =>
        Task.FromResult<ProviderCultureResult?>(new((context.Request.IsEnglish() ? English : French).Name));
}
