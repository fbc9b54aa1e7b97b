using System.Text;
using Hub.Core.Audit;
using Hub.Core.Registrations;
using Hub.Core.Territories;
using Hub.Tests.Support;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

public abstract class AttendeesCsvTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Registrations_leave_as_a_file_no_spreadsheet_runs()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        var trap = An.Attendee("ada") with { LastName = "=HYPERLINK(\"https://ailleurs.example\")", JobTitle = "@cmd;\"x\"", Needs = "Boucle magnétique,\nau premier rang" };
        await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, trap, "fr", Token));
        using var organiser = await app.OrganiserAsync(organisation);
        var page = $"/organisation/journees/{edition.Id}/inscriptions";

        using var answer = await organiser.PostAsync(page, new Dictionary<string, string>(), $"{page}?handler=Export");

        var bytes = await answer.Content.ReadAsByteArrayAsync(Token);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.StartsWith("Nom;Prénom;Adresse électronique;", text, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.DoesNotContain(";=", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n=", text, StringComparison.Ordinal);
        Assert.Contains("\"'@cmd;\"\"x\"\"\"", text, StringComparison.Ordinal);
        Assert.Contains("\"Boucle magnétique,\nau premier rang\"", text, StringComparison.Ordinal);
        Assert.Equal($"{edition.Slug}-inscriptions.csv", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.True(await app.ReadAsync(db => db.Audit.AnyAsync(a => a.SubjectId == edition.Id && a.Command == "ExportRegistrations", Token)));
    }

    [Fact]
    public async Task Territory_and_kind_of_body_are_said_in_words()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        var vannes = Gazetteer.France.Match("Vannes 56", 1).Certain!;
        var attendee = An.Attendee() with { TerritoryCode = vannes.Code, Sector = Sector.LocalAuthority };
        await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, attendee, "fr", Token));
        using var organiser = await app.OrganiserAsync(organisation);
        var page = $"/organisation/journees/{edition.Id}/inscriptions";

        using var answer = await organiser.PostAsync(page, new Dictionary<string, string>(), $"{page}?handler=Export");

        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.Contains("Territoire (code);Territoire;Représente;", text, StringComparison.Ordinal);
        Assert.Contains($"{vannes.Code};Vannes, commune, Morbihan (56);Une collectivité ou un groupement;", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,=1+cmd", "x, =1+cmd")]
    [InlineData("x;@somme", "x; @somme")]
    [InlineData("x\t+1", "x\t +1")]
    [InlineData("x\n-1", "x\n -1")]
    [InlineData("x,\"=1", "x,\" =1")]
    [InlineData("x,\uFF1D1", "x, \uFF1D1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("\uFF0B1", "'\uFF0B1")]
    [InlineData("\uFF0D1", "'\uFF0D1")]
    [InlineData("\uFF20somme", "'\uFF20somme")]
    [InlineData("Saint-Malo, Rennes ; a+b=c@d", "Saint-Malo, Rennes ; a+b=c@d")]
    public void No_part_of_a_value_opens_a_formula(string typed, string written) => Assert.Equal(written, HarmlessText.Of(typed));

    public sealed class OnSqlite(SqliteHub app) : AttendeesCsvTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : AttendeesCsvTests(app), IClassFixture<PostgreSqlHub>;
}
