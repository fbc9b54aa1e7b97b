using Deque.AxeCore.Playwright;
using Hub.Core.Registrations;
using Hub.Tests.Registrations;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Browser;

/// <summary>A registered person takes a turn on stage by mouse.</summary>
public sealed class SlotWalkTests(Chromium chromium)
{
    [Fact]
    public async Task A_turn_is_asked_for_taken_and_given_back()
    {
        await using var app = PublicSite.BehindProxy();
        var origin = app.Listen();
        var stage = await ABookableStage.OpenAsync(app, turns: 1, people: 1);
        var page = await chromium.OpenAsync(origin);
        await page.GotoAsync(app.Services.GetRequiredService<RegistrationLinks>().For(stage.People[0]).AbsolutePath);
        var turns = page.Locator("#passages");

        await turns.GetByLabel("Votre sujet").FillAsync("Des repas plus justes");
        await turns.GetByText("Prendre un passage").ClickAsync();

        await turns.GetByText("Votre passage, vers").WaitForAsync();
        Assert.Empty((await page.RunAxe()).Violations);
        await turns.GetByText("Rendre").ClickAsync();
        await turns.GetByText("Un passage libre").WaitForAsync();
        await turns.GetByText("voir la session").ClickAsync();
        await page.WaitForURLAsync($"**/seances/{stage.Session.Code}");
    }
}
