using System.Net;
using Hub.Core.Registrations;
using Hub.Tests.Support;

namespace Hub.Tests.CheckIns;

/// <summary>What one does at the door with a steward's link.</summary>
public abstract class StewardPageTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_says_which_day_it_is_and_how_many_have_come()
    {
        var door = await ADoor.OpenAsync(app, "ada", "bob", "cleo");
        using var steward = app.Visitor();

        using var answer = await door.CheckInAsync(steward, "bob");
        using var page = await steward.ReadAsync(answer.Headers.Location!.ToString());

        Assert.Contains("Journée numérique de Bretagne, jeudi 18 mars 2027", page.Said(), StringComparison.Ordinal);
        Assert.Contains("1 présent sur 3 attendus", page.Said(), StringComparison.Ordinal);
        Assert.Contains("bob Exemple : pointage noté à 9 h 04.", page.Said("[role=status]"), StringComparison.Ordinal);
        Assert.Equal(["Annuler le pointage de bob Exemple"], Buttons(page));
        Assert.Equal(ADoor.Morning, (await door.FindAsync("bob")).CheckedInAt);
    }

    [Theory]
    [InlineData("HELENE")]
    [InlineData("hélène exemple")]
    [InlineData("conseil departemental")]
    [InlineData("departemental helene")]
    public async Task People_are_found_by_name_and_organisation_whatever_the_accents(string typed)
    {
        var door = await ADoor.OpenAsync(app, [An.Attendee("Hélène", "h@mairie.example") with { Organisation = "Conseil départemental" }, An.Attendee("bob")]);

        using var page = await app.Visitor().ReadAsync($"{door.Address}?q={Uri.EscapeDataString(typed)}");

        Assert.Equal(["Pointer Hélène Exemple"], Buttons(page));
        Assert.Contains("Conseil départemental", page.Said(".door"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HUB1.{0}")]
    [InlineData("  hub1.{0} ")]
    [InlineData("{0}")]
    [InlineData("{1}")]
    public async Task A_ticket_read_by_a_scanner_shows_its_holder_with_the_button_in_focus(string read)
    {
        var door = await ADoor.OpenAsync(app, "ada", "bob");
        var code = (await door.FindAsync("ada")).TicketCode;
        using var steward = app.Visitor();

        using var page = await steward.ReadAsync($"{door.Address}?q={Uri.EscapeDataString(string.Format(null, read, code, TicketCode.Spell(code)))}");

        Assert.Equal("Pointer ada Exemple", page.QuerySelector("[autofocus]")!.TextContent.Trim());
        Assert.Equal(["Pointer ada Exemple"], Buttons(page));
    }

    [Fact]
    public async Task A_ticket_of_nobody_here_is_said_to_be_unknown()
    {
        var door = await ADoor.OpenAsync(app, "ada");
        var elsewhere = await ADoor.OpenAsync(app, "bob");

        using var page = await app.Visitor().ReadAsync($"{door.Address}?q=HUB1.{(await elsewhere.FindAsync("bob")).TicketCode}");

        Assert.Contains("Aucun billet de cette journée ne porte ce code.", page.Said(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("input[autofocus]"));
    }

    [Fact]
    public async Task Checking_in_twice_says_when_the_first_was_and_changes_nothing()
    {
        var door = await ADoor.OpenAsync(app, "ada");
        var south = await door.LinkAsync("Entrée sud");
        using var steward = app.Visitor();
        using var first = await door.CheckInAsync(steward, "ada");
        var before = (await door.FindAsync("ada")).Version;
        app.Clock.Now = ADoor.Morning.AddMinutes(6);

        using var second = await door.CheckInAsync(steward, "ada", south);

        using var page = await steward.ReadAsync(second.Headers.Location!.ToString());
        Assert.Contains("Déjà pointée à 9 h 04 : rien n’a changé pour ada Exemple.", page.Said("[role=status]"), StringComparison.Ordinal);
        Assert.Equal((ADoor.Morning, before), ((await door.FindAsync("ada")).CheckedInAt, (await door.FindAsync("ada")).Version));
        Assert.Single(await door.NotedAsync("ada"));
    }

    [Fact]
    public async Task What_was_done_by_mistake_is_undone_and_both_are_noted_under_the_label_of_the_link()
    {
        var door = await ADoor.OpenAsync(app, "ada");
        using var steward = app.Visitor();
        using var done = await door.CheckInAsync(steward, "ada");
        app.Clock.Now = ADoor.Morning.AddMinutes(1);

        using var undone = await door.UndoAsync(steward, "ada");
        using var again = await door.UndoAsync(steward, "ada");

        Assert.Null((await door.FindAsync("ada")).CheckedInAt);
        using var page = await steward.ReadAsync(again.Headers.Location!.ToString());
        Assert.Contains("ce pointage était déjà annulé", page.Said("[role=status]"), StringComparison.Ordinal);
        Assert.Equal(["Pointer ada Exemple"], Buttons(page));
        Assert.Equal([("CheckIn", null, "Entrée nord"), ("UndoCheckIn", null, "Entrée nord")], (await door.NotedAsync("ada")).Select(a => (a.Command, a.AccountId, a.Details)));
    }

    [Fact]
    public async Task Who_has_no_place_is_told_why_and_cannot_be_checked_in()
    {
        var door = await ADoor.OpenAsync(app, [An.Attendee("ada"), An.Attendee("bob")], capacity: 1);
        using var steward = app.Visitor();

        using var waiting = await steward.ReadAsync($"{door.Address}?q=bob");
        using var refused = await door.CheckInAsync(steward, "bob");
        using var said = await steward.ReadAsync(refused.Headers.Location!.ToString());
        var ada = await door.FindAsync("ada");
        using var present = await door.CheckInAsync(steward, "ada");
        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(ada.Id, null, Token));
        using var cancelled = await steward.ReadAsync($"{door.Address}?q={ada.TicketCode}");

        Assert.Empty(Buttons(waiting));
        Assert.Contains("Cette personne est en liste d’attente.", waiting.Said(".door"), StringComparison.Ordinal);
        Assert.Contains("Cette personne est en liste d’attente.", said.Said("[role=status]"), StringComparison.Ordinal);
        Assert.Null((await door.FindAsync("bob")).CheckedInAt);
        Assert.Empty(Buttons(cancelled));
        Assert.Contains("L’inscription de cette personne est annulée.", cancelled.Said(".door"), StringComparison.Ordinal);
        Assert.Null((await door.FindAsync("ada")).CheckedInAt);
    }

    [Fact]
    public async Task A_steward_sees_neither_addresses_nor_needs_nor_who_has_which_address()
    {
        var door = await ADoor.OpenAsync(app, [An.Attendee("ada") with { Needs = "Boucle magnétique", JobTitle = "Directrice" }]);
        using var steward = app.Visitor();
        var ada = await door.FindAsync("ada");

        using var answer = await door.CheckInAsync(steward, "ada");
        var pages = await steward.GetStringAsync(answer.Headers.Location!.ToString(), Token)
            + await steward.GetStringAsync($"{door.Address}?q=ada", Token)
            + await steward.GetStringAsync($"{door.Address}?q={ada.TicketCode}", Token);
        using var asked = await steward.ReadAsync($"{door.Address}?q=ada%40mairie.example");

        Assert.Contains("ada Exemple", pages, StringComparison.Ordinal);
        Assert.All([ada.Email, "Boucle", "Directrice", ada.TokenHash], word => Assert.DoesNotContain(word, pages, StringComparison.Ordinal));
        Assert.Contains("Personne ne répond à cette recherche.", asked.Said(), StringComparison.Ordinal);
        Assert.Empty(Buttons(asked));
    }

    [Fact]
    public async Task More_people_than_a_door_bears_are_asked_to_be_told_apart()
    {
        var door = await ADoor.OpenAsync(app, Enumerable.Range(0, 21).Select(n => An.Attendee($"p{n}")), capacity: 30);

        using var page = await app.Visitor().ReadAsync($"{door.Address}?q=exemple");

        Assert.Equal(20, Buttons(page).Count);
        Assert.Contains("D’autres personnes répondent à cette recherche", page.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_changes_nothing()
    {
        var door = await ADoor.OpenAsync(app, "ada");
        var before = await door.FindAsync("ada");
        using var steward = app.Visitor();

        foreach (var query in new[] { "", "?q=ada", $"?vu={before.Id}", $"?handler=CheckIn&person={before.Id}", $"?q=HUB1.{before.TicketCode}" })
        {
            using var page = await steward.GetAsync(door.Address + query, Token);
        }

        Assert.Equal((null, before.Version), ((await door.FindAsync("ada")).CheckedInAt, (await door.FindAsync("ada")).Version));
        Assert.Empty(await door.NotedAsync("ada"));
    }

    [Fact]
    public async Task Answers_nobody_asked_for_change_nothing()
    {
        var door = await ADoor.OpenAsync(app, "ada");
        var before = await door.FindAsync("ada");
        Dictionary<string, string> answers = new()
        {
            ["person"] = $"{before.Id}",
            ["CheckedInAt"] = "2020-01-01",
            ["State"] = "Cancelled",
            ["FirstName"] = "Eve",
            ["Person.LastName"] = "Eve",
            ["Link.Label"] = "Eve",
            ["Edition.Title"] = "Eve",
            ["at"] = "2020-01-01",
        };

        using var answer = await app.Visitor().SendFormAsync(ADoor.AnyForm, answers, $"{door.Address}?handler=CheckIn");

        var after = await door.FindAsync("ada");
        Assert.Equal((before.Attendee, before.State, ADoor.Morning, before.Version + 1), (after.Attendee, after.State, after.CheckedInAt, after.Version));
        Assert.Equal("Entrée nord", Assert.Single(await door.NotedAsync("ada")).Details);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var door = await ADoor.OpenAsync(app, "ada");
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["person"] = $"{(await door.FindAsync("ada")).Id}" });

        using var answer = await app.Visitor().PostAsync($"{door.Address}?handler=CheckIn", form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null((await door.FindAsync("ada")).CheckedInAt);
    }

    private static List<string> Buttons(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll(".door button").Select(b => b.TextContent.Trim())];

    public sealed class OnSqlite(SqliteHub app) : StewardPageTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : StewardPageTests(app), IClassFixture<PostgreSqlHub>;
}
