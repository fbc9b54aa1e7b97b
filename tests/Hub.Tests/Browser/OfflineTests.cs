using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.Playwright;

namespace Hub.Tests.Browser;

/// <summary>At the door of a basement there is no network, and a ticket all the same.</summary>
public sealed class OfflineTests(Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ticket_opened_once_opens_without_network_until_it_is_given_back()
    {
        await using var app = PublicSite.BehindProxy();
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        var origin = app.Listen();
        await app.SaveAsync(organisation, edition);
        await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee(), "fr", Token));
        var link = Assert.Single(await app.MailsToAsync("ada@mairie.example")).Link();
        var page = await chromium.OpenAsync(origin, width: 390);
        await page.GotoAsync($"/en{link}");
        await KeptAsync(page);
        await page.GotoAsync(link);
        var code = await page.TextContentAsync(".ticket__code");
        await KeptAsync(page);
        Assert.True(await IsKeptAsync(page, $"/en{link}"));

        await page.Context.SetOfflineAsync(true);

        // In a window of its own: the browser's own page about the failure may come late.
        var other = await page.Context.NewPageAsync();
        await Assert.ThrowsAsync<PlaywrightException>(() => other.GotoAsync("/contact"));
        await page.GotoAsync(link);
        Assert.Equal(code, await page.TextContentAsync(".ticket__code"));
        Assert.True(await page.Locator(".ticket__qr svg").IsVisibleAsync());
        Assert.Contains("Bricolage", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('h1')).fontFamily"), StringComparison.Ordinal);

        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync($"{link}/annuler");
        await page.ClickAsync("main button.btn--danger");
        await page.GotoAsync(link);
        await KeptAsync(page);
        Assert.False(await IsKeptAsync(page, $"/en{link}"));
        await page.Context.SetOfflineAsync(true);
        await Assert.ThrowsAsync<PlaywrightException>(() => page.GotoAsync(link));
    }

    private static Task<bool> IsKeptAsync(IPage page, string path) => page.EvaluateAsync<bool>("path => caches.match(path, { ignoreVary: true }).then((kept) => kept !== undefined)", path);

    /// <summary>The page says when it has seen to itself.</summary>
    private static Task<IElementHandle?> KeptAsync(IPage page) => page.WaitForSelectorAsync("html[data-kept]");
}
