using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

public abstract class HandoverTests(HubApp app) : IAsyncDisposable
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_colleague_gets_the_seat_even_past_the_queue_and_the_giver_has_none()
    {
        var edition = await DayAsync(capacity: 1, "ada", "bob");
        var page = await PageAsync("ada");

        using var done = await HandAsync(page, "cleo");

        Assert.Equal((RegistrationState.Cancelled, RegistrationState.Waiting, RegistrationState.Confirmed), (await StateAsync(edition, "ada"), await StateAsync(edition, "bob"), await StateAsync(edition, "cleo")));
        Assert.Equal(1, await SeatsAsync(edition));
        var mail = Assert.Single(await app.MailsToAsync("cleo@mairie.example"));
        Assert.Contains("ada Exemple ne peut pas venir et vous cède sa place", mail.Text(), StringComparison.Ordinal);
        Assert.Contains("text/calendar", mail.Body.Types);
        var told = (await app.MailsToAsync("ada@mairie.example"))[^1];
        Assert.Contains("text/calendar", told.Body.Types);
        Assert.Contains("Vous avez cédé votre place à cleo Exemple", told.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("annul", told.Text(), StringComparison.OrdinalIgnoreCase);
        using var ticket = await app.Visitor().ReadAsync(mail.Link());
        Assert.NotNull(ticket.QuerySelector(".ticket__code"));
    }

    [Fact]
    public async Task Somebody_who_has_a_seat_keeps_it_and_so_does_the_giver_who_is_told_by_mail()
    {
        var edition = await DayAsync(capacity: 2, "ada", "bob", "cleo");
        var page = await PageAsync("ada");

        using var done = await HandAsync(page, "bob");

        Assert.Equal((RegistrationState.Confirmed, RegistrationState.Confirmed, RegistrationState.Waiting), (await StateAsync(edition, "ada"), await StateAsync(edition, "bob"), await StateAsync(edition, "cleo")));
        Assert.Equal(2, await SeatsAsync(edition));
        Assert.Single(await app.MailsToAsync("bob@mairie.example"));
        var told = (await app.MailsToAsync("ada@mairie.example"))[^1];
        Assert.Contains("céder votre place à bob Exemple, qui en a déjà une", told.Text(), StringComparison.Ordinal);
        Assert.Equal(page, told.Link());
        var giver = await IdAsync(edition, "ada");
        Assert.True(await app.ReadAsync(db => db.Audit.AnyAsync(a => a.SubjectId == giver && a.Command == "KeepPlace", Token)));
    }

    [Fact]
    public async Task Whether_the_colleague_had_a_seat_the_answer_is_the_same()
    {
        await DayAsync(capacity: 3, "ada", "bob", "cleo");
        var (known, unknown) = (await PageAsync("ada"), await PageAsync("bob"));

        using var kept = await HandAsync(known, "cleo");
        using var given = await HandAsync(unknown, "dora");

        Assert.Equal(given.StatusCode, kept.StatusCode);
        Assert.Equal(given.Headers.Location!.ToString()[unknown.Length..], kept.Headers.Location!.ToString()[known.Length..]);
        using var first = await app.Visitor().ReadAsync(kept.Headers.Location.ToString());
        using var second = await app.Visitor().ReadAsync(given.Headers.Location.ToString());
        Assert.Contains("Nous vous écrivons ce qu’il en est à votre adresse, ada@mairie.example", first.Words("main"), StringComparison.Ordinal);
        Assert.Equal(second.Words("main").Replace("bob@", "ada@", StringComparison.Ordinal), first.Words("main"));
    }

    [Fact]
    public async Task Who_comes_instead_is_named_to_the_giver_and_to_the_organisers_until_the_giver_comes_back()
    {
        var edition = await DayAsync(capacity: 2, "ada");
        var page = await PageAsync("ada");
        using var done = await HandAsync(page, "cleo");

        using var mine = await app.Visitor().ReadAsync(page);
        Assert.Contains("Vous avez cédé votre place à cleo Exemple", mine.Words("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("annulée", mine.Words("main"), StringComparison.Ordinal);
        using var asked = await app.Visitor().PostAsync("/inscriptions/retrouver", new Dictionary<string, string> { ["Input.Email"] = "ada@mairie.example" });
        using var space = await app.Visitor().ReadAsync(new Uri((await app.MailsToAsync("ada@mairie.example"))[^1].Text().Split((char[]?)null).First(w => w.Contains("/mon-espace/", StringComparison.Ordinal))).PathAndQuery);
        Assert.Contains("Place cédée à cleo Exemple", space.Words("main"), StringComparison.Ordinal);
        using var organiser = await app.OrganiserAsync(await app.ReadAsync(db => db.Organisations.SingleAsync(o => o.Id == edition.OrganisationId, Token)));
        using var list = await organiser.ReadAsync($"/organisation/journees/{edition.Id}/inscriptions?etat=Cancelled");
        Assert.Contains("Cédée à cleo Exemple", list.Words("main table"), StringComparison.Ordinal);

        await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee(), "fr", Token));

        Assert.Null(await app.ReadAsync(db => Row(db, edition, "ada").Select(r => r.HandedOverTo).SingleAsync(Token)));
    }

    [Fact]
    public async Task A_place_handed_over_leaves_no_needs_behind()
    {
        var edition = await DayAsync(capacity: 1);
        await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee() with { Needs = "Boucle magnétique" }, "fr", Token));

        using var done = await HandAsync(await PageAsync("ada"), "cleo");

        Assert.False(await app.ReadAsync(db => db.Registrations.AnyAsync(r => r.Needs != null, Token)));
    }

    [Fact]
    public async Task Somebody_who_waits_gets_the_seat_and_leaves_the_queue()
    {
        var edition = await DayAsync(capacity: 1, "ada", "bob", "cleo");

        using var done = await HandAsync(await PageAsync("ada"), "cleo");

        Assert.Equal((RegistrationState.Waiting, RegistrationState.Confirmed), (await StateAsync(edition, "bob"), await StateAsync(edition, "cleo")));
        Assert.Equal(1, await SeatsAsync(edition));
    }

    [Fact]
    public async Task Somebody_who_is_offered_a_seat_takes_the_givers_and_theirs_goes_on()
    {
        var edition = await DayAsync(capacity: 2, "ada", "bob", "cleo", "dora");
        await app.DoAsync<RegistrationDesk>(async desk => await desk.CancelAsync(await IdAsync(edition, "bob"), null, Token));
        Assert.Equal(RegistrationState.Offered, await StateAsync(edition, "cleo"));

        using var done = await HandAsync(await PageAsync("ada"), "cleo");

        Assert.Equal((RegistrationState.Confirmed, RegistrationState.Offered), (await StateAsync(edition, "cleo"), await StateAsync(edition, "dora")));
        Assert.Equal(2, await SeatsAsync(edition));
    }

    [Fact]
    public async Task Ones_own_address_is_refused_and_what_was_typed_is_kept()
    {
        var edition = await DayAsync(capacity: 1, "ada");

        using var refused = await HandAsync(await PageAsync("ada"), "ADA");

        using var page = await refused.ReadAsync();
        Assert.Contains("votre propre adresse", page.Words(), StringComparison.Ordinal);
        Assert.Equal("ADA", page.QuerySelector("#Input_FirstName")!.GetAttribute("value"));
        Assert.Equal(RegistrationState.Confirmed, await StateAsync(edition, "ada"));
    }

    [Fact]
    public async Task Once_the_day_begins_nothing_is_handed_over()
    {
        var edition = await DayAsync(capacity: 1, "ada");
        var id = await IdAsync(edition, "ada");
        app.Clock.Now = edition.StartsAt;

        Assert.Equal(HandoverOutcome.Refused, await app.AskAsync<Handovers, HandoverOutcome>(h => h.HandOverAsync(id, An.Attendee("bob"), Token)));
        Assert.Equal(RegistrationState.Confirmed, await StateAsync(edition, "ada"));
    }

    private async Task<Edition> DayAsync(int capacity, params string[] people)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity);
        await app.SaveAsync(organisation, edition);
        foreach (var name in people)
        {
            await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee(name), "fr", Token));
        }

        return edition;
    }

    private async Task<string> PageAsync(string name) => (await app.MailsToAsync($"{name}@mairie.example"))[0].Link();

    private Task<HttpResponseMessage> HandAsync(string page, string name) => app.Visitor().PostAsync($"{page}/ceder", new Dictionary<string, string>
    {
        ["Input.FirstName"] = name,
        ["Input.LastName"] = "Exemple",
        ["Input.Email"] = $"{name}@mairie.example",
        ["Input.JobTitle"] = "Chargée de mission",
    });

    private Task<Guid> IdAsync(Edition edition, string name) => app.ReadAsync(db => Row(db, edition, name).Select(r => r.Id).SingleAsync(Token));

    private Task<RegistrationState> StateAsync(Edition edition, string name) => app.ReadAsync(db => Row(db, edition, name).Select(r => r.State).SingleAsync(Token));

    private Task<int> SeatsAsync(Edition edition) => app.ReadAsync(db => db.Editions.Where(e => e.Id == edition.Id).Select(e => e.SeatsTaken).SingleAsync(Token));

    private static IQueryable<Registration> Row(HubDbContext db, Edition edition, string name)
    {
        var address = $"{name}@mairie.example".ToUpperInvariant();
        return db.Registrations.Where(r => r.EditionId == edition.Id && r.NormalizedEmail == address);
    }

    public sealed class OnSqlite() : HandoverTests(new SqliteHub());

    public sealed class OnPostgreSql(PostgreSqlServer server) : HandoverTests(new PostgreSqlHub(server));
}
