using System.Globalization;
using Hub.Core.Events;
using Hub.Tests.Support;
using Microsoft.Playwright;

namespace Hub.Tests.Browser;

/// <summary>The agenda filters without a reload where there are scripts, and all the same where there are none.</summary>
public sealed class AgendaBrowserTests(Chromium chromium) : IAsyncLifetime
{
    private readonly SqliteHub app = new();
    private Uri origin = null!;

    public async ValueTask InitializeAsync()
    {
        origin = app.Listen();
        var organisation = An.Organisation();
        await app.SaveAsync(
            organisation,
            Day("Bretagne, les données", "53", Theme.Data, "2027-03-18"), Day("Bretagne, l’inclusion", "53", Theme.Inclusion, "2027-04-02"), Day("Corse", "94", Theme.Data, "2027-05-04"));

        Edition Day(string title, string region, string theme, string date) => An.Edition(
            organisation, facts: An.Facts(title) with { RegionCode = region, ThemeCode = theme }, times: An.Times(DateTime.Parse($"{date} 09:00", CultureInfo.InvariantCulture)));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/agenda")]
    public async Task A_choice_filters_at_once_and_the_back_button_undoes_it(string start)
    {
        var page = await chromium.OpenAsync(origin);
        await page.GotoAsync(start);
        await page.EvaluateAsync("window.stays = true");

        await page.FocusAsync("#f-region");
        await page.SelectOptionAsync("#f-region", "53");
        await SeesAsync(page, "Bretagne, les données", "Bretagne, l’inclusion");
        Assert.EndsWith($"{start}?region=53", page.Url, StringComparison.Ordinal);
        Assert.Equal("f-region", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.StartsWith("2 journées", await page.Locator("body > [role=status]").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("Corse (1)", await page.Locator("#f-region option[value='94']").TextContentAsync());
        Assert.Equal("Données et souveraineté (1)", await page.Locator("#f-theme option[value=data]").TextContentAsync());
        Assert.EndsWith("?region=53", await page.GetAttributeAsync("#abonnement a[href*=atom]", "href"), StringComparison.Ordinal);
        Assert.EndsWith("?region=53", await page.GetAttributeAsync("header a[hreflang=en]", "href"), StringComparison.Ordinal);

        await page.SelectOptionAsync("#f-theme", "inclusion");
        await SeesAsync(page, "Bretagne, l’inclusion");
        await page.GoBackAsync();
        await SeesAsync(page, "Bretagne, les données", "Bretagne, l’inclusion");
        Assert.Equal(("53", ""), (await page.InputValueAsync("#f-region"), await page.InputValueAsync("#f-theme")));
        await page.GoBackAsync();
        await SeesAsync(page, "Bretagne, les données", "Bretagne, l’inclusion", "Corse");
        Assert.True(await page.EvaluateAsync<bool>("window.stays"));
    }

    [Fact]
    public async Task A_region_of_the_map_filters_and_keeps_the_focus()
    {
        var page = await chromium.OpenAsync(origin);
        await page.GotoAsync("/");

        await page.FocusAsync(".hexmap a[href*='94']");
        await page.Keyboard.PressAsync("Enter");
        await SeesAsync(page, "Corse");

        Assert.StartsWith("COR 1", await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')"), StringComparison.Ordinal);
        Assert.Equal("94", await page.InputValueAsync("#f-region"));
        await page.ClickAsync(".filters__clear a");
        await SeesAsync(page, "Bretagne, les données", "Bretagne, l’inclusion", "Corse");
    }

    [Fact]
    public async Task Without_scripts_the_button_filters()
    {
        var page = await chromium.OpenAsync(origin, javaScript: false);
        await page.GotoAsync("/");

        await page.SelectOptionAsync("#f-region", "53");
        await page.FillAsync("#f-text", "INCLUSION");
        await page.ClickAsync(".filters button");

        await SeesAsync(page, "Bretagne, l’inclusion");
        await page.ClickAsync(".filters__clear a");
        await SeesAsync(page, "Bretagne, les données", "Bretagne, l’inclusion", "Corse");
        await page.ClickAsync("text=Sombre");
        Assert.Equal("dark", await page.GetAttributeAsync("html", "data-theme"));
    }

    [Fact]
    public async Task A_day_marked_with_a_star_is_found_again_on_its_own()
    {
        var page = await chromium.OpenAsync(origin);
        await page.GotoAsync("/");

        await page.ClickAsync(".day:has-text('Corse') .fav");
        await page.SelectOptionAsync("#f-region", "94");
        await SeesAsync(page, "Corse");
        await Assertions.Expect(page.Locator(".fav[aria-pressed=true]")).ToHaveCountAsync(1);
        await page.ClickAsync("[data-mine]");
        await page.WaitForURLAsync("**/agenda?favoris=1");
        await SeesAsync(page, "Corse");
        Assert.Equal("Mes favoris (1)", (await page.TextContentAsync("[data-mine]"))!.Trim());

        await page.ClickAsync(".fav");
        await page.ReloadAsync();
        await SeesAsync(page);
    }

    [Fact]
    public async Task When_the_answer_does_not_come_the_browser_goes_there()
    {
        var page = await chromium.OpenAsync(origin);
        await page.GotoAsync("/agenda");
        await page.RouteAsync("**/agenda?*", route => route.Request.ResourceType == "fetch" ? route.AbortAsync() : route.ContinueAsync());

        await page.SelectOptionAsync("#f-region", "94");
        await page.WaitForURLAsync("**/agenda?region=94");

        await SeesAsync(page, "Corse");
    }

    private static Task SeesAsync(IPage page, params string[] titles) => Assertions.Expect(page.Locator(".day h4")).ToHaveTextAsync(titles);
}
