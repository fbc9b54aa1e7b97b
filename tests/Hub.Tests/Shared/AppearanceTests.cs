using System.Net;
using Hub.Tests.Support;

namespace Hub.Tests.Shared;

public sealed class AppearanceTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_comes_back_in_the_chosen_theme()
    {
        using var visitor = app.Visitor();
        using var before = await visitor.ReadAsync("/en/agenda?texte=été&passees=1");
        var form = before.QuerySelector("form.appearance")!;

        using var answer = await ChooseAsync(visitor, form.GetAttribute("action")!, "dark", form.QuerySelector("[name=retour]")!.GetAttribute("value")!);
        using var after = await visitor.ReadAsync($"{answer.Headers.Location}");

        Assert.Equal("/en/agenda?texte=%C3%A9t%C3%A9&passees=1#apparence", $"{answer.Headers.Location}");
        Assert.Equal(("system", "dark"), (before.DocumentElement.GetAttribute("data-theme"), after.DocumentElement.GetAttribute("data-theme")));
        Assert.Equal(["false", "false", "true"], after.QuerySelectorAll(".appearance button").Select(b => b.GetAttribute("aria-pressed")));
        Assert.Empty(before.QuerySelectorAll("[name=__RequestVerificationToken]"));
    }

    [Theory]
    [InlineData("system")]
    [InlineData("rose")]
    public async Task Anything_else_is_what_the_device_says(string theme)
    {
        using var visitor = app.Visitor();
        (await ChooseAsync(visitor, "/apparence", "light", "/")).Dispose();

        using var answer = await ChooseAsync(visitor, "/apparence", theme, "/");
        using var page = await visitor.ReadAsync("/agenda");

        Assert.Equal("system", page.DocumentElement.GetAttribute("data-theme"));
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    [InlineData("/\\ailleurs.example/")]
    [InlineData("/été")]
    [InlineData("/a\r\nSet-Cookie: x=y")]
    [InlineData("")]
    public async Task Nobody_is_led_to_another_site(string back)
    {
        using var visitor = app.Visitor();

        using var answer = await ChooseAsync(visitor, "/apparence", "dark", back);

        Assert.Equal((HttpStatusCode.Found, "/"), (answer.StatusCode, $"{answer.Headers.Location}"));
    }

    [Fact]
    public async Task What_is_no_form_finds_nobody()
    {
        using StringContent json = new("{}", System.Text.Encoding.UTF8, "application/json");

        using var answer = await app.Visitor().PostAsync("/apparence", json, Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> ChooseAsync(HttpClient visitor, string action, string theme, string back)
    {
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["theme"] = theme, ["retour"] = back });
        return await visitor.PostAsync(action, form, Token);
    }
}
