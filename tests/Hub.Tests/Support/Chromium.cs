using Hub.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Hub.Tests.Support;

/// <summary>One Chromium for the whole run, started when the first test asks for a window.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly SemaphoreSlim turn = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A person's own browser: no cookies of others, and a proxy in front that speaks https.</summary>
    /// <param name="zone">IANA zone of its clock.</param>
    /// <param name="touch">A phone: a finger and no mouse.</param>
    public async Task<IPage> OpenAsync(
        Uri origin, bool javaScript = true, ColorScheme scheme = ColorScheme.Light, int width = 1440, string zone = "Europe/Paris", bool touch = false)
    {
        var context = await (await BrowserAsync()).NewContextAsync(new()
        {
            BaseURL = origin.ToString(),
            Locale = "fr-FR",
            TimezoneId = zone,
            HasTouch = touch,
            IsMobile = touch,
            JavaScriptEnabled = javaScript,
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = 900 },
            ExtraHTTPHeaders = [new("X-Forwarded-Proto", "https")],
        });
        ClosedAfterwardsAttribute.Keep(context);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        turn.Dispose();
    }

    private async Task<IBrowser> BrowserAsync()
    {
        await turn.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        finally
        {
            turn.Release();
        }
    }
}
