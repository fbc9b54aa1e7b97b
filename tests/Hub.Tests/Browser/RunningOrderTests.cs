using Deque.AxeCore.Playwright;
using Hub.Core.Organisations;
using Hub.Tests.Programmes;
using Hub.Tests.Support;
using Microsoft.Playwright;

namespace Hub.Tests.Browser;

/// <summary>The same order by mouse, by keyboard and by buttons; and a screen that follows the host.</summary>
public sealed class RunningOrderTests(Chromium chromium)
{
    private static readonly string[] People = ["Awa A", "Noé B", "Maï C", "Zoé D"];

    [Fact]
    public async Task An_order_is_changed_by_mouse()
    {
        await using var app = PublicSite.BehindProxy();
        var (page, stage) = await OpenAsync(app);

        var from = await Grip(page, "D").BoundingBoxAsync();
        var to = await Item(page, "B").BoundingBoxAsync();
        await page.Mouse.MoveAsync(from!.X + 8, from.Y + 8);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 8, to!.Y + 2, new() { Steps = 6 });
        await page.Mouse.UpAsync();

        await SavedAsync(page);
        Assert.Equal("A D B C", await stage.TitlesAsync(app));
        Assert.Empty((await page.RunAxe()).Violations);
    }

    [Fact]
    public async Task An_order_is_changed_by_keyboard_and_the_focus_stays()
    {
        await using var app = PublicSite.BehindProxy();
        var (page, stage) = await OpenAsync(app);

        await Grip(page, "D").FocusAsync();
        foreach (var key in new[] { "Enter", "ArrowUp", "ArrowUp", "Escape", "Enter", "ArrowUp", "ArrowUp", "Enter" })
        {
            await page.Keyboard.PressAsync(key);
        }

        await SavedAsync(page);
        Assert.Equal("A D B C", await stage.TitlesAsync(app));
        await page.WaitForFunctionAsync("() => document.activeElement.closest('.order__slot')?.textContent.includes('Le projet de Zoé D')");
    }

    [Fact]
    public async Task An_order_is_changed_by_buttons_without_scripts()
    {
        await using var app = PublicSite.BehindProxy();
        var (page, stage) = await OpenAsync(app, javaScript: false);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            await Item(page, "D").Locator("button[aria-label^='Avancer']").ClickAsync();
            await SavedAsync(page);
        }

        Assert.Equal("A D B C", await stage.TitlesAsync(app));
    }

    [Fact]
    public async Task The_screen_of_the_room_follows_the_host_by_itself()
    {
        await using var app = PublicSite.BehindProxy();
        app.Clock.Now = new(2027, 3, 18, 8, 1, 0, DateTimeKind.Utc);
        var (host, stage) = await OpenAsync(app);
        await stage.AnnounceAsync(app);
        var screen = await chromium.OpenAsync(new Uri(host.Url));
        await screen.GotoAsync(stage.Screen);

        await Item(host, "A").Locator("button", new() { HasText = "Appeler" }).ClickAsync();

        await screen.Locator(".stage__next", new() { HasText = "10 min" }).WaitForAsync();
        await screen.Locator("h2", new() { HasText = "Le projet de Awa A" }).WaitForAsync();
        await screen.WaitForFunctionAsync("() => /^[78]:[0-9]{2}$/.test(document.querySelector('[data-until]').textContent)");
        Assert.Equal("9:01", await screen.InnerTextAsync("[data-wall]"));
        Assert.Empty((await screen.RunAxe()).Violations);
        app.Clock.Now = app.Clock.Now.AddMinutes(6);
        await screen.Locator(".stage__next", new() { HasText = "4 min" }).WaitForAsync();
    }

    [Fact]
    public async Task The_screen_is_filled_by_words_that_are_read_from_the_last_row()
    {
        await using var app = PublicSite.BehindProxy();
        app.Clock.Now = new(2027, 3, 18, 8, 1, 0, DateTimeKind.Utc);
        var (host, stage) = await OpenAsync(app);
        await stage.AnnounceAsync(app);
        var screen = await chromium.OpenAsync(new Uri(host.Url));
        await screen.SetViewportSizeAsync(1920, 1080);
        await screen.GotoAsync(stage.Screen);

        // Of a screen some 70 cm high, 38 points of 1080 are letters of two centimetres and a half.
        Assert.True(await screen.EvaluateAsync<bool>("() => [...document.querySelectorAll('.stage h1, .stage h2, .stage__next b, .stage__next .stage__who, .stage__list li, .stage__list small')].every((e) => parseFloat(getComputedStyle(e).fontSize) >= 38)"));
        Assert.InRange(await screen.EvaluateAsync<double>("() => document.querySelector('.stage__list').getBoundingClientRect().bottom"), 800, 1080);
        Assert.Contains("Awa", await screen.InnerTextAsync(".stage__who >> nth=0"), StringComparison.Ordinal);
        Assert.All(await screen.Locator(".stage__list li small").AllTextContentsAsync(), Assert.NotEmpty);
    }

    private static ILocator Item(IPage page, string letter) => page.Locator(".order__slot", new() { HasTextRegex = new($"Le projet de \\S+ {letter}\\b") });

    private static ILocator Grip(IPage page, string letter) => Item(page, letter).Locator("[data-grip]");

    private static Task SavedAsync(IPage page) => page.Locator(".notice", new() { HasText = "L’ordre est enregistré." }).WaitForAsync();

    private async Task<(IPage Page, AStage Stage)> OpenAsync(SqliteHub app, bool javaScript = true)
    {
        var origin = app.Listen();
        var stage = await AStage.WithAsync(app, People);
        var account = await app.AccountAsync("regie@exemple.example");
        await app.SaveAsync(new OrganiserGrant(stage.Organisation.Id, account.Id, An.Now));
        var page = await chromium.OpenAsync(origin, javaScript);
        await page.SignInAsync(account.Email!);
        await page.GotoAsync(stage.Desk);
        return (page, stage);
    }
}
