using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Hub.Web.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Privacy;

/// <summary>Consent is separate, refusable and logged (docs/security.md, line 62).</summary>
public abstract class ConsentTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_yes_and_each_yes_taken_back_is_a_row_and_what_stays_is_none()
    {
        var organisation = An.Organisation();
        var day = An.Edition(organisation);
        await app.SaveAsync(organisation, day);
        var address = $"{Guid.NewGuid():N}@mairie.example";
        var form = Form.Of(An.Attendee("ada", address));
        using var visitor = app.Visitor();
        using var registered = await visitor.PostAsync($"/journees/{day.Slug}/inscription", new Dictionary<string, string>(form) { ["Input.AcceptsPhotos"] = "true" });
        var page = (await app.MailsToAsync(address))[0].Link();
        app.Clock.Now += TimeSpan.FromHours(1);
        using var same = await visitor.PostAsync($"{page}/corriger", new Dictionary<string, string>(form) { ["Input.AcceptsPhotos"] = "true", ["Input.JobTitle"] = "Maire" });
        using var corrected = await visitor.PostAsync($"{page}/corriger", new Dictionary<string, string>(form) { ["Input.WantsNews"] = "true", ["Input.Needs"] = "Espace calme" });

        Assert.Equal(
            [
                (ConsentKind.Photos, true, ConsentSource.Registration), (ConsentKind.Needs, true, ConsentSource.Correction),
                (ConsentKind.News, true, ConsentSource.Correction), (ConsentKind.Photos, false, ConsentSource.Correction),
            ],
            (await RowsAsync(day)).Select(c => (c.Kind, c.IsGiven, c.Source)));
        Assert.All(await RowsAsync(day), c => Assert.Equal(PublicRegistrationTexts.Version, c.Asked));
    }

    [Fact]
    public async Task Somebody_who_comes_back_and_says_no_has_taken_the_yes_back()
    {
        var organisation = An.Organisation();
        var day = An.Edition(organisation);
        await app.SaveAsync(organisation, day);
        await RegisterAsync(day, An.Attendee() with { WantsNews = true });
        var id = await app.ReadAsync(db => db.Registrations.For(day.Id).Select(r => r.Id).SingleAsync(Token));
        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(id, null, Token));

        await RegisterAsync(day, An.Attendee());

        Assert.Equal([false, true], (await RowsAsync(day)).Select(c => c.IsGiven).Order());
    }

    /// <summary>Other words are another question: whoever changes them gives <see cref="PublicRegistrationTexts.Version"/> and this print another value.</summary>
    [Fact]
    public void The_version_moves_with_the_words()
    {
        string[] keys = ["AcceptsPhotos", "WantsNews", "Choices", "ChoicesHint", "Needs", "NeedsHint", "NeedsPurpose"];
        StringBuilder words = new();
        foreach (var file in new[] { "PublicRegistrationTexts.resx", "PublicRegistrationTexts.en.resx" })
        {
            var texts = XDocument.Load(Repository.File($"src/Hub.Web/Registrations/{file}")).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);
            words.AppendJoin('\n', keys.Select(k => texts[k])).Append('\n');
        }

        Assert.Equal("2026-11-22 0E292711310056E9", $"{PublicRegistrationTexts.Version} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString())))[..16]}");
    }

    private Task<RegisterOutcome> RegisterAsync(Edition day, Attendee person) => app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(day.Id, person, "fr", Token));

    private Task<List<Consent>> RowsAsync(Edition day) => app.ReadAsync(db =>
    {
        var people = db.Registrations.For(day.Id).Select(r => r.Id);
        return db.Consents.AsNoTracking().Where(c => people.Contains(c.RegistrationId)).OrderBy(c => c.At).ThenBy(c => c.Kind).ToListAsync(Token);
    });

    public sealed class OnSqlite(SqliteHub app) : ConsentTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : ConsentTests(app), IClassFixture<PostgreSqlHub>;
}
