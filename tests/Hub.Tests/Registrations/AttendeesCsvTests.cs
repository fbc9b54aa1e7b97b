using System.Text;
using Hub.Core.Audit;
using Hub.Core.Registrations;
using Hub.Tests.Support;
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

    public sealed class OnSqlite(SqliteHub app) : AttendeesCsvTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : AttendeesCsvTests(app), IClassFixture<PostgreSqlHub>;
}
