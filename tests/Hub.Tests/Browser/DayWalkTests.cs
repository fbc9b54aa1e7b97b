using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Hub.Core.Events;
using Hub.Tests.Events;
using Hub.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Hub.Tests.Browser;

/// <summary>The page of a day in a browser: favourites with and without scripts, the keyboard, narrow windows, paper.</summary>
public sealed partial class DayWalkTests(Chromium chromium)
{
    private const string Pressed = "button[data-code][aria-pressed=true]";

    [Fact]
    public async Task A_star_stays_lit_and_goes_along_to_another_device()
    {
        await using var app = BehindProxy();
        var origin = app.Listen();
        var (edition, sessions) = await BigDayAsync(app, rooms: 2, each: 3);
        var phone = await chromium.OpenAsync(origin);
        List<string> refused = [];
        phone.Console += (_, message) => refused.Add(message.Text);
        await phone.GotoAsync($"/journees/{edition.Slug}");

        await phone.ClickAsync($"button[data-code='{sessions[0].Code}']");
        await phone.ClickAsync($"button[data-code='{sessions[4].Code}']");
        await phone.ReloadAsync();
        Assert.Equal(2, await phone.Locator(Pressed).CountAsync());
        await phone.ClickAsync("button[data-favourites]");
        Assert.Equal(2, await phone.Locator(".slot:not([hidden])").CountAsync());
        Assert.Equal("2 créneaux", await phone.TextContentAsync(".prog-bar [role=status]"));
        await phone.ClickAsync($"button[data-code='{sessions[4].Code}']");
        Assert.Equal(1, await phone.Locator(".slot:not([hidden])").CountAsync());
        await phone.ClickAsync("[data-take-away] a");
        var link = new Uri((await phone.TextContentAsync("#emporter .wrap-anywhere"))!).AbsolutePath;

        var desktop = await chromium.OpenAsync(origin);
        await desktop.GotoAsync(link);
        await desktop.ClickAsync("main form button");
        Assert.True(await desktop.Locator($"#f-{sessions[0].Code} input").IsCheckedAsync());
        await desktop.GotoAsync($"/journees/{edition.Slug}/seances/{sessions[0].Code}");
        Assert.Equal(1, await desktop.Locator(Pressed).CountAsync());

        // Structured data is a block of scripts nobody runs: the policy has nothing against it.
        Assert.Empty(refused);
    }

