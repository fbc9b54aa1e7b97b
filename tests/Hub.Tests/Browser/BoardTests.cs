using Deque.AxeCore.Playwright;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.Playwright;

namespace Hub.Tests.Browser;

/// <summary>A programme of four rooms and twenty-five sessions, built by mouse, by keyboard and by form.</summary>
public sealed class BoardTests(Chromium chromium)
{
    private const int Rooms = 4;
    private const int Sessions = 25;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_is_built_by_mouse()
    {
        await using var app = PublicSite.BehindProxy();
        var (page, day) = await OpenAsync(app);
        await FillTrayAsync(page);

        foreach (var n in Enumerable.Range(0, Sessions))
        {
            await DragAsync(page, n, Wanted(n));
        }

        await AssertBuiltAsync(app, page, day);
        Assert.Empty((await page.RunAxe()).Violations);
    }

    [Fact]
    public async Task A_day_is_built_by_keyboard()
    {
        await using var app = PublicSite.BehindProxy();
        var (page, day) = await OpenAsync(app);
        await FillTrayAsync(page);

        foreach (var n in Enumerable.Range(0, Sessions))
        {
            var (column, row) = Wanted(n);
            await Card(page, n).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.Locator($".bcard[data-held]:has-text('{Title(n)}')").WaitForAsync();
            await PressAsync(page, "ArrowRight", column - await NumberAsync(Card(page, n), "c"));
            await PressAsync(page, "ArrowDown", (row - await NumberAsync(Card(page, n), "s")) / 3);
            await page.Keyboard.PressAsync("Enter");
            await PlacedAsync(page, n);
        }

        await AssertBuiltAsync(app, page, day);
    }

