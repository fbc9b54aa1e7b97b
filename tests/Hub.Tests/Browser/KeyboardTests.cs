using Hub.Tests.Support;
using Microsoft.Playwright;

namespace Hub.Tests.Browser;

/// <summary>Somebody who uses no pointer comes as far as anybody.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task A_person_finds_a_day_registers_and_cancels_with_the_keyboard_alone()
    {
        await using var app = PublicSite.BehindProxy();
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        var origin = app.Listen();
        await app.SaveAsync(organisation, edition);
        var page = await chromium.OpenAsync(origin);

        await page.GotoAsync("/");
        await FollowAsync(page, $".day a[href='/journees/{edition.Slug}']");
        await FollowAsync(page, ".ticketbox a.btn--accent");
        foreach (var (field, value) in Form.Of(An.Attendee()))
        {
            await ReachAsync(page, $"[name='{field}']");
            await page.Keyboard.TypeAsync(value);
        }

        await FollowAsync(page, "main .form__actions .btn--primary");
        await FollowAsync(page, "main .form__actions .btn--primary");
        Assert.Contains("/inscription/recue", page.Url, StringComparison.Ordinal);

        await page.GotoAsync(Assert.Single(await app.MailsToAsync("ada@mairie.example")).Link());
        await FollowAsync(page, "main a.btn--danger");
        await FollowAsync(page, "main button.btn--danger");
        Assert.Equal(0, await app.ReadAsync(db => Task.FromResult(db.Set<Hub.Core.Events.Edition>().Single().SeatsTaken)));
    }

    [Fact]
    public async Task Control_and_K_lead_to_search_with_the_cursor_in_its_field()
    {
        await using var app = PublicSite.BehindProxy();
        var page = await chromium.OpenAsync(app.Listen());
        await page.OpenToKeysAsync("/contact");

        await page.Keyboard.PressAsync("Control+k");
        await page.WaitForURLAsync("**/recherche");

        // The cursor comes with the first picture of the page.
        await page.WaitForFunctionAsync("() => document.activeElement.id === 'texte'");
    }

    /// <summary>Presses Tab until the element has the focus.</summary>
    private static async Task ReachAsync(IPage page, string selector)
    {
        for (var stop = 0; stop < 200; stop++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab never comes to {selector} on {page.Url}.");
    }

    private static async Task FollowAsync(IPage page, string selector)
    {
        await ReachAsync(page, selector);
        TaskCompletionSource arrival = new();
        void Arrive(object? sender, IFrame frame) => arrival.TrySetResult();
        page.FrameNavigated += Arrive;
        await page.Keyboard.PressAsync("Enter");
        await arrival.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        page.FrameNavigated -= Arrive;
        await page.WaitForLoadStateAsync();
    }
}
