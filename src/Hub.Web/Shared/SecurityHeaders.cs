namespace Hub.Web.Shared;

/// <summary>Gives every response, static files and errors included, the headers a browser needs to distrust all else.</summary>
public static class SecurityHeaders
{
    /// <summary>Style attributes are allowed: a slot of the programme carries its place as custom properties.</summary>
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly KeyValuePair<string, string>[] Headers =
    [
        new("Content-Security-Policy", ContentPolicy),
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
        new("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("X-Frame-Options", "DENY"),
    ];

    /// <summary>A year, and neighbours as well (RFC 6797). A developer's localhost must stay reachable without.</summary>
    private const string OnlyOverHttps = "max-age=31536000; includeSubDomains";

    /// <summary>Written as the response starts, since an error clears what was set before it; a page's own value stands.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            foreach (var (name, value) in Headers)
            {
                context.Response.Headers.TryAdd(name, value);
            }

            // A page for somebody signed in names them at least.
            if (context.User.Identity is { IsAuthenticated: true })
            {
                context.Response.Headers.TryAdd("Cache-Control", "no-store");
            }

            if (context.Request.IsHttps && !app.Environment.IsDevelopment())
            {
                context.Response.Headers.StrictTransportSecurity = OnlyOverHttps;
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}
