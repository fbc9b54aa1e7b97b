using Hub.Tests.Support;

namespace Hub.Tests.Browser;

/// <summary>Somebody whose browser runs no script gets the same hub.</summary>
public sealed class WithoutScriptTests(Chromium chromium)
{
    [Fact]
    public async Task A_person_finds_a_day_registers_and_cancels()
    {
        await using var app = PublicSite.BehindProxy();
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        var elsewhere = An.Edition(organisation, facts: An.Facts("Journée corse") with { RegionCode = "94" });
        var origin = app.Listen();
        await app.SaveAsync(organisation, edition, elsewhere);
        var page = await chromium.OpenAsync(origin, javaScript: false);

        await page.GotoAsync("/");
        await page.SelectOptionAsync("form.filters select[name=region]", "53");
        await page.ClickAsync("form.filters button[type=submit]");
        Assert.Equal(["Journée numérique de Bretagne"], await page.Locator(".day h4 a, .day h3 a").AllTextContentsAsync());

        await page.ClickAsync(".day a");
        await page.ClickAsync(".ticketbox a.btn--accent");
        foreach (var (field, value) in Form.Of(An.Attendee()))
        {
            await page.FillAsync($"[name='{field}']", value);
        }

        await page.ClickAsync("main .form__actions .btn--primary");
        Assert.Equal("Vos réponses", await page.TextContentAsync("#verifier"));
        await page.ClickAsync("main .form__actions .btn--primary");
        Assert.Contains("/inscription/recue", page.Url, StringComparison.Ordinal);

        await page.GotoAsync(Assert.Single(await app.MailsToAsync("ada@mairie.example")).Link());
        await page.ClickAsync("main a.btn--danger");
        await page.ClickAsync("main button.btn--danger");
        Assert.Equal(0, await app.ReadAsync(db => Task.FromResult(db.Set<Hub.Core.Events.Edition>().Single(e => e.Id == edition.Id).SeatsTaken)));
    }
}
