using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Registrations;
using Hub.Tests.Support;

namespace Hub.Tests.Registrations;

/// <summary>A title is text everywhere it goes, however it looks.</summary>
public abstract class OddTitleTests(HubApp app)
{
    public static TheoryData<string> Titles =>
    [
        "<script>alert(1)</script> & <b>l'avenir</b>",
        "Données, communes; agglomérations \\n \"ensemble\"",
        "🎉 Numérique 👩🏽‍💻 pour toutes",
        string.Concat(Enumerable.Repeat("Élargir ", 40))[..EditionFacts.LineLength].Trim().PadRight(EditionFacts.LineLength, '!'),
    ];

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task A_title_is_the_same_in_the_page_the_mail_and_the_feed(string title)
    {
        var token = TestContext.Current.CancellationToken;
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, facts: An.Facts(title));
        await app.SaveAsync(organisation, edition);
        var attendee = An.Attendee(email: $"{Guid.NewGuid():N}@mairie.example");
        await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, attendee, "fr", token));

        using var page = await app.Visitor().ReadAsync($"/journees/{edition.Slug}");
        using var agenda = await app.Visitor().ReadAsync("/agenda");
        var mail = Assert.Single(await app.MailsToAsync(attendee.Email));
        using var mine = await app.Visitor().ReadAsync(mail.Link());
        var feed = await app.Visitor().GetStringAsync($"/journees/{edition.Slug}.ics", token);

        Assert.Equal(Typography.French(title), page.QuerySelector("h1")!.TextContent);
        Assert.Equal(Typography.French(title), agenda.QuerySelector($".day a[href$='{edition.Slug}']")!.TextContent);
        Assert.All(new[] { page, agenda, mine }, p => Assert.DoesNotContain(p.QuerySelectorAll("script"), s => s.TextContent.Length > 0 && s.GetAttribute("type") != "application/ld+json"));
        Assert.Contains(Typography.French(title), Typography.French(mail["Subject"]), StringComparison.Ordinal);
        Assert.Equal(title, SummaryOf(feed));
    }

    /// <summary>Unfolded and unescaped by hand (RFC 5545, sections 3.1 and 3.3.11).</summary>
    private static string SummaryOf(string feed)
    {
        var value = feed.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Single(l => l.StartsWith("SUMMARY", StringComparison.Ordinal)).Split(':', 2)[1];
        return value.Replace("\\\\", "\0", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal)
            .Replace("\\;", ";", StringComparison.Ordinal).Replace('\0', '\\');
    }

    public sealed class OnSqlite(SqliteHub app) : OddTitleTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : OddTitleTests(app), IClassFixture<PostgreSqlHub>;
}