    [Fact]
    public async Task A_day_is_built_by_form_without_scripts()
    {
        await using var app = PublicSite.BehindProxy();
        var (page, day) = await OpenAsync(app, javaScript: false);
        foreach (var n in Enumerable.Range(0, Sessions))
        {
            await AddAsync(page, n);
            await page.Locator(".bcard", new() { HasText = Title(n) }).ClickAsync();
            var (column, row) = Wanted(n);
            await page.Locator("#inspecteur select").SelectOptionAsync($"Salle {column}");
            await page.Locator("#inspecteur input[type=date]").FillAsync("2027-03-18");
            await page.Locator("#inspecteur input[type=time]").FillAsync($"{new TimeOnly(8, 0).AddMinutes(row * 5):HH:mm}");
            await page.Locator("#inspecteur .movebox button").ClickAsync();
        }

        await AssertBuiltAsync(app, page, day);
        await page.Locator("#etat button").First.ClickAsync();
        Assert.Contains("est à placer", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_dropped_on_another_goes_back_and_the_other_is_named()
    {
        await using var app = PublicSite.BehindProxy();
        var (page, _) = await OpenAsync(app);
        await AddAsync(page, 0);
        await AddAsync(page, 1);
        await DragAsync(page, 0, (1, 12));
        var (x, y) = await PointAsync(page, (1, 15));

        await TakeAsync(page, 1);
        await page.Mouse.MoveAsync(x, y, new() { Steps = 4 });
        await page.Mouse.UpAsync();

        await page.Locator("[data-toast]", new() { HasText = $"déjà pris par « {Title(0)} »" }).WaitForAsync();
        Assert.Equal(1, await page.Locator("[data-tray-list] .bcard").CountAsync());
    }

    [Fact]
    public async Task A_phone_is_told_what_a_finger_can_do()
    {
        await using var app = PublicSite.BehindProxy();
        var (desk, day) = await OpenAsync(app);
        await AddAsync(desk, 0);
        var phone = await chromium.OpenAsync(new(desk.Url), width: 390, touch: true);
        await phone.SignInAsync("tableau@exemple.example");
        await phone.GotoAsync(Address(day), new() { WaitUntil = WaitUntilState.NetworkIdle });

        var (spoken, onPhone) = (await desk.InnerTextAsync("#mode-emploi"), await phone.InnerTextAsync("#mode-emploi"));
        await Card(phone, 0).TapAsync();
        await phone.Locator("#inspecteur .movebox").WaitForAsync();

        Assert.Contains("Glissez", spoken, StringComparison.Ordinal);
        Assert.DoesNotContain("Glissez", onPhone, StringComparison.Ordinal);
        Assert.Contains("Touchez une carte", onPhone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_organisers_see_each_other_s_moves_and_a_conflict_reloads_one_card()
    {
        await using var app = PublicSite.BehindProxy();
        var (ada, day) = await OpenAsync(app);
        await AddAsync(ada, 0);
        await AddAsync(ada, 1);
        await DragAsync(ada, 0, (1, 12));
        var bob = await chromium.OpenAsync(new(ada.Url));
        await bob.SignInAsync("tableau@exemple.example");
        await bob.GotoAsync(Address(day), new() { WaitUntil = WaitUntilState.NetworkIdle });

        // Nobody hears of the other for a while: both hold what they saw.
        await bob.RouteAsync("**/*handler=Changes*", route => route.AbortAsync());
        await DragAsync(ada, 0, (2, 24));
        await DragAsync(bob, 1, (3, 12));
        await DragAsync(ada, 0, (2, 36));
        await bob.EvaluateAsync("(title) => { window.kept = [...document.querySelectorAll('.bcard')].find((c) => !c.textContent.includes(title)); }", Title(0));
        await StaleAsync(bob, 0, (4, 12));

        Assert.Equal((2, 36), (await NumberAsync(Card(bob, 0), "c"), await NumberAsync(Card(bob, 0), "s")));
        Assert.True(await bob.EvaluateAsync<bool>("window.kept.isConnected"));
        await bob.UnrouteAllAsync();
        await DragAsync(ada, 1, (4, 48));
        await bob.WaitForFunctionAsync("(title) => [...document.querySelectorAll('.board > .bcard')].some((c) => c.textContent.includes(title) && c.style.getPropertyValue('--s') === '48')", Title(1));
        var plan = (await app.ReadAsync(db => db.DraftOfAsync(day.Id, Ct))).Plan;
        Assert.Equal([new DateTime(2027, 3, 18, 11, 0, 0), new DateTime(2027, 3, 18, 12, 0, 0)], plan.Sessions.Select(s => s.Facts.LocalStart));
    }

    [Fact]
    public async Task What_is_published_is_told_to_those_concerned_alone()
    {
        await using var app = PublicSite.BehindProxy();
        var (page, day) = await OpenAsync(app);
        foreach (var n in Enumerable.Range(0, 2))
        {
            await AddAsync(page, n);
            await DragAsync(page, n, (n + 1, 12));
            await OpenToAsync(page, n, places: 10);
        }

        await PublishAsync(page, 1);
        foreach (var (name, title) in new[] { ("ada", Title(0)), ("bob", Title(1)), ("cleo", "") })
        {
            await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(day.Id, An.Attendee(name), "fr", Ct));
            await TakePlaceAsync(page, (await app.MailsToAsync($"{name}@mairie.example"))[^1].Link(), title);
        }

        await page.GotoAsync(Address(day), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await DragAsync(page, 0, (3, 48));
        await page.ClickAsync(".boardhead .btn--primary");
        var told = await page.InnerTextAsync("main");
        await PublishAsync(page, 2);

        Assert.Contains("Sessions déplacées", told, StringComparison.Ordinal);
        Assert.Contains("place dans une session déplacée ou retirée\u00a0: 1", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Title(1), told, StringComparison.Ordinal);
        var changed = Assert.Single(await app.MailsToAsync("ada@mairie.example"), m => m["Subject"].Contains("changent", StringComparison.Ordinal));
        Assert.Contains("Salle 3", changed.Text(), StringComparison.Ordinal);
        Assert.Single(await app.MailsToAsync("bob@mairie.example"));
        Assert.Single(await app.MailsToAsync("cleo@mairie.example"));
        await page.GotoAsync($"/journees/{day.Slug}/programme/versions");
        Assert.Equal(["Version 2", "Version 1"], await page.Locator("main h2").AllInnerTextsAsync());
        var feed = await (await page.Context.APIRequest.GetAsync($"/journees/{day.Slug}/programme.ics")).TextAsync();
        Assert.Contains("LOCATION:Salle 3", feed, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", feed, StringComparison.Ordinal);
    }

    private static async Task OpenToAsync(IPage page, int n, int places)
    {
        await Card(page, n).ClickAsync();
        await page.Locator("#inspecteur h2", new() { HasText = Title(n) }).WaitForAsync();
        await page.ClickAsync("#inspecteur a.btn");
        await page.FillAsync("[name='Input.Places']", $"{places}");
        await page.ClickAsync("main form .btn--primary");
        await page.Locator(".board").WaitForAsync();
    }

    private static async Task PublishAsync(IPage page, int number)
    {
        if (await page.Locator(".board").CountAsync() > 0)
        {
            await page.ClickAsync(".boardhead .btn--primary");
        }

        await page.ClickAsync($"main form button:has-text('Publier la version {number}')");
        await page.Locator(".board").WaitForAsync();
    }

    private static async Task TakePlaceAsync(IPage page, string link, string title)
    {
        await page.GotoAsync(link);
        if (title.Length > 0)
        {
            await page.Locator("#ateliers li", new() { HasText = title }).Locator("button").ClickAsync();
            await page.Locator("#ateliers", new() { HasText = "Votre place est réservée" }).WaitForAsync();
        }
    }

    private static string Title(int n) => $"Session {(char)('A' + n)}";

    private static string Address(Edition day) => $"/organisation/journees/{day.Id}/programme";

    /// <summary>Row 0 is 8:00.</summary>
    private static (int Column, int Row) Wanted(int n) => (1 + (n % Rooms), 12 + (n / Rooms * 9));

    private static ILocator Card(IPage page, int n) => page.Locator(".bcard:not(.bcard--drag)", new() { HasText = Title(n) });

    private async Task<(IPage Page, Edition Day)> OpenAsync(SqliteHub app, bool javaScript = true)
    {
        var origin = app.Listen();
        var organisation = An.Organisation();
        var day = An.Edition(organisation);
        await app.SaveAsync(organisation, day);
        var account = await app.AccountAsync("tableau@exemple.example");
        await app.SaveAsync(new OrganiserGrant(organisation.Id, account.Id, An.Now));
        foreach (var n in Enumerable.Range(1, Rooms))
        {
            await app.DoAsync<ProgrammeOffice>(office => office.AddRoomAsync(day.Id, $"Salle {n}", 40, null, Ct));
        }

        var page = await chromium.OpenAsync(origin, javaScript);
        await page.SetViewportSizeAsync(1500, 1800);
        await page.SignInAsync(account.Email!);
        await page.GotoAsync(Address(day), new() { WaitUntil = WaitUntilState.NetworkIdle });
        return (page, day);
    }

    private static async Task FillTrayAsync(IPage page)
    {
        foreach (var n in Enumerable.Range(0, Sessions))
        {
            await AddAsync(page, n);
        }
    }

    private static async Task AddAsync(IPage page, int n)
    {
        await page.Locator("[name='New.Title']").FillAsync(Title(n));
        await page.Locator("[name='New.Kind']").SelectOptionAsync("Testimony");
        await page.Locator(".tray__new button").ClickAsync();
        await Card(page, n).WaitForAsync();
    }

    private static async Task<(float X, float Y)> PointAsync(IPage page, (int Column, int Row) cell)
    {
        var box = await page.Locator($".board__col[style='--c:{cell.Column}']").BoundingBoxAsync();
        var rows = float.Parse((await page.Locator(".board").GetAttributeAsync("data-rows"))!, System.Globalization.CultureInfo.InvariantCulture);
        return (box!.X + (box.Width / 2), box.Y + (box.Height * cell.Row / rows));
    }

    private static async Task TakeAsync(IPage page, int n)
    {
        var box = await Card(page, n).BoundingBoxAsync();
        await page.Mouse.MoveAsync(box!.X + 20, box.Y + 8);
        await page.Mouse.DownAsync();
    }

    private static async Task DragAsync(IPage page, int n, (int Column, int Row) cell)
    {
        await Card(page, n).ScrollIntoViewIfNeededAsync();
        await TakeAsync(page, n);
        var (x, y) = await PointAsync(page, cell);
        await page.Mouse.MoveAsync(x, y + 8, new() { Steps = 3 });
        await page.Mouse.UpAsync();
        await PlacedAsync(page, n);
        Assert.Equal(cell, (await NumberAsync(Card(page, n), "c"), await NumberAsync(Card(page, n), "s")));
    }

    /// <summary>Drags a card that a colleague has moved meanwhile.</summary>
    private static async Task StaleAsync(IPage page, int n, (int Column, int Row) cell)
    {
        await TakeAsync(page, n);
        var (x, y) = await PointAsync(page, cell);
        await page.Mouse.MoveAsync(x, y + 8, new() { Steps = 3 });
        await page.Mouse.UpAsync();
        await page.Locator("[data-toast]", new() { HasText = "vient de déplacer" }).WaitForAsync();
    }

    /// <summary>The server has spoken.</summary>
    private static Task PlacedAsync(IPage page, int n) => page.Locator("[data-toast]", new() { HasText = $"« {Title(n)} » :" }).WaitForAsync();

    private static async Task PressAsync(IPage page, string key, int times)
    {
        var opposite = key is "ArrowRight" ? "ArrowLeft" : "ArrowUp";
        for (var n = 0; n < Math.Abs(times); n++)
        {
            await page.Keyboard.PressAsync(times > 0 ? key : opposite);
        }
    }

    private static Task<int> NumberAsync(ILocator card, string name) => card.EvaluateAsync<int>($"(card) => Number(card.style.getPropertyValue('--{name}'))");

    private static async Task AssertBuiltAsync(HubApp app, IPage page, Edition day)
    {
        var plan = (await app.ReadAsync(db => db.DraftOfAsync(day.Id, Ct))).Plan;
        var rooms = plan.Rooms.Select(r => r.Id).ToList();
        Assert.Equal(
            Enumerable.Range(0, Sessions).Select(n => (Title(n), Wanted(n).Column, day.LocalStart.Date.AddHours(8).AddMinutes(Wanted(n).Row * 5))),
            plan.Sessions.Select(s => (s.Facts.Title, rooms.IndexOf(s.Facts.RoomId!.Value) + 1, s.Facts.LocalStart!.Value)));
        Assert.Equal(0, await page.Locator("[data-tray-list] .bcard").CountAsync());
        Assert.Equal(Sessions, await page.Locator("#sessions tbody tr").CountAsync());
    }
}
