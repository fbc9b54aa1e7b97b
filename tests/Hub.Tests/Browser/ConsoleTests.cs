using Hub.Core.Organisations;
using Hub.Tests.Programmes;
using Hub.Tests.Support;

namespace Hub.Tests.Browser;

/// <summary>What a browser complains of while people work.</summary>
public sealed class ConsoleTests(Chromium chromium)
{
    [Fact]
    public async Task Nothing_is_said_in_the_console_while_forms_are_sent()
    {
        await using var app = PublicSite.BehindProxy();
        var origin = app.Listen();
        var stage = await AStage.WithAsync(app, "Awa A", "Noé B");
        var account = await app.AccountAsync("console@exemple.example");
        await app.SaveAsync(new OrganiserGrant(stage.Organisation.Id, account.Id, An.Now));
        var page = await chromium.OpenAsync(origin);
        List<string> said = [];
        page.Console += (_, message) => said.Add($"{message.Type} {message.Text}");
        page.PageError += (_, error) => said.Add(error);

        await page.SignInAsync(account.Email!);
        await page.GotoAsync($"/organisation/journees/{stage.Edition.Id}/programme/salles");
        await page.FillAsync("[name=RoomName]", "Salle Sein");
        await page.ClickAsync("form.form button.btn--primary");
        await page.Locator(".notice").First.WaitForAsync();
        await page.ClickAsync("form.form button.btn--primary");
        await page.Locator(".field__error").First.WaitForAsync();
        await page.GotoAsync($"/organisation/journees/{stage.Edition.Id}/programme/session");
        await page.FillAsync("[name='Input.Title']", "Une session");
        await page.SelectOptionAsync("[name='Input.Kind']", "Debate");
        await page.ClickAsync("form.form button.btn--primary");
        await page.Locator(".bcard", new() { HasText = "Une session" }).First.WaitForAsync();
        await page.GoBackAsync();
        await page.GoForwardAsync();
        await page.EvaluateAsync("() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)))");

        Assert.Empty(said);
    }
}
