using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Hub.Tests.CheckIns;
using Hub.Tests.Support;
using Microsoft.Playwright;

namespace Hub.Tests.Browser;

/// <summary>At the door with a scanner, which types like a keyboard: the ticket and Enter find the person, Enter again checks them in.</summary>
public sealed class ScannerTests(Chromium chromium)
{
    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task A_ticket_is_one_gesture_and_the_next_one_can_follow(int width, ColorScheme scheme)
    {
        await using var app = PublicSite.BehindProxy();
        var origin = app.Listen();
        var door = await ADoor.OpenAsync(app, "ada", "bob");
        var page = await chromium.OpenAsync(origin, scheme: scheme, width: width);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        await page.GotoAsync(door.Address);
        foreach (var name in new[] { "ada", "bob" })
        {
            await page.Locator("#q:focus").WaitForAsync();
            await page.Keyboard.TypeAsync($"HUB1.{(await door.FindAsync(name)).TicketCode}");
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("button:focus").WaitForAsync();
            Assert.Empty((await page.RunAxe()).Violations);
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForURLAsync(new Regex("vu="));
            Assert.Empty((await page.RunAxe()).Violations);
        }

        Assert.Equal(ADoor.Morning, (await door.FindAsync("ada")).CheckedInAt);
        Assert.Equal(ADoor.Morning, (await door.FindAsync("bob")).CheckedInAt);
        Assert.Contains("2 présents sur 2 attendus", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
