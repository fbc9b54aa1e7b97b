using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Organisations;
using Hub.Core.Privacy;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Privacy;

/// <summary>GDPR, article 17; docs/security.md, line 62.</summary>
public abstract class ErasureTests(HubApp app) : IAsyncDisposable
{
    private const string Address = "quzelie.wexandre@mairie.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Attendee Person => An.Attendee("Quzelie", Address) with { LastName = "Wexandre", Organisation = "Mairie de Kvalombe", JobTitle = "Zifragère", Needs = "Nourriture sans jexofin", AcceptsPhotos = true };

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Who_did_everything_one_can_do_is_nowhere_afterwards()
    {
        var organisation = An.Organisation();
        var (past, next, full, given, taken) = (Day(organisation, new(2027, 1, 6, 9, 0, 0)), Day(organisation), Day(organisation, capacity: 1), Day(organisation), Day(organisation));
        await app.SaveAsync(organisation, past, next, full, given, taken);
        var colleague = await app.AccountAsync("collegue@hub.example");
        var account = await app.AccountAsync(Address);
        await app.SaveAsync(new OrganiserGrant(organisation.Id, account.Id, An.Now), new OrganiserGrant(organisation.Id, colleague.Id, An.Now));
        await app.DoAsync<HubDbContext>(db => db.Users.Where(u => u.Id == colleague.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsAdministrator, true), Token));
        await RegisterAsync(past, Person);
        app.Clock.Now = An.Now.AddDays(6);
        await RegisterAsync(full, An.Attendee("bob"));
        await RegisterAsync(taken, An.Attendee("bob"));
        foreach (var day in new[] { next, full, given })
        {
            using var browser = app.Visitor();
            using var registered = await browser.PostAsync($"/journees/{day.Slug}/inscription", With(Form.Of(Person), ("Input.Needs", Person.Needs!), ("Input.AcceptsPhotos", "true")));
        }

        var mails = await app.MailsToAsync(Address);
        var pages = mails.Select(m => m.Link()).ToList();
        using var visitor = app.Visitor();
        foreach (var page in pages.Skip(1)) // the past is not corrected
        {
            using var corrected = await visitor.PostAsync($"{page}/corriger", Form.Of(Person with { FirstName = "Quzelia" }));
            using var shown = await visitor.GetAsync(page, Token);
        }

        await HandAsync(given, Address, An.Attendee("cleo"));
        await HandAsync(taken, "bob@mairie.example", Person);
        using var asked = await visitor.PostAsync("/inscriptions/retrouver", new Dictionary<string, string> { ["Input.Email"] = Address });
        await app.SendMailsAsync();
        using var wrote = await visitor.PostAsync("/contact", new Dictionary<string, string> { ["Input.Name"] = Person.Name, ["Input.Email"] = Address, ["Input.Text"] = $"{Address} vous demande" });
        using var signedIn = await app.SignInAsync(Address);
        using var copied = await signedIn.SendFormAsync("/compte/donnees", []);
        Assert.NotEmpty(await Traces.FindAsync(app));

        using var erased = await signedIn.SendFormAsync("/compte/donnees/effacer", new() { ["Password"] = Organisers.Password });

