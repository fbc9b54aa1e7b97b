using Hub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Hub.Tests.Browser;

/// <summary>Suggestions under « Votre collectivité », with the keyboard alone.</summary>
public sealed class ComboTests(Chromium chromium, PublicSite site)
{
    [Fact]
    public async Task Arrows_choose_Enter_takes_and_another_text_forgets()
    {
        var origin = await site.OpenAsync();
        var page = await chromium.OpenAsync(origin);
        await page.GotoAsync($"/journees/{site.Day.Slug}/inscription");
        var (field, options, code) = (page.Locator("#Input_Territory"), page.Locator("[role=option]"), page.Locator("[name='Input.TerritoryCode']"));

        await field.PressSequentiallyAsync("vann");
        await Expect(options.First).ToHaveTextAsync("Vannes, commune, Morbihan (56)");
        await Expect(field).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(page.Locator(".field [role=status]")).ToHaveTextAsync("10 propositions");
        await field.PressAsync("ArrowUp");
        await Expect(options.Last).ToHaveAttributeAsync("aria-selected", "true");
        await field.PressAsync("ArrowDown");
        await Expect(field).ToHaveAttributeAsync("aria-activedescendant", "Input_Territory-list-0");
        await field.PressAsync("Enter");

        await Expect(field).ToHaveValueAsync("Vannes, commune, Morbihan (56)");
        await Expect(field).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(code).ToHaveValueAsync("commune:56260");
        await field.PressAsync("End");
        await field.PressAsync("Backspace");
        await Expect(code).ToHaveValueAsync("");
        await field.FillAsync("zzzz");
        await Expect(page.Locator(".field [role=status]")).ToHaveTextAsync("Aucune collectivité trouvée");
        await field.FillAsync("lorient");
        await Expect(options.First).ToBeVisibleAsync();
        await field.PressAsync("Escape");
        await Expect(options.First).ToBeHiddenAsync();
        await Expect(field).ToHaveValueAsync("lorient");
    }
}
