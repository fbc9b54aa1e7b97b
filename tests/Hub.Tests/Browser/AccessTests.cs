using Deque.AxeCore.Playwright;
using Hub.Tests.Support;
using Microsoft.Playwright;

namespace Hub.Tests.Browser;

/// <summary>Every public page, for everybody: axe finds nothing, nothing overflows, no other host is asked.</summary>
public sealed class AccessTests(Chromium chromium, PublicSite site)
{
    /// <summary>WCAG 2.2, criterion 1.4.12.</summary>
    private const string TextSpacing =
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }";

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_any_design(int width, ColorScheme scheme)
    {
        var origin = await site.OpenAsync();
        await ExamineAsync(origin, site.Designs, width, scheme);
    }

    [Fact]
    public async Task Axe_finds_nothing_in_any_state()
    {
        var origin = await site.OpenAsync();
        await ExamineAsync(origin, site.Pages.Except(site.Designs), 1440, ColorScheme.Light);
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_any_desk(int width, ColorScheme scheme)
    {
        var origin = await site.OpenAsync();
        await ExamineAsync(origin, site.Desk, width, scheme, site.Administrator);
    }

    [Fact]
    public async Task Nothing_scrolls_sideways_however_narrow_the_window_and_wide_the_text()
    {
        var page = await chromium.OpenAsync(await site.OpenAsync());
        await page.SignInAsync(site.Administrator);
        List<string> trouble = [];
        foreach (var address in site.Pages.Concat(site.Desk))
        {
            await page.SetViewportSizeAsync(320, 900);
            await page.GotoAsync(address);
            trouble.AddRange(await WidthAsync(page, $"{address} at 320"));

            // A visitor's own style sheet; the policy that keeps strangers' out does not bind the person.
            await page.EvaluateAsync("css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }", TextSpacing);
            foreach (var width in new[] { 320, 720, 1440 })
            {
                await page.SetViewportSizeAsync(width, 900);
                trouble.AddRange(await WidthAsync(page, $"{address} at {width}, spaced"));
            }
        }

        Assert.True(trouble.Count == 0, string.Join('\n', trouble));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task The_keyboard_always_sees_where_it_is(int width)
    {
        var page = await chromium.OpenAsync(await site.OpenAsync());
        await page.SetViewportSizeAsync(width, 700);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce }); // what is scrolled to is there at once
        var day = $"/journees/{site.Day.Slug}";

        List<string> trouble = [];
        foreach (var address in new[] { "/", day, $"{day}/inscription", "/recherche?texte=journee", "/contact" })
        {
            await page.GotoAsync(address);
            trouble.AddRange(await WalkAsync(page, address));
        }

        Assert.True(trouble.Count == 0, string.Join('\n', trouble));
    }

    private static async Task<IEnumerable<string>> WidthAsync(IPage page, string where)
    {
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return wide > 0 ? [$"{where}: {wide} px too wide"] : [];
    }

    private async Task ExamineAsync(Uri origin, IEnumerable<string> addresses, int width, ColorScheme scheme, string? account = null)
    {
        var page = await chromium.OpenAsync(origin, scheme: scheme, width: width);
        if (account is not null)
        {
            await page.SignInAsync(account);
        }

        HashSet<string> hosts = [];
        page.Request += (_, request) => hosts.Add(new Uri(request.Url).Authority);

        List<string> trouble = [];
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            trouble.AddRange((await page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"{address}: {v.Id} at {n.Target}")));
        }

        Assert.True(trouble.Count == 0, string.Join('\n', trouble));
        Assert.Single(hosts);
    }

    /// <summary>From the first stop to the last, what is focused shows a ring and lies under no bar.</summary>
    private static async Task<IReadOnlyList<string>> WalkAsync(IPage page, string address)
    {
        List<string> trouble = [];
        for (var stop = 0; stop < 400; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var said = await page.EvaluateAsync<string?>(
                """
                () => {
                    const here = document.activeElement;
                    if (here === document.body) return null;
                    const name = (here.getAttribute("aria-label") || here.textContent || here.name || "").trim().slice(0, 40);
                    const rings = [getComputedStyle(here), getComputedStyle(here, "::after"), getComputedStyle(here, "::before"), here.parentElement && getComputedStyle(here.parentElement)];
                    const ring = rings.some(s => s && ((s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "none"))
                        || [...here.querySelectorAll("*")].some(e => getComputedStyle(e).outlineStyle !== "none" || getComputedStyle(e).strokeWidth !== "1px");
                    const box = here.getBoundingClientRect();
                    const at = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]].map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
                    const seen = at.some(e => e && (here.contains(e) || e.contains(here) || e.closest("label")?.control === here));
                    return !ring ? `no ring: ${name}` : !seen ? `hidden: ${name}` : "";
                }
                """);
            if (said is null)
            {
                return stop > 5 ? trouble : [.. trouble, $"{address}: only {stop} stops"];
            }

            if (said.Length > 0)
            {
                trouble.Add($"{address}: {said}");
            }
        }

        return [.. trouble, $"{address}: no end"];
    }
}
