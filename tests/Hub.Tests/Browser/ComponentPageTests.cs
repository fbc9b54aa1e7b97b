using Deque.AxeCore.Playwright;
using Hub.Tests.Support;
using Microsoft.Playwright;

namespace Hub.Tests.Browser;

/// <summary>Every component in every state, and the pages of the demo world, as a developer sees them.</summary>
public sealed class ComponentPageTests(Chromium chromium) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-components-").FullName;
    private HubProcess hub = null!;

    public async ValueTask InitializeAsync() => hub = await HubProcess.StartAsync(
        folder, TestContext.Current.CancellationToken, [new("ASPNETCORE_ENVIRONMENT", "Development"), new("Mail__Send", "false")]);

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440, "/dev/composants", "/agenda?vue=mois&periode=2027-03")]
    [InlineData(ColorScheme.Dark, 390, "/dev/composants", "/agenda?vue=mois&periode=2027-03")]
    [InlineData(ColorScheme.Dark, 1440, "/dev/composants", "/en/dev/composants")]
    [InlineData(ColorScheme.Light, 390, "/dev/composants", "/en/dev/composants")]
    public async Task Axe_finds_nothing(ColorScheme scheme, int width, params string[] pages)
    {
        List<string> trouble = [];
        var page = await chromium.OpenAsync(hub.Address, scheme: scheme, width: width);
        foreach (var address in pages)
        {
            await page.GotoAsync(address);
            trouble.AddRange((await page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"{address}: {v.Id} at {n.Target}")));
        }

        Assert.Empty(trouble);
    }

    [Fact]
    public async Task Nothing_scrolls_sideways_on_the_narrowest_screen()
    {
        List<string> wide = [];
        var page = await chromium.OpenAsync(hub.Address, width: 320);
        foreach (var address in new[] { "/dev/composants", "/", "/agenda?vue=mois", "/agenda?vue=carte" })
        {
            await page.GotoAsync(address);
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            {
                wide.Add(address);
            }
        }

        Assert.Empty(wide);
    }
}
