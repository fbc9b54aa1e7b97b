using System.Net;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Tests.Support;

namespace Hub.Tests.Programmes;

/// <summary>Rooms are added, named anew, put in order and removed, and the public sees it with the next version.</summary>
public sealed class RoomPagesTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rooms_are_added_renamed_ordered_and_removed()
    {
        var (edition, page, organiser) = await DeskAsync();
        using var added = await organiser.PostAsync(page, Fields("Iroise", "40"));
        using var second = await organiser.PostAsync(page, Fields("Ouessant", ""));
        using var shown = await organiser.ReadAsync(page);
        Assert.Equal("Iroise 40, Ouessant –", Rows(shown));
        Assert.Equal("true", shown.QuerySelector(".rail a[href$='/programme']")!.GetAttribute("aria-current"));

        using var renamed = await organiser.PostAsync($"{page}{shown.QuerySelector("tbody th a")!.GetAttribute("href")![page.Length..]}", Fields("Iroise haute", "60"));
        using var shifted = await organiser.PostAsync(page, new Dictionary<string, string>(), shown.QuerySelector("form[action*='by=1']")!.GetAttribute("action"));
        using var after = await organiser.ReadAsync(page);
        Assert.Equal("Ouessant –, Iroise haute 60", Rows(after));

        using var removed = await organiser.PostAsync(page, new Dictionary<string, string>(), after.QuerySelector("form[action*='handler=Remove']")!.GetAttribute("action"));
        Assert.Equal("Iroise haute 60", Rows(await organiser.ReadAsync(page)));
        Assert.Empty((await app.ReadAsync(db => db.PublishedPlanAsync(edition.Id, Ct))).Rooms);
    }

    [Fact]
    public async Task A_name_is_asked_for_and_no_other_room_has_it()
    {
        var (_, page, organiser) = await DeskAsync();
        using var added = await organiser.PostAsync(page, Fields("Iroise", ""));

        using var none = await organiser.PostAsync(page, Fields("", "quarante"));
        using var twice = await organiser.PostAsync(page, Fields("IROISE", "40"));

        using var asked = await none.ReadAsync();
        Assert.Contains("Indiquez le nom de la salle.", asked.Words("#RoomName-error"), StringComparison.Ordinal);
        Assert.Equal("quarante", asked.QuerySelector("#Seats")!.GetAttribute("value"));
        Assert.Contains("Une autre salle porte déjà ce nom.", (await twice.ReadAsync()).Words("#RoomName-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_in_use_stays_and_one_that_is_gone_is_not_found()
    {
        var (edition, page, organiser) = await DeskAsync();
        var room = await app.AskAsync<ProgrammeOffice, Guid?>(office => office.AddRoomAsync(edition.Id, "Iroise", null, null, Ct));
        await app.DoAsync<ProgrammeOffice>(office => office.WriteSessionAsync(edition.Id, null, new(SessionKind.Debate, "Débat", room, edition.LocalStart, 60, null, null), null, null, Ct));

        using var used = await organiser.PostAsync(page, new Dictionary<string, string>(), $"{page}?handler=Remove&room={room}");
        Assert.Contains("changez-les de salle d’abord", (await organiser.ReadAsync(page)).Words(), StringComparison.Ordinal);
        using var gone = await organiser.PostAsync(page, Fields("Agora", ""), $"{page}?salle={Guid.NewGuid()}");
        using var shifted = await organiser.PostAsync(page, new Dictionary<string, string>(), $"{page}?handler=Shift&room={Guid.NewGuid()}&by=1");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (gone.StatusCode, shifted.StatusCode));
    }

    [Theory]
    [InlineData(int.MaxValue, "BCA")]
    [InlineData(int.MinValue, "ABC")]
    public async Task A_room_goes_no_further_than_the_last_column(int columns, string order)
    {
        var (edition, _, _) = await DeskAsync();
        List<Guid?> rooms = [];
        foreach (var name in "ABC")
        {
            rooms.Add(await app.AskAsync<ProgrammeOffice, Guid?>(office => office.AddRoomAsync(edition.Id, $"{name}", null, null, Ct)));
        }

        await app.DoAsync<ProgrammeOffice>(office => office.ShiftRoomAsync(edition.Id, rooms[0]!.Value, columns, null, Ct));

        Assert.Equal(order, string.Concat((await app.ReadAsync(db => db.DraftOfAsync(edition.Id, Ct))).Plan.Rooms.Select(r => r.Name)));
    }

    private static Dictionary<string, string> Fields(string name, string seats) => new() { ["RoomName"] = name, ["Seats"] = seats };

    private static string Rows(AngleSharp.Dom.IDocument page) =>
        string.Join(", ", page.QuerySelectorAll("tbody tr").Select(r => $"{r.QuerySelector("th")!.TextContent.Trim()} {r.QuerySelector("td")!.TextContent.Trim()}"));

    private async Task<(Edition Edition, string Page, HttpClient Organiser)> DeskAsync()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        return (edition, $"/organisation/journees/{edition.Id}/programme/salles", await app.OrganiserAsync(organisation));
    }
}
