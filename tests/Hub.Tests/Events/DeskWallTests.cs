using System.Net;
using Hub.Core.Events;
using Hub.Tests.Support;

namespace Hub.Tests.Events;

/// <summary>What an account may not touch does not exist for it, on any page of the desk.</summary>
public abstract class DeskWallTests(HubApp app)
{
    private const string Day = "/organisation/journees/{0}";

    public static TheoryData<string> Pages =>
    [
        Day, $"{Day}/modifier", $"{Day}/reporter", $"{Day}/annuler", $"{Day}/programme", $"{Day}/programme/session",
        $"{Day}/programme/session/{{1}}", $"{Day}/programme/session/{{1}}/retirer", $"{Day}/inscriptions", $"{Day}/inscriptions/annuler",
        $"{Day}/programme?handler=Changes&depuis=0", $"{Day}/programme/publier", $"{Day}/programme/versions", $"{Day}/programme/personnes", $"{Day}/programme/importer", $"{Day}/programme/export.zip", $"{Day}/programme/passages/{{1}}", $"{Day}/programme/passages/{{1}}/vote",
        $"{Day}/appels", $"{Day}/appels/preparer", $"{Day}/appels/preparer/{{1}}", $"{Day}/appels/{{1}}", $"{Day}/appels/{{1}}/propositions/{{1}}", $"{Day}/appels/{{1}}/propositions.zip", $"{Day}/appels/{{1}}/comite", $"{Day}/appels/{{1}}/decisions",
        $"{Day}/programme/salles", $"{Day}/programme/salles?salle={{1}}", $"{Day}/programme/session/{{1}}/documents", $"{Day}/programme/session/{{1}}/documents?handler=File&file={{1}}",
    ];

    public static TheoryData<string> Commands =>
    [
        $"{Day}?handler=Announce", $"{Day}?handler=Open", $"{Day}?handler=Close", $"{Day}/modifier", $"{Day}/reporter", $"{Day}/annuler",
        $"{Day}/programme/salles", $"{Day}/programme/salles?handler=Shift&room={{1}}&by=1", $"{Day}/programme/salles?handler=Remove&room={{1}}", $"{Day}/programme/session", $"{Day}/programme/session/{{1}}",
        $"{Day}/programme/session/{{1}}/retirer", $"{Day}/inscriptions?handler=RenewLink&person={{1}}", $"{Day}/inscriptions/annuler?qui={{1}}",
        $"{Day}/programme?handler=Move&session={{1}}", $"{Day}/programme?handler=Unplace&session={{1}}", $"{Day}/programme?handler=Copy&session={{1}}",
        $"{Day}/programme?handler=Undo", $"{Day}/programme?handler=Redo", $"{Day}/programme?handler=Add", $"{Day}/programme/publier?revision=0", $"{Day}/programme/versions?version=1",
        $"{Day}/programme/personnes?handler=Invite", $"{Day}/programme/personnes?handler=Remind", $"{Day}/programme/personnes?handler=Replace",
        $"{Day}/programme/importer", $"{Day}/programme/importer?handler=Confirm",
        $"{Day}/appels/preparer", $"{Day}/appels/preparer/{{1}}", $"{Day}/appels/{{1}}?handler=Publish", $"{Day}/appels/{{1}}?handler=Extend", $"{Day}/appels/{{1}}?handler=Cancel", $"{Day}/appels/{{1}}/propositions/{{1}}", $"{Day}/appels/{{1}}/propositions/{{1}}?handler=Tags",
        $"{Day}/appels/{{1}}/comite", $"{Day}/appels/{{1}}/comite?handler=Remind", $"{Day}/appels/{{1}}/comite?handler=Due", $"{Day}/appels/{{1}}/comite?handler=Dismiss", $"{Day}/appels/{{1}}/decisions", $"{Day}/appels/{{1}}/decisions?handler=Release", $"{Day}/appels/{{1}}/decisions?handler=Stage",
        $"{Day}/programme/passages/{{1}}?handler=Write", $"{Day}/programme/passages/{{1}}?handler=Pace", $"{Day}/programme/passages/{{1}}?handler=Open", $"{Day}/programme/passages/{{1}}?handler=Move", $"{Day}/programme/passages/{{1}}?handler=Remove",
        $"{Day}/programme/passages/{{1}}?handler=Start", $"{Day}/programme/passages/{{1}}?handler=Finish", $"{Day}/programme/passages/{{1}}?handler=Miss", $"{Day}/programme/passages/{{1}}?handler=Reset",
        $"{Day}/programme/passages/{{1}}?handler=Announce", $"{Day}/programme/passages/{{1}}?handler=Mail", $"{Day}/programme/passages/{{1}}/vote?handler=Open", $"{Day}/programme/passages/{{1}}/vote?handler=Close", $"{Day}/programme/session/{{1}}/documents", $"{Day}/programme/session/{{1}}/documents?handler=Remove&file={{1}}",
    ];

    [Theory, MemberData(nameof(Pages))]
    public async Task Nobody_sees_the_days_of_another_organisation(string page)
    {
        var (theirs, browser, session) = await WorldAsync();

        using var answer = await browser.GetAsync(Fill(page, theirs.Id, session), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory, MemberData(nameof(Commands))]
    public async Task Nobody_commands_the_days_of_another_organisation(string command)
    {
        var (theirs, browser, session) = await WorldAsync();

        using var answer = await browser.SendFormAsync("/organisation", [], Fill(command, theirs.Id, session));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(EditionState.Draft, (await app.ReadAsync(db => db.Editions.FindAsync(theirs.Id).AsTask()))!.State);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Signed_out_every_page_leads_to_sign_in(string page)
    {
        using var answer = await app.Visitor().GetAsync(Fill(page, Guid.NewGuid(), Guid.NewGuid()), TestContext.Current.CancellationToken);

        Assert.Equal("/connexion", answer.Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task The_desk_shows_the_days_of_ones_own_organisation_alone()
    {
        var organisation = An.Organisation();
        var mine = An.Draft(organisation, facts: An.Facts("La nôtre"));
        var other = An.Organisation();
        await app.SaveAsync(organisation, other, mine, An.Draft(other, facts: An.Facts("La leur")));

        var page = await (await app.OrganiserAsync(organisation)).GetStringAsync("/organisation", TestContext.Current.CancellationToken);

        Assert.Contains("La nôtre", page, StringComparison.Ordinal);
        Assert.DoesNotContain("La leur", page, StringComparison.Ordinal);
    }

    private async Task<(Edition Theirs, HttpClient Browser, Guid Session)> WorldAsync()
    {
        var (ours, other) = (An.Organisation(), An.Organisation());
        var theirs = An.Draft(other);
        Session session = new(theirs.Id) { Title = "Plénière" };
        session.Place(theirs.LocalStart, 45, theirs.TimeZone);
        await app.SaveAsync(ours, other, theirs, session);
        return (theirs, await app.OrganiserAsync(ours), session.Id);
    }

    private static string Fill(string page, Guid edition, Guid session) => string.Format(null, page, edition, session);

    public sealed class OnSqlite(SqliteHub app) : DeskWallTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : DeskWallTests(app), IClassFixture<PostgreSqlHub>;
}
