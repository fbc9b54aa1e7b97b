using System.Net;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Registrations;
using Hub.Tests.Support;

namespace Hub.Tests.Events;

public abstract class EditionPageTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_day_is_a_draft_at_the_hour_of_its_region()
    {
        var organisation = An.Organisation();
        await app.SaveAsync(organisation);
        var browser = await app.OrganiserAsync(organisation);

        using var answer = await browser.SendFormAsync("/organisation/journees/nouvelle", Fields(("Input.RegionCode", "04")));

        var edition = await ReadAsync(answer);
        Assert.Equal(EditionState.Draft, edition.State);
        Assert.Equal("Indian/Reunion", edition.TimeZone);
        Assert.Equal(new DateTime(2027, 3, 18, 5, 0, 0), edition.StartsAt);
    }

    [Fact]
    public async Task Publishing_makes_a_draft_public()
    {
        var (edition, browser) = await WorldAsync(An.Draft);

        using var answer = await browser.SendFormAsync(Page(edition), [], $"{Page(edition)}?handler=Announce");

        Assert.Equal(EditionState.Announced, (await FindAsync(edition)).State);
    }

    [Fact]
    public async Task A_draft_can_be_deleted_with_all_that_was_made_for_it_and_a_published_day_cannot()
    {
        var (draft, browser) = await WorldAsync(An.Draft);
        Room room = new(draft.Id, "Iroise", 20, 0);
        await app.SaveAsync(room, ADay.Session(draft, "Ouverture", 0, room));
        var (published, other) = await WorldAsync(An.Edition);

        using var gone = await browser.SendFormAsync($"{Page(draft)}/supprimer", []);
        using var refused = await other.SendFormAsync(Page(published), [], $"{Page(published)}/supprimer");

        Assert.Equal("/organisation", gone.Headers.Location?.ToString());
        Assert.Null(await app.ReadAsync(db => db.Editions.FindAsync(draft.Id).AsTask()));
        Assert.NotNull(await FindAsync(published));
    }

    [Fact]
    public async Task A_day_that_moves_says_who_is_told_and_that_the_programme_moved_along()
    {
        var (edition, browser) = await WorldAsync(An.Edition);
        await RegisterAsync(edition, "ada", "bob");
        await app.SaveAsync(ADay.Session(edition, "Ouverture", 0));

        using var answer = await browser.SendFormAsync($"{Page(edition)}/modifier", Fields(("Version", $"{(await FindAsync(edition)).Version}"), ("Input.Start.Time", "10:00")));

        Assert.Equal(Page(edition), answer.Headers.Location?.ToString());
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(Page(edition), Token));
        Assert.Contains("2 personnes reçoivent un courriel", page, StringComparison.Ordinal);
        Assert.Contains("Le programme a suivi la journée", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_who_was_faster_is_not_overwritten_and_nothing_typed_is_lost()
    {
        var (edition, browser) = await WorldAsync(An.Draft);
        using var first = await browser.SendFormAsync($"{Page(edition)}/modifier", Fields(("Version", "0"), ("Input.Title", "Titre du premier")));

        using var second = await browser.SendFormAsync($"{Page(edition)}/modifier", Fields(("Version", "0"), ("Input.Title", "Titre du second")));

        var page = await second.Content.ReadAsStringAsync(Token);
        Assert.Contains("Quelqu’un a modifié cette journée entre-temps", page, StringComparison.Ordinal);
        Assert.Contains("Titre du second", page, StringComparison.Ordinal);
        Assert.Equal("Titre du premier", (await FindAsync(edition)).Title);
    }

    [Fact]
    public async Task A_time_that_does_not_exist_is_asked_back()
    {
        var page = await RefusedAsync(("Input.Start.Date", "2027-03-28"), ("Input.Start.Time", "02:30"), ("Input.End.Date", "2027-03-28"));

        Assert.Contains("n’existe pas à Paris", page, StringComparison.Ordinal);
        Assert.Contains("Vouliez-vous dire 3\u00A0h\u00A030\u202F?", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_happens_twice_is_asked_and_the_answer_counts()
    {
        (string, string)[] night = [("Input.Start.Date", "2027-10-31"), ("Input.Start.Time", "02:30"), ("Input.End.Date", "2027-10-31")];
        Assert.Contains("arrive deux fois à Paris", await RefusedAsync(night), StringComparison.Ordinal);

        var organisation = An.Organisation();
        await app.SaveAsync(organisation);
        var browser = await app.OrganiserAsync(organisation);
        using var answer = await browser.SendFormAsync(
            "/organisation/journees/nouvelle", Fields([.. night, ("Input.Start.Meant", "2027-10-31T01:30:00Z")]));

        Assert.Equal(new DateTime(2027, 10, 31, 1, 30, 0), (await ReadAsync(answer)).StartsAt);
    }

    [Theory]
    [InlineData("Input.Title", "Deux\r\nlignes", "tient sur une seule ligne")]
    [InlineData("Input.VenueName", "", "Indiquez le nom du lieu.")]
    [InlineData("Input.RemoteLink", "http://visio.example", "commence par https://")]
    [InlineData("Input.Capacity", "0", "Indiquez un nombre de")]
    [InlineData("Input.Contact", "pas une adresse", "Indiquez une adresse complète")]
    [InlineData("Input.End.Date", "2027-03-17", "La fin vient après le début")]
    public async Task A_wrong_answer_is_named_beside_its_field(string field, string typed, string message) =>
        Assert.Contains(message, await RefusedAsync((field, typed)), StringComparison.Ordinal);

    [Fact]
    public async Task Fewer_seats_than_are_taken_are_refused_with_their_number()
    {
        var (edition, browser) = await WorldAsync(An.Edition);
        await RegisterAsync(edition, "ada", "bob");

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"{Page(edition)}/places?places=1", Token));

        Assert.Contains("2 places sont déjà confirmées ou proposées", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Passer à 1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_seats_say_first_whom_they_reach_and_then_reach_them()
    {
        var (edition, browser) = await WorldAsync((organisation, _, facts, times) => An.Edition(organisation, 1, facts, times));
        await RegisterAsync(edition, "ada", "bob", "cleo");

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"{Page(edition)}/places?places=5", Token));
        Assert.Equal(1, (await FindAsync(edition)).Capacity);
        using var answer = await browser.SendFormAsync($"{Page(edition)}/places?places=5", new() { ["places"] = "5" }, $"{Page(edition)}/places");

        Assert.Contains("Les 2 premières personnes de la liste d’attente recevront aussitôt une proposition", page, StringComparison.Ordinal);
        Assert.Contains("Il restera 2 places libres.", page, StringComparison.Ordinal);
        Assert.Equal((5, 3), ((await FindAsync(edition)).Capacity, (await FindAsync(edition)).SeatsTaken));
        Assert.Contains("2 places ont été proposées", WebUtility.HtmlDecode(await browser.GetStringAsync(Page(edition), Token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_a_day_says_how_many_people_hear_of_it_then_mails_them()
    {
        var (edition, browser) = await WorldAsync(An.Edition);
        await RegisterAsync(edition, "ada", "bob");
        var asked = await browser.GetStringAsync($"{Page(edition)}/annuler", Token);

        using var empty = await browser.SendFormAsync($"{Page(edition)}/annuler", []);
        using var answer = await browser.SendFormAsync($"{Page(edition)}/annuler", new() { ["Reason"] = "Neige" });

        Assert.Contains("2 personnes, inscrites, en attente", asked, StringComparison.Ordinal);
        Assert.Contains("Indiquez le motif.", await empty.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal((EditionState.Cancelled, "Neige"), ((await FindAsync(edition)).State, (await FindAsync(edition)).Reason));
        Assert.Contains("Journée annulée\u00A0: Neige", WebUtility.HtmlDecode(await browser.GetStringAsync(Page(edition), Token)), StringComparison.Ordinal);
    }

    private async Task<string> RefusedAsync(params (string, string)[] typed)
    {
        var organisation = An.Organisation();
        await app.SaveAsync(organisation);
        var browser = await app.OrganiserAsync(organisation);
        using var answer = await browser.SendFormAsync("/organisation/journees/nouvelle", Fields(typed));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
    }

    private async Task<(Edition Edition, HttpClient Browser)> WorldAsync(Func<Organisation, int, EditionFacts?, EditionTimes?, Edition> make)
    {
        var organisation = An.Organisation();
        var edition = make(organisation, 20, null, null);
        await app.SaveAsync(organisation, edition);
        return (edition, await app.OrganiserAsync(organisation));
    }

    private async Task RegisterAsync(Edition edition, params string[] names)
    {
        foreach (var name in names)
        {
            await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee(name), "fr", Token));
        }
    }

    private async Task<Edition> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var id = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
        return (await app.ReadAsync(db => db.Editions.FindAsync(id).AsTask()))!;
    }

    private async Task<Edition> FindAsync(Edition edition) => (await app.ReadAsync(db => db.Editions.FindAsync(edition.Id).AsTask()))!;

    private static string Page(Edition edition) => $"/organisation/journees/{edition.Id}";

    private static Dictionary<string, string> Fields(params (string Field, string Typed)[] typed)
    {
        Dictionary<string, string> fields = new()
        {
            ["Input.Title"] = "Journée numérique",
            ["Input.Theme"] = "data",
            ["Input.RegionCode"] = "53",
            ["Input.Host"] = "Agglomération d’exemple",
            ["Input.Format"] = "OnSite",
            ["Input.VenueName"] = "Palais des congrès",
            ["Input.VenueAddress"] = "1 place du Port",
            ["Input.Contact"] = "contact@exemple.example",
            ["Input.Capacity"] = "20",
            ["Input.Start.Date"] = "2027-03-18",
            ["Input.Start.Time"] = "09:00",
            ["Input.End.Date"] = "2027-03-18",
            ["Input.End.Time"] = "17:30",
        };
        foreach (var (field, value) in typed)
        {
            fields[field] = value;
        }

        return fields;
    }

    public sealed class OnSqlite(SqliteHub app) : EditionPageTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : EditionPageTests(app), IClassFixture<PostgreSqlHub>;
}