    [Fact]
    public async Task Without_scripts_a_star_leads_to_a_form_that_keeps()
    {
        await using var app = BehindProxy();
        var page = await chromium.OpenAsync(app.Listen(), javaScript: false);
        var (edition, sessions) = await BigDayAsync(app, rooms: 2, each: 3);
        await page.GotoAsync($"/journees/{edition.Slug}");

        await page.ClickAsync($"a[data-code='{sessions[1].Code}']");
        await page.CheckAsync($"#f-{sessions[1].Code} input");
        await page.ClickAsync("main form button");

        Assert.Equal("Vos favoris sont enregistrés dans ce navigateur", await page.TextContentAsync(".notice h2"));
        Assert.True(await page.Locator($"#f-{sessions[1].Code} input").IsCheckedAsync());
        Assert.Equal(1, await page.Locator("#emporter svg[viewBox]").CountAsync());
        await page.GotoAsync($"/journees/{edition.Slug}");
        await page.ClickAsync("label:has([value=Workshop])");
        await page.ClickAsync(".prog-bar button[type=submit]");
        Assert.Contains("type=Workshop", page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".slot:not([data-tone=gaude])").CountAsync());
    }

    [Fact]
    public async Task The_keyboard_alone_keeps_a_session_and_opens_it()
    {
        await using var app = BehindProxy();
        var page = await chromium.OpenAsync(app.Listen());
        var (edition, sessions) = await BigDayAsync(app, rooms: 1, each: 2);
        await page.GotoAsync($"/journees/{edition.Slug}");

        // A page that glides to what has the focus covers it on the way.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await TabToAsync(page, "[data-favourites]");
        Assert.True(await IsUncoveredAsync(page));
        await TabToAsync(page, $"button[data-code='{sessions[1].Code}']");
        Assert.True(await IsUncoveredAsync(page));
        await page.Keyboard.PressAsync("Space");
        Assert.Equal(1, await page.Locator(Pressed).CountAsync());
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/seances/{sessions[1].Code}");
        await TabToAsync(page, "button[data-code]");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(0, await page.Locator(Pressed).CountAsync());
    }

    [Theory]
    [InlineData(30)]
    [InlineData(120)]
    public async Task A_programme_of_four_rooms_prints_on_two_pages(int sessions)
    {
        await using var app = BehindProxy();
        var page = await chromium.OpenAsync(app.Listen());
        var (edition, _) = await BigDayAsync(app, rooms: 4, each: sessions / 4.0);
        await page.GotoAsync($"/journees/{edition.Slug}", new() { WaitUntil = WaitUntilState.NetworkIdle });

        var paper = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));

        Assert.InRange(PdfPage().Count(paper), 1, 2);
    }

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task A_full_day_stays_readable_and_within_the_window(int width, ColorScheme scheme)
    {
        await using var app = BehindProxy();
        var page = await chromium.OpenAsync(app.Listen());
        var (edition, sessions) = await BigDayAsync(app, rooms: 4, each: 30);
        await page.SetViewportSizeAsync(width, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var day = $"/journees/{edition.Slug}";

        foreach (var address in new[] { day, $"{day}/seances/{sessions[5].Code}", $"{day}/interventions", $"{day}/favoris" })
        {
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.Empty((await page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"{address}: {v.Id} at {n.Target}")));
            Assert.Equal((address, 0), (address, await OverflowAsync(page)));

            // WCAG 2.2, 1.4.12: what a reader may set.
            await page.EvaluateAsync(
                "document.querySelectorAll('body *').forEach(e => { e.style.lineHeight = '1.5'; e.style.letterSpacing = '.12em'; e.style.wordSpacing = '.16em'; })");
            Assert.Equal((address, 0), (address, await OverflowAsync(page)));
        }
    }

    [Fact]
    public async Task A_reader_whose_clock_differs_may_read_the_programme_by_it()
    {
        await using var app = BehindProxy();
        var origin = app.Listen();
        var (edition, _) = await BigDayAsync(app, rooms: 1, each: 2);
        var near = await chromium.OpenAsync(origin, zone: "Europe/Paris");
        await near.GotoAsync($"/journees/{edition.Slug}");
        Assert.False(await near.Locator("[data-zone]").IsVisibleAsync());

        var far = await chromium.OpenAsync(origin, zone: "America/Martinique");
        await far.GotoAsync($"/journees/{edition.Slug}");
        Assert.Contains("Chez vous\u00A0: 4\u00A0h", await far.TextContentAsync("[data-zone]"), StringComparison.Ordinal);
        await far.ClickAsync("[data-zone] button");
        await far.ReloadAsync();

        Assert.Equal("4\u00A0h", await far.TextContentAsync(".slot time"));
        Assert.Equal("à votre heure", await far.TextContentAsync("[data-zone-name]"));
        await far.ClickAsync("[data-zone] button");
        Assert.Equal("9\u00A0h", await far.TextContentAsync(".slot time"));
    }

    private static SqliteHub BehindProxy() => new()
    {
        Additions = services => services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Add(System.Net.IPAddress.Loopback);
            options.KnownProxies.Add(System.Net.IPAddress.IPv6Loopback);
        }),
    };

    private static async Task<(Edition Edition, Session[] Sessions)> BigDayAsync(HubApp app, int rooms, double each)
    {
        var (edition, parts) = await app.PlantAsync(
            e =>
            {
                Room[] columns = [.. Enumerable.Range(0, rooms).Select(n => new Room(e.Id, $"Salle d’exemple {n + 1}", 40, n))];
                Session[] sessions = [.. Enumerable.Range(0, (int)(rooms * each)).Select(n => Long(e, n, columns[n % rooms], 15 * (n / rooms)))];
                return (Rooms: columns, Sessions: sessions);
            },
            d => [.. d.Rooms, .. d.Sessions]);
        return (edition, parts.Sessions);
    }

    private static Session Long(Edition edition, int n, Room room, int minutes)
    {
        var session = ADay.Session(
            edition, $"Capteurs d’eau et de bâtiments : ce qu’ils coûtent et évitent, {n}", minutes / 60.0, room,
            n % 2 == 0 ? SessionKind.Workshop : SessionKind.Debate, $"Personne {n}, directrice\nVoisine {n}, élue");
        session.Place(session.LocalStart, 15, edition.TimeZone);
        return session;
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var steps = 0; steps < 60; steps++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} is not reached by the keyboard.");
    }

    /// <summary>Nothing that stays in place lies over what has the focus.</summary>
    private static Task<bool> IsUncoveredAsync(IPage page) => page.EvaluateAsync<bool>(
        """
        () => { const box = document.activeElement.getBoundingClientRect();
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return document.activeElement.contains(top) }
        """);

    private static Task<int> OverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PdfPage();
}
