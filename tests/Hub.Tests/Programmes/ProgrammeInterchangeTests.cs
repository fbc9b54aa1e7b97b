using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Programmes;

/// <summary>A programme goes out as a file and comes back in: into its own day, and into another.</summary>
public abstract class ProgrammeInterchangeTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("schedule.json")]
    [InlineData("schedule.xml")]
    [InlineData("programme.csv")]
    [InlineData("zip")]
    public async Task A_day_that_comes_back_is_the_same_day(string format)
    {
        var desk = await FullDayAsync();
        var before = await desk.PlanAsync();
        var file = await ExportAsync(desk, format);

        using var preview = await desk.SendAsync(file, format);
        var after = await desk.ImportAsync(file, format);

        Assert.Contains("Le fichier dit la même chose que le brouillon.", preview.Words(), StringComparison.Ordinal);
        Assert.Equal(before.Rooms, after.Rooms);
        Assert.Equal(before.Sessions.OrderBy(s => s.Id).Select(s => (s.Id, s.Code, s.Facts)), after.Sessions.OrderBy(s => s.Id).Select(s => (s.Id, s.Code, s.Facts)));
    }

    [Theory]
    [InlineData("schedule.json", false, true)]
    [InlineData("schedule.xml", false, false)]
    [InlineData("zip", true, true)]
    public async Task Another_day_gets_the_same_programme_under_names_of_its_own(string format, bool withPauses, bool withFunctions)
    {
        var desk = await FullDayAsync();
        var before = await desk.PlanAsync();
        var other = await ImportDesk.OpenAsync(app);

        var after = await other.ImportAsync(await ExportAsync(desk, format), format);

        Assert.Equal(ImportDesk.Shown(before, withPauses, withFunctions), ImportDesk.Shown(after));
        Assert.Equal(before.Rooms.Select(r => r.Name), after.Rooms.Select(r => r.Name));
        Assert.Empty(before.Sessions.Select(s => s.Id).Intersect(after.Sessions.Select(s => s.Id)));
        Assert.Empty(before.Rooms.Select(r => r.Id).Intersect(after.Rooms.Select(r => r.Id)));
        await app.PublishAsync(other.Edition.Id, office => office.AddRoomAsync(other.Edition.Id, "Hall", null, null, Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task A_spreadsheet_in_either_language_brings_the_programme_with_its_pauses(string language)
    {
        var desk = await FullDayAsync(plain: true);
        var other = await ImportDesk.OpenAsync(app);

        var after = await other.ImportAsync(await app.Visitor().GetByteArrayAsync($"{language}/journees/{desk.Edition.Slug}/programme.csv", Ct), "programme.csv");

        Assert.Equal(ImportDesk.Shown(await desk.PlanAsync()), ImportDesk.Shown(after));
    }

    [Theory]
    [InlineData("schedule.json")]
    [InlineData("schedule.xml")]
    [InlineData("programme.csv")]
    [InlineData("zip")]
    public async Task What_crosses_midnight_or_a_change_of_the_clocks_keeps_its_times(string format)
    {
        DateTime day = new(2027, 10, 30);
        var desk = await ImportDesk.OpenAsync(app, An.Times(day.AddHours(9), 33), edition =>
        {
            Room room = new(edition.Id, "Salle Ys", null, 0);
            return
            [
                room, Session(edition, "Minuit", day.AddHours(23.5), room, 90), Session(edition, "Deux heures deux fois", day.AddDays(1).AddHours(2.5), room, 120),
                Session(edition, "Matin", day.AddDays(1).AddHours(9), room, 1440),
            ];
        });
        var before = await desk.PlanAsync();
        var other = await ImportDesk.OpenAsync(app, An.Times(day.AddHours(9), 33));

        Assert.Equal(ImportDesk.Shown(before), ImportDesk.Shown(await other.ImportAsync(await ExportAsync(desk, format), format)));
    }

    [Theory]
    [InlineData("schedule.json")]
    [InlineData("zip")]
    public async Task Times_of_another_zone_are_the_same_moments_and_the_preview_says_so(string format)
    {
        var desk = await FullDayAsync();
        var far = await ImportDesk.OpenAsync(app, An.Times(zone: "Indian/Reunion"));
        var file = await ExportAsync(desk, format);

        using var preview = await far.SendAsync(file, format);
        var after = await far.ImportAsync(file, format);

        Assert.Contains("à l’heure de Europe/Paris", preview.Words(), StringComparison.Ordinal);
        Assert.Equal(new DateTime(2027, 3, 18, 12, 30, 0), after.Sessions.Single(s => s.Facts.Title == "Plénière d’ouverture").Facts.LocalStart);
    }

    [Fact]
    public async Task The_archive_keeps_what_only_organisers_see_and_what_nobody_has_placed()
    {
        var desk = await FullDayAsync();
        await app.AskAsync<ProgrammeOffice, ProgrammeResult>(office => office.WriteSessionAsync(
            desk.Edition.Id, null, new(SessionKind.Debate, "À placer", null, null, 45, null, null) { Needs = "Un micro", EnglishTitle = "To place", Level = SessionLevel.Advanced, Places = 12 }, null, ct: Ct));
        var before = await desk.PlanAsync();
        var other = await ImportDesk.OpenAsync(app);

        var after = await other.ImportAsync(await ExportAsync(desk, "zip"), "zip");

        Assert.Equal(before.Sessions.Single(s => !s.IsPlaced).Facts, after.Sessions.Single(s => !s.IsPlaced).Facts);
        Assert.Equal(ImportDesk.Shown(before), ImportDesk.Shown(after));
    }

    [Fact]
    public async Task The_archive_takes_turns_on_stage_along_to_sessions_that_have_none()
    {
        var stage = await AStage.WithAsync(app, "Awa A", "Noé B");
        await stage.AnnounceAsync(app);
        using var browser = await app.OrganiserAsync(stage.Organisation);
        var file = await browser.GetByteArrayAsync($"/organisation/journees/{stage.Edition.Id}/programme/export.zip", Ct);
        var other = await ImportDesk.OpenAsync(app);

        using var preview = await other.SendAsync(file, "zip");
        Assert.Contains("ordres de passage (sessions concernées\u00a0: 1)", preview.Words(), StringComparison.Ordinal);
        var plan = await other.ImportAsync(file, "zip");
        var order = await app.ReadAsync(db => db.RunningOrders.AsNoTracking().SingleAsync(o => o.EditionId == other.Edition.Id, Ct));
        Assert.Equal((plan.Sessions.Single().Id, 8, 2, null), (order.SessionId, order.SlotMinutes, order.ChangeoverMinutes, order.AnnouncedAt));
        Assert.Equal(["Le projet de Awa A", "Le projet de Noé B"], order.Slots.Select(s => s.Title));
        Assert.All(order.Slots, s => Assert.Equal((SlotState.Waiting, null), (s.State, s.ToldAs)));

        var first = (await stage.OrderAsync(app)).Slots[0].Id;
        await stage.ChangeAsync(app, o => o.Remove(first));
        await new ImportDesk(app, stage.Organisation, stage.Edition, browser).ImportAsync(file, "zip");
        Assert.Equal(["Le projet de Noé B"], (await stage.OrderAsync(app)).Slots.Select(s => s.Title));
    }

    [Fact]
    public async Task The_archive_is_for_who_writes_the_programme_alone()
    {
        var (desk, other) = (await FullDayAsync(), await ImportDesk.OpenAsync(app));
        var address = $"/organisation/journees/{desk.Edition.Id}/programme/export.zip";

        using var own = await desk.Browser.GetAsync(address, Ct);
        using var strange = await other.Browser.GetAsync(address, Ct);
        using var nobody = await app.Visitor().GetAsync(address, Ct);

        Assert.Equal("application/zip", own.Content.Headers.ContentType?.MediaType);
        await using System.IO.Compression.ZipArchive archive = new(await own.Content.ReadAsStreamAsync(Ct));
        Assert.Equal(["programme.json", "schedule.json", "schedule.xml", "programme.csv", "programme.ics"], archive.Entries.Select(e => e.FullName));
        Assert.Equal((System.Net.HttpStatusCode.NotFound, "/connexion"), (strange.StatusCode, nobody.Headers.Location?.AbsolutePath));
    }

    private async Task<ImportDesk> FullDayAsync(bool plain = false) => await ImportDesk.OpenAsync(app, more: edition =>
    {
        var (rooms, sessions) = Programme.Of(edition);
        if (!plain)
        {
            var talk = sessions.First(s => s.Speakers is not null && s.RoomId is not null);
            var other = sessions.First(s => s != talk && s.Speakers is not null && s.RoomId is not null);
            other.Revise(other.Facts with { Speakers = "Awa Dembasse" }, edition, An.Now);
            talk.Revise(talk.Facts with { Speakers = "Awa Dembasse, directrice", Language = "br", ThemeCode = Theme.Inclusion, IsRecorded = true, Abstract = "Du <b>gras</b> & des « guillemets »\n\n- un\n- deux" }, edition, An.Now);
        }

        return [.. rooms, .. sessions];
    });

    private async Task<byte[]> ExportAsync(ImportDesk desk, string format) => format is "zip"
        ? await desk.Browser.GetByteArrayAsync($"/organisation/journees/{desk.Edition.Id}/programme/export.zip", Ct)
        : await app.Visitor().GetByteArrayAsync($"/journees/{desk.Edition.Slug}/{format}", Ct);

    private static Session Session(Edition edition, string title, DateTime start, Room room, int minutes)
    {
        Session session = new(edition.Id);
        session.Revise(new(SessionKind.Debate, title, room.Id, start, minutes, null, null), edition, An.Now);
        return session;
    }

    public sealed class OnSqlite(SqliteHub app) : ProgrammeInterchangeTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : ProgrammeInterchangeTests(app), IClassFixture<PostgreSqlHub>;
}
