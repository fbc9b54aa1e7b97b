using Hub.Core.Data;
using Hub.Core.Organisations;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Hub.Tests.Browser;

/// <summary>Passkeys in a real Chromium, with an authenticator of its own.</summary>
public sealed class PasskeyTests(Chromium chromium)
{
    [Fact]
    public async Task A_passkey_is_added_signs_in_without_an_address_and_is_removed()
    {
        var port = Ports.Free();
        await using var app = PublicSite.BehindProxy(services => services.Configure<HubOptions>(options => options.PublicOrigin = new($"http://localhost:{port}")));
        var origin = app.Listen(port);
        var organisation = An.Organisation();
        var account = await app.AccountAsync("organisation@exemple.example");
        await app.SaveAsync(organisation, new OrganiserGrant(organisation.Id, account.Id, An.Now));
        var page = await chromium.OpenAsync(origin);
        await PlugInAsync(page);

        await page.SignInAsync(account.Email!);
        await page.GotoAsync("/compte");
        await page.FillAsync("#Name", "Téléphone du bureau");
        await page.FillAsync("#Password", "pas le bon mot de passe");
        await page.ClickAsync("form[data-make] button");
        await Assertions.Expect(page.Locator(".field__error:visible")).ToContainTextAsync("mot de passe actuel");
        await page.FillAsync("#Password", Organisers.Password);
        await page.ClickAsync("form[data-make] button");
        await Assertions.Expect(page.Locator(".links b")).ToHaveTextAsync("Téléphone du bureau");

        await page.ClickAsync(".deskbar form button");
        await page.GotoAsync("/connexion?ReturnUrl=%2Fcompte");
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync("**/compte");
        Assert.Contains(account.Email!, await page.TextContentAsync("main"), StringComparison.Ordinal);

        await page.FillAsync(".links input[type=password]", Organisers.Password);
        await page.ClickAsync(".links form button");
        await Assertions.Expect(page.Locator(".links b")).ToHaveCountAsync(0);
        await page.ClickAsync(".deskbar form button");
        await page.GotoAsync("/connexion");
        await page.ClickAsync("form[data-passkey] button");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("n’est pas acceptée ici");
    }

    internal static async Task PlugInAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable", new() { ["enableUI"] = false });
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
