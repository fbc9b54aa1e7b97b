using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Tests.Programmes;
using Hub.Tests.Support;
using Microsoft.Playwright;

namespace Hub.Tests.Pitches;

/// <summary>A whole call in a real browser: from a draft to turns on stage.</summary>
public sealed class CallWalkTests(Chromium chromium)
{
    private static readonly DateTime Start = An.Now;

    [Fact]
    public async Task A_call_lives_from_its_first_word_to_confirmed_turns()
    {
        await using var app = PublicSite.BehindProxy();
        var origin = app.Listen();
        var stage = await AStage.WithAsync(app);
        var account = await app.AccountAsync("organisation@exemple.example");
        await app.SaveAsync(new OrganiserGrant(stage.Organisation.Id, account.Id, An.Now));
        var organiser = await SignInAsync(origin, account.Email!);

        // An organiser writes the call, publishes it and asks a committee in.
        await PrepareAsync(organiser, stage.Edition);
        var desk = organiser.Url;
        await InviteAsync(organiser, desk, "Jury Une", "Région d’exemple", "une@region.example");
        await InviteAsync(organiser, desk, "Jury Deux", "Département d’exemple", "deux@departement.example");
        await InviteAsync(organiser, desk, "Jury Trois", "Ville de Rance", "trois@rance.example");

        // People propose, each by a link of their own.
        var rance = await ProposeAsync(app, origin, stage.Edition, "Ville de Rance", "awa@rance.example");
        var erdre = await ProposeAsync(app, origin, stage.Edition, "Ville d’Erdre", "noe@erdre.example");
        var vire = await ProposeAsync(app, origin, stage.Edition, "Ville de Vire", "mai@vire.example");
        Assert.EndsWith("proposition bien reçue", await LastSubjectAsync(app, "awa@rance.example"), StringComparison.Ordinal);

        // The window is over: the committee judges with the keys of the keyboard; one has a conflict, another works there.
        app.Clock.Now = Start.AddHours(3);
        await JudgeAsync(app, origin, "une@region.example", ["Ville de Rance", "Ville d’Erdre", "Ville de Vire"], "5", "4", "3");
        await RecuseAsync(app, origin, "deux@departement.example", "Ville de Rance");
        await JudgeAsync(app, origin, "deux@departement.example", ["Ville d’Erdre", "Ville de Vire"], "4", "2");
        await JudgeAsync(app, origin, "trois@rance.example", ["Ville d’Erdre", "Ville de Vire"], "5", "1");

        // Organisers decide, choose where they play, and release.
        organiser = await SignInAsync(origin, account.Email!);
        await DecideAsync(organiser, desk, stage.Session, ("Ville de Rance", "Accepted"), ("Ville d’Erdre", "Accepted"), ("Ville de Vire", "Reserve"));
        Assert.EndsWith("proposition bien reçue", await LastSubjectAsync(app, "awa@rance.example"), StringComparison.Ordinal);
        await organiser.ClickAsync("details summary");
        await organiser.ClickAsync("details button.btn--primary");
        Assert.EndsWith("proposition retenue", await LastSubjectAsync(app, "awa@rance.example"), StringComparison.Ordinal);
        Assert.EndsWith("proposition retenue", await LastSubjectAsync(app, "noe@erdre.example"), StringComparison.Ordinal);
        Assert.EndsWith("liste de réserve", await LastSubjectAsync(app, "mai@vire.example"), StringComparison.Ordinal);

        // One confirms, one withdraws, and the reserve has the place.
        await ConfirmAsync(erdre);
        await WithdrawAsync(rance);
        Assert.EndsWith("une place se libère", await LastSubjectAsync(app, "mai@vire.example"), StringComparison.Ordinal);
        await ConfirmAsync(vire);
        Assert.EndsWith("passage confirmé", await LastSubjectAsync(app, "mai@vire.example"), StringComparison.Ordinal);
        Assert.EndsWith("proposition retirée", await LastSubjectAsync(app, "awa@rance.example"), StringComparison.Ordinal);

        // Both have their turn, in the order they confirmed.
        Assert.Equal(["Le projet de Ville d’Erdre", "Le projet de Ville de Vire"], (await stage.OrderAsync(app)).Slots.Select(s => s.Title));
        await organiser.ReloadAsync();
        var words = await organiser.InnerTextAsync("main");
        Assert.Contains("Passage confirmé", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Ville de Rance", await organiser.InnerTextAsync("main table"), StringComparison.Ordinal);
        Assert.Contains("Le projet de Ville de Rance", await organiser.InnerTextAsync("#rendues + ul"), StringComparison.Ordinal);
    }

    private async Task<IPage> SignInAsync(Uri origin, string email)
    {
        var page = await chromium.OpenAsync(origin);
        await page.SignInAsync(email);
        return page;
    }

    private static async Task PrepareAsync(IPage page, Edition edition)
    {
        await page.GotoAsync($"/organisation/journees/{edition.Id}/appels/preparer");
        await page.FillAsync("#Input_Title", "Pitchs 2027");
        await page.FillAsync("#Input_Opens", "2027-01-04T09:30");
        await page.FillAsync("#Input_Closes", "2027-01-04T12:00");
        await page.ClickAsync("main form .btn--primary");
        await page.ClickAsync("button[formaction*='Publish'], form[action*='Publish'] button");
        Assert.Contains("Publié", await page.InnerTextAsync("main"), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task InviteAsync(IPage page, string desk, string name, string organisation, string email)
    {
        await page.GotoAsync($"{desk}/comite");
        await page.FillAsync("#Input_Name", name);
        await page.FillAsync("#Input_Organisation", organisation);
        await page.FillAsync("#Input_Email", email);
        await page.ClickAsync("[aria-labelledby=inviter] .btn");
        Assert.Contains("L’invitation part par courriel.", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task<IPage> ProposeAsync(HubApp app, Uri origin, Edition edition, string organisation, string email)
    {
        var page = await chromium.OpenAsync(origin);
        await page.GotoAsync($"/journees/{edition.Slug}/appels/pitchs-2027");
        await page.FillAsync("#Input_Organisation", organisation);
        await page.FillAsync("#Input_Name", "Awa Dembasse");
        await page.FillAsync("#Input_Email", email);
        await page.ClickAsync("main form .btn--primary");
        await page.GotoAsync((await app.MailsToAsync(email))[^1].LinkTo("/proposer/"));
        foreach (var field in await page.Locator("[name^='Input.Answers']").AllAsync())
        {
            await AnswerAsync(field, organisation);
        }

        await page.ClickAsync("button[formaction*='Send']");
        Assert.Contains("Votre proposition est arrivée", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        return page;
    }

    private static async Task AnswerAsync(ILocator field, string organisation)
    {
        if (await field.EvaluateAsync<bool>("f => f.tagName === 'SELECT'"))
        {
            await field.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        }
        else if (await field.GetAttributeAsync("type") is not "url")
        {
            await field.FillAsync(await field.GetAttributeAsync("id") == "reponse-title" ? $"Le projet de {organisation}" : "Des fuites en moins.");
        }
    }

    /// <summary>By keys: a digit marks, Tab goes on.</summary>
    private async Task JudgeAsync(HubApp app, Uri origin, string email, string[] organisations, params string[] marks)
    {
        var page = await chromium.OpenAsync(origin);
        var link = (await app.MailsToAsync(email))[^1].LinkTo("/comite/");
        foreach (var (organisation, mark) in organisations.Zip(marks))
        {
            await page.GotoAsync(link);
            Assert.Equal(organisations.Length, await page.Locator("tbody tr").CountAsync());
            await page.ClickAsync($"text=Le projet de {organisation}");
            foreach (var criterion in await page.Locator(".criterion").AllAsync())
            {
                await criterion.Locator("input[type=radio]").First.FocusAsync();
                await page.Keyboard.PressAsync(mark);
            }

            Assert.Equal(mark, await page.InnerTextAsync("[data-total]"));
            await page.ClickAsync("button[formaction*='Send']");
            Assert.Contains("Votre avis est envoyé.", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        }
    }

    private async Task RecuseAsync(HubApp app, Uri origin, string email, string organisation)
    {
        var page = await chromium.OpenAsync(origin);
        await page.GotoAsync((await app.MailsToAsync(email))[^1].LinkTo("/comite/"));
        await page.ClickAsync($"text=Le projet de {organisation}");
        await page.ClickAsync("details summary");
        await page.FillAsync("#reason", "J’y ai travaillé l’an passé.");
        await page.ClickAsync("details button.btn--danger");
        Assert.Contains("Vous n’évaluez plus cette proposition.", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator($"text=Le projet de {organisation}").CountAsync());
    }

    private static async Task DecideAsync(IPage page, string desk, Session session, params (string Organisation, string Verdict)[] verdicts)
    {
        await page.GotoAsync($"{desk}/decisions");
        foreach (var (organisation, verdict) in verdicts)
        {
            await page.Locator("tbody tr").Filter(new() { HasText = organisation }).Locator("select").SelectOptionAsync(verdict);
        }

        await page.ClickAsync("form .form__actions .btn--primary");
        Assert.Contains("personne n’en est averti", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.SelectOptionAsync("#Session", $"{session.Id}");
        await page.ClickAsync("form[action*='Stage'] .btn");
    }

    private static async Task ConfirmAsync(IPage page)
    {
        await page.ReloadAsync();
        await page.FillAsync("#OnStage_Presenters", "Awa Dembasse, directrice");
        await page.ClickAsync("form[action*='Confirm'] .btn--primary");
        Assert.Contains("Votre passage est confirmé.", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task WithdrawAsync(IPage page)
    {
        await page.ReloadAsync();
        await page.ClickAsync("details:has(form[action*='Withdraw']) summary");
        await page.ClickAsync("form[action*='Withdraw'] button");
        Assert.Contains("retirée", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task<string> LastSubjectAsync(HubApp app, string email) => (await app.MailsToAsync(email))[^1]["Subject"];
}
