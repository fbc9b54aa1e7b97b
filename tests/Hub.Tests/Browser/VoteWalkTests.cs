using Deque.AxeCore.Playwright;
using Hub.Core.Organisations;
using Hub.Tests.Programmes;
using Hub.Tests.Support;

namespace Hub.Tests.Browser;

/// <summary>A host, the screen of the room and a phone: one vote from the code to the result.</summary>
public sealed class VoteWalkTests(Chromium chromium)
{
    [Fact]
    public async Task The_audience_votes_by_the_code_on_the_screen_and_the_screen_shows_the_result_by_itself()
    {
        await using var app = PublicSite.BehindProxy();
        var origin = app.Listen();
        var stage = await AStage.WithAsync(app, "Awa A", "Noé B", "Maï C");
        await stage.AnnounceAsync(app);
        app.Clock.Now = new(2027, 3, 18, 8, 40, 0, DateTimeKind.Utc);
        var account = await app.AccountAsync("regie@exemple.example");
        await app.SaveAsync(new OrganiserGrant(stage.Organisation.Id, account.Id, An.Now));
        var host = await chromium.OpenAsync(origin);
        await host.SignInAsync(account.Email!);

        await host.GotoAsync(stage.Desk);
        await host.ClickAsync("text=Vote du public");
        await host.ClickAsync("text=Ouvrir le vote");
        Assert.Empty((await host.RunAxe()).Violations);
        var screen = await chromium.OpenAsync(origin);
        await screen.GotoAsync((await host.GetAttributeAsync("a:has-text('Écran avec le code')", "href"))!);
        await screen.Locator(".stage__qr svg").WaitForAsync();
        Assert.Empty((await screen.RunAxe()).Violations);

        var phone = await chromium.OpenAsync(origin);
        await phone.SetViewportSizeAsync(360, 740);
        await phone.GotoAsync("/vote");
        await phone.FillAsync("#Code", await screen.InnerTextAsync(".stage__code"));
        await phone.Keyboard.PressAsync("Enter");
        await phone.ClickAsync("text=Le projet de Noé B");
        await phone.Locator("[aria-pressed=true]", new() { HasText = "Votre vote" }).WaitForAsync();
        Assert.Empty((await phone.RunAxe()).Violations);
        Assert.True(await phone.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await screen.Locator("text=1 vote reçu").WaitForAsync();

        await host.ClickAsync("text=Clore le vote");
        await screen.Locator(".votes li:first-child", new() { HasText = "Noé B" }).WaitForAsync();
        Assert.Empty((await screen.RunAxe()).Violations);
        await phone.ReloadAsync();
        Assert.StartsWith("1", (await phone.InnerTextAsync(".votes li:first-child")).Trim(), StringComparison.Ordinal);
        Assert.Empty((await phone.RunAxe()).Violations);
    }
}
