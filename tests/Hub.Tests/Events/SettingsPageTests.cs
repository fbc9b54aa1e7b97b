using System.Net;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Events;

public abstract class SettingsPageTests(HubApp app)
{
    private static readonly byte[] Png = [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 2, 0x80, 0, 0, 1, 0xE0, 8, 6, 0, 0, 0];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mails_are_signed_as_the_day_says()
    {
        var (edition, organiser, page) = await DayAsync();

        using var saved = await organiser.PostAsync(page, new Dictionary<string, string>
        {
            ["Version"] = $"{edition.Version}",
            ["Input.SenderName"] = "Cap Bretagne",
            ["Input.ReplyTo"] = "reponse@exemple.example",
            ["Input.Palette"] = "Garance",
        });

        Assert.Equal(page, saved.Headers.Location?.ToString());
        var attendee = An.Attendee(email: $"{Guid.NewGuid():N}@mairie.example");
        await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, attendee, "fr", Token));
        var raw = (await app.SendMailsAsync()).Single(m => m.Contains(attendee.Email, StringComparison.Ordinal));
        Assert.Contains("Reply-To: reponse@exemple.example", raw, StringComparison.Ordinal);
        Assert.Contains("From: \"Cap Bretagne\"", raw, StringComparison.Ordinal);
        Assert.Equal(Tone.Garance, await app.ReadAsync(db => db.Editions.Where(e => e.Id == edition.Id).Select(e => e.Palette).SingleAsync(Token)));
    }

    [Fact]
    public async Task Settings_read_before_a_colleague_saved_are_not_written()
    {
        var (edition, organiser, page) = await DayAsync();
        using var first = await organiser.PostAsync(page, new Dictionary<string, string> { ["Version"] = $"{edition.Version}", ["Input.SenderName"] = "Une" });

        using var second = await organiser.PostAsync(page, new Dictionary<string, string> { ["Version"] = $"{edition.Version}", ["Input.SenderName"] = "Deux", ["Input.ReplyTo"] = "reponse@" });
        using var third = await organiser.PostAsync(page, new Dictionary<string, string> { ["Version"] = $"{edition.Version}", ["Input.SenderName"] = "Trois" });

        using var wrong = await second.ReadAsync();
        Assert.Equal("Deux", wrong.QuerySelector("#Input_SenderName")!.GetAttribute("value"));
        Assert.NotEmpty(wrong.QuerySelectorAll(".field__error"));
        using var stale = await third.ReadAsync();
        Assert.Equal("Trois", stale.QuerySelector("#Input_SenderName")!.GetAttribute("value"));
        Assert.Equal("Une", await app.ReadAsync(db => db.Editions.Where(e => e.Id == edition.Id).Select(e => e.SenderName).SingleAsync(Token)));
    }

    [Fact]
    public async Task A_picture_needs_its_words_and_keeps_them()
    {
        var (edition, organiser, page) = await DayAsync();

        using var bare = await SendAsync(organiser, page, Png, alt: "", credit: "Ville d’exemple, CC BY 4.0");
        using var refused = await bare.ReadAsync();
        Assert.Equal("Ville d’exemple, CC BY 4.0", refused.QuerySelector("#Picture_Credit")!.GetAttribute("value"));
        Assert.Single(refused.QuerySelectorAll(".field__error"));

        using var wrong = await SendAsync(organiser, page, "<svg/>"u8.ToArray(), "La salle", "Ville d’exemple");
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        using var sent = await SendAsync(organiser, page, Png, "La salle du conseil", "Ville d’exemple");
        Assert.Equal(page, sent.Headers.Location?.ToString());
        using var reworded = await SendAsync(organiser, page, [], "La salle pleine", "Ville d’exemple");
        var image = await app.ReadAsync(db => db.EditionImages.SingleAsync(i => i.EditionId == edition.Id, Token));
        Assert.Equal(("image/png", 640, 480, "La salle pleine"), (image.MediaType, image.Width, image.Height, image.Alt));
        Assert.Equal(Png, image.Content);

        var version = await app.ReadAsync(db => db.Editions.Where(e => e.Id == edition.Id).Select(e => e.Version).SingleAsync(Token));
        using var removed = await organiser.PostAsync(page, new Dictionary<string, string> { ["Version"] = $"{version}", ["Picture.Remove"] = "true" });
        Assert.False(await app.ReadAsync(db => db.EditionImages.AnyAsync(i => i.EditionId == edition.Id, Token)));
    }

    [Fact]
    public async Task A_picture_that_is_refused_takes_no_other_setting_along()
    {
        var (edition, organiser, page) = await DayAsync();

        using var answer = await SendAsync(organiser, page, "<svg/>"u8.ToArray(), "La salle", "Ville d’exemple", ("Input.SenderName", "Cap Bretagne"), ("Input.Palette", "Garance"));
        using var refused = await answer.ReadAsync();

        Assert.Equal("Cap Bretagne", refused.QuerySelector("#Input_SenderName")!.GetAttribute("value"));
        Assert.NotNull(refused.QuerySelector("[name='Input.Palette'][value=Garance][checked]"));
        using var sent = await SendAsync(organiser, page, Png, "La salle", "Ville d’exemple", ("Input.SenderName", "Cap Bretagne"));
        Assert.Equal("Cap Bretagne", await app.ReadAsync(db => db.Editions.Where(e => e.Id == edition.Id).Select(e => e.SenderName).SingleAsync(Token)));
        Assert.True(await app.ReadAsync(db => db.EditionImages.AnyAsync(i => i.EditionId == edition.Id, Token)));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string page, byte[] file, string alt, string credit, params (string Name, string Value)[] settings)
    {
        using var read = await browser.ReadAsync(page);
        using MultipartFormDataContent form = new()
        {
            { new StringContent(read.QuerySelector("[name=Version]")!.GetAttribute("value")!), "Version" },
            { new StringContent(await Form.TokenAsync(browser, page)), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "Picture.File", "image" },
            { new StringContent(alt), "Picture.Alt" },
            { new StringContent(credit), "Picture.Credit" },
        };
        foreach (var (name, value) in settings)
        {
            form.Add(new StringContent(value), name);
        }

        return await browser.PostAsync(page, form, Token);
    }

    private async Task<(Edition, HttpClient, string)> DayAsync()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        return (edition, await app.OrganiserAsync(organisation), $"/organisation/journees/{edition.Id}/reglages");
    }

    public sealed class OnSqlite(SqliteHub app) : SettingsPageTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : SettingsPageTests(app), IClassFixture<PostgreSqlHub>;
}
