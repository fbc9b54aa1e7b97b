using System.Net;
using Hub.Core.Audit;
using Hub.Core.CheckIns;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.CheckIns;

/// <summary>Where organisers make links for stewards, and receive people themselves.</summary>
public abstract class ReceptionPageTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_is_shown_once_and_kept_as_a_hash()
    {
        var (door, organiser, desk) = await DeskAsync("ada");

        using var answer = await organiser.SendFormAsync(desk, new() { ["Input.Label"] = " Entrée sud " }, $"{desk}?handler=Make");

        using var page = await answer.ReadAsync();
        var address = page.QuerySelector("#adresse")!.GetAttribute("value")!;
        Assert.StartsWith("https://hub.example/accueil/", address, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".ticket__qr svg"));
        Assert.Equal(("Lien « Entrée sud »", ""), (page.Said("#nouveau"), page.QuerySelector("#Input_Label")!.GetAttribute("value") ?? ""));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        using var opened = await app.Visitor().ReadAsync(new Uri(address).AbsolutePath);
        Assert.Contains("Entrée sud", opened.Said(), StringComparison.Ordinal);
        var again = await organiser.GetStringAsync(desk, Token);
        var secret = address["https://hub.example/accueil/".Length..];
        Assert.Contains("Entrée sud", again, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, again, StringComparison.Ordinal);
        var link = await app.ReadAsync(db => db.StewardLinks.Of(door.Edition.Id).SingleAsync(l => l.Label == "Entrée sud", Token));
        Assert.Equal((Tokens.Hash(secret), ADoor.Morning), (link.TokenHash, link.MadeAt));
        Assert.Equal(link.MadeBy, Assert.Single(await NotedAsync(door.Edition, "MakeStewardLink"), a => a.Details == "Entrée sud").AccountId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Nord\nSud")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890")]
    public async Task A_label_is_one_short_line(string label)
    {
        var (door, organiser, desk) = await DeskAsync();

        using var answer = await organiser.SendFormAsync(desk, new() { ["Input.Label"] = label }, $"{desk}?handler=Make");

        using var page = await answer.ReadAsync();
        Assert.Equal("#Input_Label", page.QuerySelector("#errors a")!.GetAttribute("href"));
        Assert.Equal(1, await CountAsync(door.Edition));
    }

    [Fact]
    public async Task The_twenty_first_link_is_refused_until_one_is_taken_back()
    {
        var (door, organiser, desk) = await DeskAsync();
        for (var n = 1; n < StewardLinkOffice.Most; n++)
        {
            await door.LinkAsync($"Entrée {n}");
        }

        using var refused = await organiser.SendFormAsync(desk, new() { ["Input.Label"] = "Encore" }, $"{desk}?handler=Make");
        using var said = await refused.ReadAsync();
        using var revoked = await RevokeAsync(door, organiser, desk);
        using var made = await organiser.SendFormAsync(desk, new() { ["Input.Label"] = "Encore" }, $"{desk}?handler=Make");

        Assert.Contains("a déjà 20 liens", said.Said("#errors"), StringComparison.Ordinal);
        Assert.Equal(StewardLinkOffice.Most, await CountAsync(door.Edition));
    }

    [Fact]
    public async Task A_link_taken_back_is_dead_at_once_and_noted()
    {
        var (door, organiser, desk) = await DeskAsync("ada");

        using var answer = await RevokeAsync(door, organiser, desk);

        using var page = await organiser.ReadAsync(answer.Headers.Location!.ToString());
        Assert.Contains("ne fonctionne plus", page.Said("[role=status]"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".tbl"));
        using var dead = await app.Visitor().GetAsync(door.Address, Token);
        Assert.Equal(HttpStatusCode.NotFound, dead.StatusCode);
        Assert.Equal("Entrée nord", Assert.Single(await NotedAsync(door.Edition, "RevokeStewardLink")).Details);
    }

    [Fact]
    public async Task Somebody_elses_link_cannot_be_reached_through_ones_own_day()
    {
        var (theirs, _, _) = await DeskAsync();
        var (_, organiser, desk) = await DeskAsync();
        var link = await app.ReadAsync(db => db.StewardLinks.Of(theirs.Edition.Id).SingleAsync(Token));

        using var answer = await organiser.SendFormAsync(desk, [], $"{desk}?handler=Revoke&link={link.Id}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(1, await CountAsync(theirs.Edition));
    }

    [Fact]
    public async Task An_organiser_checks_in_on_the_same_page_under_their_own_name()
    {
        var (door, organiser, desk) = await DeskAsync("ada", "bob");
        using var found = await organiser.ReadAsync($"{desk}?q=ADA");

        using var answer = await ADoor.SendAsync(organiser, "CheckIn", (await door.FindAsync("ada")).Id, desk);

        Assert.Contains("Pointer ada Exemple", found.QuerySelector(".door button")!.TextContent, StringComparison.Ordinal);
        using var page = await organiser.ReadAsync(answer.Headers.Location!.ToString());
        Assert.Contains("1 présent sur 2 attendus", page.Said(), StringComparison.Ordinal);
        var noted = Assert.Single(await door.NotedAsync("ada"));
        Assert.NotNull(noted.AccountId);
        Assert.Null(noted.Details);
    }

    [Fact]
    public async Task The_list_and_its_file_show_who_came_once_people_come()
    {
        var (door, organiser, desk) = await DeskAsync("ada", "bob");
        var list = desk.Replace("/accueil", "/inscriptions", StringComparison.Ordinal);
        using var came = await ADoor.SendAsync(organiser, "CheckIn", (await door.FindAsync("ada")).Id, desk);

        var page = await organiser.GetStringAsync(list, Token);
        var file = await ExportAsync(organiser, list);
        app.Clock.Now = An.Now;
        using var weeksBefore = await app.OrganiserAsync(door.Organisation);
        var early = await ExportAsync(weeksBefore, list);

        Assert.Contains("Pointée le", page, StringComparison.Ordinal);
        Assert.Contains(";Présence\r\n", file, StringComparison.Ordinal);
        Assert.Contains(";2027-03-18T09:04\r\n", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Présence", early, StringComparison.Ordinal);
        Assert.DoesNotContain("2027-03-18", early, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Afterwards_nobody_is_received_and_no_link_is_made()
    {
        var (door, _, desk) = await DeskAsync("ada");
        app.Clock.Now = new(2027, 3, 19, 5, 0, 0, DateTimeKind.Utc);
        using var organiser = await app.OrganiserAsync(door.Organisation);

        using var page = await organiser.ReadAsync(desk);
        using var checkedIn = await ADoor.SendAsync(organiser, "CheckIn", (await door.FindAsync("ada")).Id, desk);
        using var made = await organiser.SendFormAsync(desk, new() { ["Input.Label"] = "Encore" }, $"{desk}?handler=Make");

        Assert.Contains("Le pointage est clos depuis le vendredi 19 mars 2027", page.Said(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#Input_Label"));
        Assert.Null((await door.FindAsync("ada")).CheckedInAt);
        Assert.Equal(1, await CountAsync(door.Edition));
    }

    private async Task<(ADoor Door, HttpClient Organiser, string Desk)> DeskAsync(params string[] names)
    {
        var door = await ADoor.OpenAsync(app, names);
        return (door, await app.OrganiserAsync(door.Organisation), $"/organisation/journees/{door.Edition.Id}/accueil");
    }

    private async Task<HttpResponseMessage> RevokeAsync(ADoor door, HttpClient organiser, string desk)
    {
        var link = await app.ReadAsync(db => db.StewardLinks.Of(door.Edition.Id).FirstAsync(l => l.Label == "Entrée nord", Token));
        return await organiser.SendFormAsync(desk, [], $"{desk}?handler=Revoke&link={link.Id}");
    }

    private static async Task<string> ExportAsync(HttpClient organiser, string list)
    {
        using var answer = await organiser.SendFormAsync(list, [], $"{list}?handler=Export");
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private Task<int> CountAsync(Edition edition) => app.ReadAsync(db => db.StewardLinks.Of(edition.Id).CountAsync(Token));

    private Task<List<AuditEntry>> NotedAsync(Edition edition, string command) =>
        app.ReadAsync(db => db.Audit.Where(a => a.SubjectId == edition.Id && a.Command == command).ToListAsync(Token));

    public sealed class OnSqlite(SqliteHub app) : ReceptionPageTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : ReceptionPageTests(app), IClassFixture<PostgreSqlHub>;
}
