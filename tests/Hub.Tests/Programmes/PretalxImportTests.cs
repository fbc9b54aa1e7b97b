using System.Text.Json.Nodes;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Tests.Support;

namespace Hub.Tests.Programmes;

/// <summary>The schedule of a conference system becomes the programme of a day, or nothing does.</summary>
public abstract class PretalxImportTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_talks_come_in_after_a_preview()
    {
        var desk = await ImportDesk.OpenAsync(app);
        var schedule = PretalxSchedule.Of(200);

        using var preview = await desk.SendAsync(PretalxSchedule.Bytes(schedule));

        Assert.Empty(ImportDesk.ProblemsOf(preview));
        Assert.Equal(("200", "200", "0"), (ImportDesk.Figure(preview, "Sessions dans le fichier"), ImportDesk.Figure(preview, "Sessions ajoutées"), ImportDesk.Figure(preview, "Sessions retirées")));
        Assert.Contains("Knitting", preview.Words(), StringComparison.Ordinal);
        Assert.Equal("Séance de tricot", preview.QuerySelector("[name='Kinds[0].Type']")!.GetAttribute("value"));
        Assert.Empty((await desk.PlanAsync()).Sessions);

        using var answer = await desk.ConfirmAsync(preview, ("Kinds[0].Kind", "Visit"));
        var plan = await desk.PlanAsync();

        Assert.Equal($"/organisation/journees/{desk.Edition.Id}/programme", answer.Headers.Location?.ToString());
        Assert.Equal((200, 10, 30), (plan.Sessions.Count, plan.Rooms.Count, plan.Rooms[0].Seats));
        Assert.Equal(PretalxSchedule.TalksOf(schedule).Select(t => t["guid"]!.GetValue<Guid>()), plan.Sessions.Select(s => s.Id));
        Assert.Distinct(plan.Sessions.Select(s => s.Code));
        Assert.All(plan.Sessions, s => Assert.True(Session.IsCode(s.Code)));
        var kinds = plan.Sessions.Select(s => s.Facts.Kind).CountBy(k => k).ToDictionary();
        Assert.Equal((50, 50, 50, 50), (kinds[SessionKind.Keynote], kinds[SessionKind.Workshop], kinds[SessionKind.PitchSession], kinds[SessionKind.Visit]));
        Assert.Equal(
            new SessionFacts(SessionKind.Workshop, "Talk 1", plan.Rooms[1].Id, new DateTime(2027, 3, 18, 9, 0, 0), 20, "Person 1", "What worked & what did not.\n\n- one\n- two\n\nBring *wool*.") { Language = "en" },
            plan.Sessions.Single(s => s.Facts.Title == "Talk 1").Facts);
        Assert.Equal(Theme.Cybersecurity, plan.Sessions.Single(s => s.Facts.Title == "Talk 0").Facts.ThemeCode);
    }

    [Fact]
    public async Task Each_broken_talk_is_named_and_nothing_is_imported()
    {
        var desk = await ImportDesk.OpenAsync(app);
        await desk.ImportAsync(PretalxSchedule.Bytes(PretalxSchedule.Of(10)));
        var before = await desk.DraftAsync();
        var schedule = PretalxSchedule.Of(60);
        var talks = PretalxSchedule.TalksOf(schedule);
        (string Key, JsonNode? Value, string Words)[] breaks =
        [
            ("title", "", "le titre manque"), ("title", new string('a', 301), "le titre dépasse 300 caractères"), ("title", "Deux\nlignes", "caractères de contrôle"),
            ("date", "", "la date et l’heure de début manquent"), ("date", "demain", "demain\u00A0» n’est pas une date"), ("date", "2027-05-18T09:00:00+02:00", "plus de quatorze jours"),
            ("duration", "00:02", "la durée manque"), ("duration", "25:00", "la durée manque"), ("duration", null, "la durée manque"),
            ("abstract", new string('a', 2001), "un texte dépasse 2\u202F000 caractères"), ("abstract", "Une\u0001", "caractères de contrôle"),
            ("guid", talks[0]["guid"]!.DeepClone(), "l’identifiant"), ("code", talks[0]["code"]!.DeepClone(), "le code"),
        ];
        for (var i = 0; i < breaks.Length; i++)
        {
            talks[i + 1][breaks[i].Key] = breaks[i].Value;
        }

        using var page = await desk.SendAsync(PretalxSchedule.Bytes(schedule));
        var problems = ImportDesk.ProblemsOf(page);

        Assert.Equal(breaks.Length, problems.Count);
        Assert.All(breaks, b => Assert.Contains(problems, p => p.Contains(b.Words, StringComparison.Ordinal)));
        Assert.All(breaks.Select((b, i) => (Broken: b, Talk: talks[i + 1])), b => Assert.Contains(problems, p => p.Contains(NameOf(b.Talk), StringComparison.Ordinal)));
        Assert.Null(page.QuerySelector("form[action*=Confirm]"));
        var after = await desk.DraftAsync();
        Assert.Equal((before.Revision, before.Plan.ToJson()), (after.Revision, after.Plan.ToJson()));

        static string NameOf(JsonObject talk) => talk["title"]!.GetValue<string>() is { Length: > 0 } title ? title.Split('\n')[0][..Math.Min(title.Split('\n')[0].Length, 80)] : talk["code"]!.GetValue<string>();
    }

    [Fact]
    public async Task A_second_file_moves_what_the_first_brought_and_says_so()
    {
        var desk = await ImportDesk.OpenAsync(app);
        var schedule = PretalxSchedule.Of(30);
        var first = await desk.ImportAsync(PretalxSchedule.Bytes(schedule));
        var talks = PretalxSchedule.TalksOf(schedule);
        talks[0]["date"] = "2027-03-18T15:00:00+01:00";
        talks[1].Parent!.AsArray().Remove(talks[1]);

        using var preview = await desk.SendAsync(PretalxSchedule.Bytes(schedule));
        using var answer = await desk.ConfirmAsync(preview);
        var second = await desk.PlanAsync();

        Assert.Equal(("0", "1", "1"), (ImportDesk.Figure(preview, "Sessions ajoutées"), ImportDesk.Figure(preview, "Sessions retirées"), ImportDesk.Figure(preview, "Sessions déplacées")));
        Assert.Equal(first.Rooms, second.Rooms);
        Assert.Equal(first.Sessions[0].Code, second.Sessions[0].Code);
        Assert.Equal(29, second.Sessions.Count);
    }

    [Fact]
    public async Task Two_days_do_not_share_a_session()
    {
        var (one, other) = (await ImportDesk.OpenAsync(app), await ImportDesk.OpenAsync(app));
        var file = PretalxSchedule.Bytes(PretalxSchedule.Of(20));

        var (first, second) = (await one.ImportAsync(file), await other.ImportAsync(file));

        Assert.Empty(first.Sessions.Select(s => s.Id).Intersect(second.Sessions.Select(s => s.Id)));
        Assert.Equal(20, second.Sessions.Count);
    }

    [Fact]
    public async Task What_a_colleague_did_after_the_preview_is_not_overwritten()
    {
        var desk = await ImportDesk.OpenAsync(app);
        using var preview = await desk.SendAsync(PretalxSchedule.Bytes(PretalxSchedule.Of(20)));
        await app.AskAsync<ProgrammeOffice, Guid?>(office => office.AddRoomAsync(desk.Edition.Id, "Hall", null, null, Ct));

        using var stale = await desk.ConfirmAsync(preview);
        using var page = await stale.ReadAsync();

        Assert.Contains("Le brouillon a changé entre-temps", page.Words(), StringComparison.Ordinal);
        Assert.Equal("Hall", Assert.Single((await desk.PlanAsync()).Rooms).Name);
        using var again = await desk.ConfirmAsync(page);
        Assert.Equal(20, (await desk.PlanAsync()).Sessions.Count);
    }

    [Fact]
    public async Task Breaks_and_rooms_that_overlap_are_taken_and_pointed_out()
    {
        var desk = await ImportDesk.OpenAsync(app);
        var schedule = PretalxSchedule.Of(20);
        var talks = PretalxSchedule.TalksOf(schedule);
        talks[1]["date"] = talks[0]["date"]!.DeepClone();
        schedule["schedule"]!["conference"]!["breaks"] = new JsonArray(new JsonObject
        {
            ["room"] = "Room 3",
            ["start"] = "2027-03-18T12:00:00+01:00",
            ["end"] = "2027-03-18T13:00:00+01:00",
            ["description"] = new JsonObject { ["en"] = "Lunch", ["fr"] = "Repas" },
        });

        using var preview = await desk.SendAsync(PretalxSchedule.Bytes(schedule));
        using var answer = await desk.ConfirmAsync(preview);
        var pause = (await desk.PlanAsync()).Sessions.Single(s => s.Facts.Kind is SessionKind.Break);

        Assert.Contains("même salle au même moment", preview.Words(), StringComparison.Ordinal);
        Assert.Equal(("Repas", 60), (pause.Facts.Title, pause.Facts.Minutes));
    }

    public sealed class OnSqlite(SqliteHub app) : PretalxImportTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : PretalxImportTests(app), IClassFixture<PostgreSqlHub>;
}