        Assert.Equal("/connexion", erased.Headers.Location?.ToString());
        var before = Directory.GetFiles(app.MailFolder).Length;
        var last = (await app.MailsToAsync(Address))[^1];
        Assert.Contains("Votre compte est fermé", last.Text(), StringComparison.Ordinal);
        Assert.Equal(before + 1, Directory.GetFiles(app.MailFolder).Length);
        Assert.Equal([], await Traces.FindAsync(app));
        Assert.Equal(RegistrationState.Confirmed, await app.ReadAsync(db => db.Registrations.For(past.Id).Select(r => r.State).SingleAsync(Token)));
        using var again = await signedIn.GetAsync("/compte", Token);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, again.StatusCode);
        var line = await app.ReadAsync(db => db.Audit.SingleAsync(a => a.Command == "EraseAccount", Token));
        Assert.Equal((account.Id, account.Id), (line.AccountId, line.SubjectId));
    }

    [Fact]
    public async Task A_place_given_back_goes_to_who_waits_and_the_days_counts_stay_true()
    {
        var organisation = An.Organisation();
        var day = Day(organisation, capacity: 1);
        await app.SaveAsync(organisation, day);
        await RegisterAsync(day, Person);
        await RegisterAsync(day, An.Attendee("bob"));
        var space = await SpaceAsync();
        var mails = (await app.SendMailsAsync()).Count;
        using var visitor = app.Visitor();

        using var asked = await visitor.ReadAsync($"{space}/effacer");
        Assert.Contains(day.Title, asked.Words(), StringComparison.Ordinal);
        Assert.Equal(2, await app.ReadAsync(db => db.Registrations.Active.CountAsync(Token)));
        using var erased = await visitor.SendFormAsync($"{space}/effacer", []);
        using var done = await visitor.ReadAsync(erased.Headers.Location!.ToString());

        Assert.Contains("Vos données sont effacées", done.Words(), StringComparison.Ordinal);
        Assert.Equal([RegistrationState.Cancelled, RegistrationState.Offered], await app.ReadAsync(db => db.Registrations.For(day.Id).OrderBy(r => r.AskedAt).ThenBy(r => r.Id).Select(r => r.State).ToListAsync(Token)));
        Assert.Contains("Des journées passées, il ne reste", (await app.MailsToAsync(Address))[^1].Text(), StringComparison.Ordinal);
        Assert.Equal(mails + 2, (await app.SendMailsAsync()).Count); // hers, and the offer to bob
        Assert.Equal([], await Traces.FindAsync(app));
        Assert.True(await app.ReadAsync(db => db.Audit.AnyAsync(a => a.Command == "Erase" && a.AccountId == null && a.Origin == null, Token)));
    }

    [Fact]
    public async Task Erased_people_are_a_line_without_a_name_and_nobody_writes_to_them()
    {
        var organisation = An.Organisation();
        var day = Day(organisation);
        await app.SaveAsync(organisation, day);
        await RegisterAsync(day, Person);
        await RegisterAsync(day, An.Attendee("bob"));
        app.Clock.Now = day.StartsAt.AddHours(1);
        Assert.Equal(1, await EraseAsync());
        var row = await app.ReadAsync(db => db.Registrations.AsNoTracking().SingleAsync(r => r.ErasedAt != null, Token));
        await app.SendMailsAsync();
        using var organiser = await app.OrganiserAsync(organisation);
        var page = $"/organisation/journees/{day.Id}/inscriptions";

        using var list = await organiser.ReadAsync(page);
        Assert.Contains("Personne effacée", list.Words("main table"), StringComparison.Ordinal);
        Assert.Single(list.QuerySelectorAll("main table input[type=checkbox]"));
        using var file = await organiser.SendFormAsync(page, [], $"{page}?handler=Export");
        Assert.Contains("Personne effacée;;;", await file.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var renewed = await organiser.SendFormAsync(page, [], $"{page}?handler=RenewLink&person={row.Id}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, renewed.StatusCode);

        var mails = (await app.SendMailsAsync()).Count;
        await app.DoAsync<HubDbContext>(db =>
        {
            db.Promise(RegistrationMailKinds.Link, row.Id, 1, app.Clock.Now);
            db.Promise(RegistrationMailKinds.Space, row.Id, 1, app.Clock.Now);
            return db.SaveChangesAsync(Token);
        });
        Assert.Equal(mails, (await app.SendMailsAsync()).Count);
        Assert.Equal((RegistrationState.Confirmed, 2), (row.State, await app.ReadAsync(db => db.Editions.Where(e => e.Id == day.Id).Select(e => e.SeatsTaken).SingleAsync(Token))));
    }

    [Fact]
    public async Task Who_is_erased_may_come_back_as_somebody_new_and_is_erased_again()
    {
        var organisation = An.Organisation();
        var day = Day(organisation);
        await app.SaveAsync(organisation, day);
        await RegisterAsync(day, Person);

        Assert.Equal(1, await EraseAsync());
        await app.SendMailsAsync();
        Assert.Equal(0, await EraseAsync());
        await RegisterAsync(day, Person);
        app.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(1, await EraseAsync());

        Assert.Equal(2, (await app.MailsToAsync(Address)).Count(m => m["Subject"].Contains("effac", StringComparison.Ordinal)));
        Assert.Equal(2, await app.ReadAsync(db => db.Registrations.For(day.Id).CountAsync(r => r.State == RegistrationState.Cancelled, Token)));
    }

    [Fact]
    public async Task What_others_are_still_to_be_told_names_nobody_who_was_erased()
    {
        var organisation = An.Organisation();
        var day = Day(organisation);
        await app.SaveAsync(organisation, day);
        await RegisterAsync(day, An.Attendee("bob"));
        await app.SendMailsAsync();
        await HandAsync(day, "bob@mairie.example", Person);

        await EraseAsync();

        var told = (await app.MailsToAsync("bob@mairie.example"))[^1].Text();
        Assert.DoesNotContain("Wexandre", told, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Vous avez cédé votre place à …", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_died_erases_and_tells_nothing()
    {
        var organisation = An.Organisation();
        var day = Day(organisation);
        await app.SaveAsync(organisation, day);
        await RegisterAsync(day, Person);
        var space = await SpaceAsync();
        app.Clock.Now += PersonalSpace.Lifespan;
        using var visitor = app.Visitor();

        foreach (var page in new[] { "effacer", "donnees" })
        {
            using var answer = await visitor.SendFormAsync("/contact", [], $"{space}/{page}");
            Assert.Equal(System.Net.HttpStatusCode.Gone, answer.StatusCode);
        }

        Assert.Equal(1, await app.ReadAsync(db => db.Registrations.Known.CountAsync(Token)));
    }

    private static Traces Traces => new(Address, "Quzeli", "Wexandre", "Kvalombe", "Zifrag", "jexofin");

    private static Edition Day(Organisation organisation, DateTime? start = null, int capacity = 20) => An.Edition(organisation, capacity, times: An.Times(start));

    private static IDictionary<string, string> With(IDictionary<string, string> form, params (string Name, string Value)[] more)
    {
        foreach (var (name, value) in more)
        {
            form[name] = value;
        }

        return form;
    }

    private Task<int> EraseAsync() => app.AskAsync<Erasure, int>(erasure => erasure.EraseAsync(Address, Token));

    private Task<RegisterOutcome> RegisterAsync(Edition day, Attendee person) => app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(day.Id, person, "fr", Token));

    private async Task HandAsync(Edition day, string from, Attendee to)
    {
        var address = MailAddresses.Normalize(from);
        var id = await app.ReadAsync(db => db.Registrations.For(day.Id).Where(r => r.NormalizedEmail == address).Select(r => r.Id).SingleAsync(Token));
        Assert.Equal(HandoverOutcome.Given, await app.AskAsync<Handovers, HandoverOutcome>(h => h.HandOverAsync(id, to, Token)));
    }

    private async Task<string> SpaceAsync()
    {
        await app.DoAsync<PersonalSpace>(space => space.AskAsync(Address, Token));
        return new Uri((await app.MailsToAsync(Address))[^1].Text().Split((char[]?)null).First(w => w.Contains("/mon-espace/", StringComparison.Ordinal))).PathAndQuery;
    }

    public sealed class OnSqlite() : ErasureTests(new SqliteHub());

    public sealed class OnPostgreSql(PostgreSqlServer server) : ErasureTests(new PostgreSqlHub(server));
}
