using System.IO.Compression;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Hub.Core.Audit;
using Hub.Core.Organisations;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Privacy;

/// <summary>GDPR, articles 15 and 20; docs/security.md, line 62.</summary>
public abstract class MyDataTests(HubApp app)
{
    private readonly string address = $"{Guid.NewGuid():N}@mairie.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "Vos données sur le Hub", "mes-donnees.zip")]
    [InlineData("/en", "Your data on the Hub", "my-data.zip")]
    public async Task All_that_is_known_of_an_address_leaves_as_a_file_for_people_and_for_programs(string language, string title, string name)
    {
        var person = await RegisterAsync();
        await app.DoAsync<PersonalSpace>(space => space.AskAsync(address, Token));
        var link = new Uri((await app.MailsToAsync(address))[^1].Text().Split((char[]?)null).First(w => w.Contains("/mon-espace/", StringComparison.Ordinal))).PathAndQuery;
        using var visitor = app.Visitor();

        using var shown = await visitor.ReadAsync($"{language}{link}");
        var form = shown.QuerySelector("form[action$='/donnees']")!.GetAttribute("action")!;
        using var answer = await visitor.SendFormAsync($"{language}{link}", [], form);

        Assert.Equal(name, answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var (json, html) = await OpenAsync(answer);
        using var data = JsonDocument.Parse(json);
        var place = data.RootElement.GetProperty("registrations")[0];
        Assert.Equal(("Maëlle", "Boucle magnétique"), (place.GetProperty("firstName").GetString(), place.GetProperty("needs").GetString()));
        Assert.Equal(["Photos", "Needs"], place.GetProperty("consents").EnumerateArray().Select(c => c.GetProperty("consent").GetString()).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(JsonValueKind.Null, data.RootElement.GetProperty("account").ValueKind);
        using var page = new HtmlParser().ParseDocument(html);
        Assert.Equal(title, page.Title);
        Assert.Contains("Maëlle", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Data.", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Value.", page.Body.TextContent, StringComparison.Ordinal);
        Assert.True(await app.ReadAsync(db => db.Audit.AnyAsync(a => a.SubjectId == person && a.Command == "ExportPersonalData", Token)));
    }

    [Fact]
    public async Task An_account_takes_its_devices_grants_acts_and_registrations_along()
    {
        await RegisterAsync();
        var organisation = An.Organisation();
        var account = await app.AccountAsync(address);
        await app.SaveAsync(organisation, new OrganiserGrant(organisation.Id, account.Id, An.Now));
        using var browser = await app.SignInAsync(address);
        using var changed = await browser.SendFormAsync("/compte", [], "/compte?handler=EndOthers");

        using var answer = await browser.SendFormAsync("/compte/donnees", []);

        var (json, html) = await OpenAsync(answer);
        using var data = JsonDocument.Parse(json);
        var held = data.RootElement.GetProperty("account");
        Assert.Equal(organisation.Name, held.GetProperty("organises")[0].GetProperty("organisation").GetString());
        Assert.Single(held.GetProperty("sessions").EnumerateArray());
        Assert.Contains(held.GetProperty("acts").EnumerateArray(), a => a.GetProperty("command").GetString() == "EndSessions");
        Assert.Equal(1, data.RootElement.GetProperty("registrations").GetArrayLength());
        Assert.DoesNotContain("Data.", html, StringComparison.Ordinal);
    }

    private async Task<Guid> RegisterAsync()
    {
        var organisation = An.Organisation();
        var day = An.Edition(organisation);
        await app.SaveAsync(organisation, day);
        var attendee = An.Attendee("Maëlle", address) with { Needs = "Boucle magnétique", AcceptsPhotos = true };
        await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(day.Id, attendee, "fr", Token));
        return await app.ReadAsync(db => db.Registrations.For(day.Id).Select(r => r.Id).SingleAsync(Token));
    }

    private static async Task<(string Json, string Html)> OpenAsync(HttpResponseMessage answer)
    {
        await using ZipArchive file = new(await answer.Content.ReadAsStreamAsync(Token));
        Assert.Equal(["donnees.json", "donnees.html"], file.Entries.Select(e => e.FullName));
        return (await ReadAsync(file.Entries[0]), await ReadAsync(file.Entries[1]));
    }

    private static async Task<string> ReadAsync(ZipArchiveEntry entry)
    {
        using StreamReader reader = new(await entry.OpenAsync(Token));
        return await reader.ReadToEndAsync(Token);
    }

    public sealed class OnSqlite(SqliteHub app) : MyDataTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : MyDataTests(app), IClassFixture<PostgreSqlHub>;
}
