using System.Globalization;
using Hub.Core.Organisations;
using Hub.Tests.Support;
using Microsoft.Playwright;

namespace Hub.Tests.Browser;

public sealed class WalkTests(Chromium chromium)
{
    [Fact]
    public async Task A_day_lives_from_its_draft_to_its_new_hour()
    {
        await using var app = PublicSite.BehindProxy();
        var origin = app.Listen();
        var account = await OrganiserAsync(app);
        var organiser = await SignInAsync(origin, account);

        await organiser.GotoAsync("/organisation/journees/nouvelle");
        await FillDayAsync(organiser);
        await organiser.ClickAsync("button[formaction*='Announce']");
        var manage = organiser.Url;
        var slug = await app.ReadAsync(db => Task.FromResult(db.Set<Hub.Core.Events.Edition>().Single().Slug));
        var before = await SequenceAsync(organiser, slug);

        await RegisterAsync(origin, slug, "ada");
        await RegisterAsync(origin, slug, "bob");
        Assert.Null(await TicketAsync(origin, Assert.Single(await app.MailsToAsync("bob@mairie.example")).Link()));

        var ada = await chromium.OpenAsync(origin);
        await ada.GotoAsync(Assert.Single(await app.MailsToAsync("ada@mairie.example")).Link());
        await ada.ClickAsync("main a.btn--danger");
        await ada.ClickAsync("main button.btn--danger");
        var bobs = await app.MailsToAsync("bob@mairie.example");
        Assert.Equal(2, bobs.Count);
        var bob = await chromium.OpenAsync(origin);
        await bob.GotoAsync(bobs[1].Link());
        await bob.ClickAsync(".btn--accent");
        Assert.NotNull(await TicketAsync(origin, bobs[1].Link()));
        Assert.Equal(3, (await app.MailsToAsync("bob@mairie.example")).Count);

        await organiser.GotoAsync($"{manage}/modifier");
        await organiser.FillAsync("#Input_Start_Time", "10:00");
        await organiser.FillAsync("#Input_End_Time", "18:30");
        await organiser.ClickAsync(".form__actions .btn--primary");

        Assert.Equal(manage, organiser.Url);
        Assert.Equal(before + 1, await SequenceAsync(organiser, slug));
        var moved = (await app.MailsToAsync("bob@mairie.example"))[3];
        Assert.Contains("text/calendar", moved.Body.Types);
        Assert.Contains("10\u00A0h", moved.Text(), StringComparison.Ordinal);
        Assert.Equal(2, (await app.MailsToAsync("ada@mairie.example")).Count);
    }

    private static async Task<string> OrganiserAsync(HubApp app)
    {
        var organisation = An.Organisation();
        var account = await app.AccountAsync("organisation@exemple.example");
        await app.SaveAsync(organisation, new OrganiserGrant(organisation.Id, account.Id, An.Now));
        return account.Email!;
    }

    private async Task<IPage> SignInAsync(Uri origin, string email)
    {
        var page = await chromium.OpenAsync(origin);
        await page.SignInAsync(email);
        return page;
    }

    private static async Task FillDayAsync(IPage page)
    {
        await page.FillAsync("#Input_Title", "Journée numérique d’exemple");
        await page.SelectOptionAsync("#Input_Theme", "data");
        await page.SelectOptionAsync("#Input_RegionCode", "53");
        await page.FillAsync("#Input_Host", "Agglomération d’exemple");
        await page.CheckAsync("input[name='Input.Format'][value=OnSite]");
        await page.FillAsync("#Input_VenueName", "Palais des congrès");
        await page.FillAsync("#Input_VenueAddress", "1 place du Port, Vannes");
        await page.FillAsync("#Input_Start_Date", "2027-03-18");
        await page.FillAsync("#Input_Start_Time", "09:00");
        await page.FillAsync("#Input_End_Date", "2027-03-18");
        await page.FillAsync("#Input_End_Time", "17:30");
        await page.FillAsync("#Input_Capacity", "1");
        await page.FillAsync("#Input_Contact", "contact@exemple.example");
        await page.ClickAsync(".form__actions .btn--primary");
    }

    private async Task RegisterAsync(Uri origin, string slug, string name)
    {
        var page = await chromium.OpenAsync(origin);
        await page.GotoAsync($"/journees/{slug}");
        await page.ClickAsync(".ticketbox a.btn--accent");
        foreach (var (field, value) in Form.Of(An.Attendee(name)))
        {
            await page.FillAsync($"[name='{field}']", value);
        }

        await page.ClickAsync("main .form__actions .btn--primary");
        await page.ClickAsync("main .form__actions .btn--primary");
        Assert.Contains("/inscription/recue", page.Url, StringComparison.Ordinal);
    }

    private async Task<string?> TicketAsync(Uri origin, string link)
    {
        var page = await chromium.OpenAsync(origin);
        await page.GotoAsync(link);
        return await page.Locator(".ticket__code").CountAsync() == 0 ? null : await page.Locator(".ticket__code").TextContentAsync();
    }

    private static async Task<int> SequenceAsync(IPage page, string slug)
    {
        var feed = await page.Context.APIRequest.GetAsync($"/journees/{slug}.ics");
        var line = (await feed.TextAsync()).Split("\r\n").SingleOrDefault(l => l.StartsWith("SEQUENCE:", StringComparison.Ordinal));
        return int.Parse(line?["SEQUENCE:".Length..] ?? "0", CultureInfo.InvariantCulture);
    }
}
