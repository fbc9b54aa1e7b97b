using System.Net;
using Hub.Core.CheckIns;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Files;
using Hub.Core.Organisations;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Hub.Tests.Pitches;
using Hub.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PublicSite))]

namespace Hub.Tests.Support;

/// <summary>A hub with something on every page, on a real port, for tests that only look. Started when the first asks.</summary>
public sealed class PublicSite : IAsyncLifetime
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly SqliteHub app = BehindProxy();
    private Uri? origin;

    /// <summary>Four rooms, thirty sessions, open for registration.</summary>
    public Edition Day { get; private set; } = null!;

    public Session Session { get; private set; } = null!;

    /// <summary>One page of each design; those with a secret included.</summary>
    public IReadOnlyList<string> Designs { get; private set; } = [];

    /// <summary>Every page a visitor can come to, in its states, in French but for a few.</summary>
    public IReadOnlyList<string> Pages { get; private set; } = [];

    /// <summary>Every page of the desk of an organiser who administers the hub as well.</summary>
    public IReadOnlyList<string> Desk { get; private set; } = [];

    /// <summary>The hub behind it, for a test that has a site of its own and looks into what is stored.</summary>
    public HubApp App => app;

    /// <summary>Whose desk it is.</summary>
    public string Administrator { get; } = "organisation@exemple.example";

    /// <summary>A hub that trusts the proxy in front of it, as browsers of tests play it.</summary>
    public static SqliteHub BehindProxy(Action<IServiceCollection>? more = null) => new()
    {
        Additions = services =>
        {
            services.Configure<ForwardedHeadersOptions>(options =>
            {
                options.ForwardedHeaders = ForwardedHeaders.XForwardedProto;
                options.KnownProxies.Add(IPAddress.Loopback);
                options.KnownProxies.Add(IPAddress.IPv6Loopback);
            });
            more?.Invoke(services);
        },
    };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async Task<Uri> OpenAsync()
    {
        await turn.WaitAsync();
        try
        {
            return origin ??= await StartAsync();
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        turn.Dispose();
    }

    private async Task<Uri> StartAsync()
    {
        var address = app.Listen();
        var organisation = An.Organisation();
        Day = An.Edition(organisation);
        var full = An.Edition(organisation, capacity: 1, facts: An.Facts("Journée complète") with { RegionCode = "76" });
        var far = An.Edition(organisation, facts: An.Facts("Journée de La Réunion", EditionFormat.Hybrid) with { RegionCode = "04", ThemeCode = Theme.Inclusion }, times: An.Times(new(2027, 4, 22, 9, 30, 0), zone: "Indian/Reunion"));
        var postponed = An.Edition(organisation, facts: An.Facts("Journée reportée") with { ThemeCode = Theme.Cybersecurity }, times: An.Times(new(2027, 5, 6, 9, 0, 0)));
        var cancelled = An.Edition(organisation, facts: An.Facts("Journée annulée") with { ThemeCode = Theme.Connectivity }, times: An.Times(new(2027, 6, 3, 9, 0, 0)));
        var past = An.Edition(organisation, facts: An.Facts("Journée passée"), times: An.Times(new(2026, 6, 4, 9, 0, 0)));
        postponed.Postpone("La salle est inondée.", An.Now);
        cancelled.Cancel("La tempête empêche tout déplacement.", An.Now);
        far.Arrange(far.Settings with { Palette = Tone.Gaude });
        var (rooms, sessions) = Programme.Of(Day);
        Session = sessions.First(s => s.Speakers is not null);
        await app.SaveAsync([organisation, Day, full, far, postponed, cancelled, past, .. rooms, .. sessions]);
        var over = await GiveDocumentsAsync(past);
        await PublishTwiceAsync();
        await RegisterAsync(Day, "ada");
        await RegisterAsync(full, "bob", "cleo");
        var ticket = Assert.Single(await app.MailsToAsync("ada@mairie.example")).Link();
        await app.DoAsync<PersonalSpace>(mine => mine.AskAsync("ada@mairie.example", TestContext.Current.CancellationToken));
        var space = new Uri((await app.MailsToAsync("ada@mairie.example"))[^1].Text().Split((char[]?)null).First(w => w.Contains("/mon-espace/", StringComparison.Ordinal))).PathAndQuery;
        var waiting = Assert.Single(await app.MailsToAsync("cleo@mairie.example")).Link();
        var door = await app.AskAsync<StewardLinkOffice, Uri?>(office => office.MakeAsync(Day.Id, "Porte A", Guid.NewGuid(), TestContext.Current.CancellationToken));
        var call = await StageAsync(organisation);
        var (committee, pitch) = (await ACommittee.AtWorkAsync(app, organisation, Day, Session.Id), await TurnAsync());
        var talk = await InviteAsync("Personne 00", "personne@mairie.example");
        await app.AskAsync<SpeakerAnswers, bool>(answers => answers.AcceptAsync(talk.Id));
        await app.AskAsync<SpeakerAnswers, bool>(answers => answers.DescribeAsync(talk.Id, new("Directrice des données", "Agglomération d’exemple", "Elle ouvre les données de dix communes.", null, [])));
        var asked = await InviteAsync("Personne 10", "autre@mairie.example");
        var day = $"/journees/{Day.Slug}";
        Designs =
        [
            "/", "/agenda?vue=mois&periode=2027-03", "/agenda?vue=carte&region=53", day, $"{day}/seances/{Session.Code}", $"{day}/seances/{Session.Code}/ecran", pitch, $"{day}/interventions", $"{day}/favoris",
            $"{day}/inscription", $"{day}/inscription/recue", ticket, $"{ticket}/ceder", talk.Page, waiting, call.Page, call.Proposal, .. committee.Personal, door!.AbsolutePath, space, $"{space}/effacer", "/inscriptions/retrouver", "/vote", "/recherche?texte=journee", "/contact", "/aide",
            "/plan-du-site", "/regions", "/regions/bretagne", "/territoires?texte=vannes", "/connexion", "/compte/oubli", "/nulle-part",
        ];
        Pages =
        [
            .. Designs, "/agenda", "/agenda?passees=1", "/agenda?texte=introuvable", "/en/", "/en/agenda", "/agenda?region=99", "/?region=04",
            $"/en{day}", $"/journees/{far.Slug}", $"/journees/{full.Slug}", $"/journees/{postponed.Slug}", $"/journees/{cancelled.Slug}", $"/journees/{past.Slug}", $"/journees/{past.Slug}/seances/{over.Code}", $"/en/journees/{past.Slug}/seances/{over.Code}",
            $"{day}?type=Workshop", $"/en{day}/seances/{Session.Code}", $"/en{day}/seances/{Session.Code}/ecran", $"/en{pitch}", $"{day}/favoris/abime", "/en/vote", "/vote?code=XXXXXX",
            $"/en{day}/inscription", $"/journees/{full.Slug}/inscription", $"/journees/{past.Slug}/inscription", $"{ticket}/annuler", $"{ticket}/corriger", $"{ticket}/rappel", asked.Page, $"/en{talk.Page}", $"/en{call.Page}", $"/en{call.Proposal}", .. committee.Personal.Select(p => $"/en{p}"),
            "/recherche", "/recherche?texte=introuvable", "/en/aide", "/mentions-legales", "/donnees-personnelles", "/accessibilite", "/cookies",
            "/en/regions", "/regions/corse", $"{day}/programme/versions", $"/en{day}/programme/versions", "/territoires", "/territoires?texte=introuvable", "/en/connexion",
        ];
        var account = await app.AccountAsync(Administrator);
        await app.SaveAsync(new OrganiserGrant(organisation.Id, account.Id, An.Now));
        await app.DoAsync<HubDbContext>(db => db.Users.ExecuteUpdateAsync(s => s.SetProperty(u => u.IsAdministrator, true)));
        var (other, unfinished) = (An.Organisation(), An.Draft(organisation));
        await app.SaveAsync(other, unfinished);
        var desk = $"/organisation/journees/{Day.Id}";
        Desk =
        [
            "/organisation", "/organisation/equipe", "/organisation/journal", "/compte", "/compte/adresse", "/compte/changer-mot-de-passe", "/compte/donnees", "/compte/donnees/effacer", "/connexion/preuve", "/organisation/journees/nouvelle", desk, $"{desk}/modifier", $"{desk}/reglages", $"{desk}/dupliquer", $"{desk}/programme",
            $"{desk}/programme?carte={Session.Code}", $"{desk}/programme/publier", $"{desk}/programme/versions", $"{desk}/programme/versions?version=1", $"{desk}/programme/affiches", $"{desk}/programme/badges", $"{desk}/programme/personnes", $"{desk}/programme/passages/{Session.Id}", $"{desk}/programme/passages/{Session.Id}/vote", $"{desk}/programme/importer", $"{desk}/programme/salles", $"{desk}/programme/session/{Session.Id}/documents", $"{desk}/programme/session", $"{desk}/programme/session/{Session.Id}", $"{desk}/programme/session/{Session.Id}/retirer", $"{desk}/inscriptions", $"{desk}/accueil", $"{desk}/places",
            .. call.Desk, .. committee.Desk, $"/organisation/journees/{unfinished.Id}", $"/organisation/journees/{unfinished.Id}/supprimer", $"{desk}/reporter", $"{desk}/annuler", "/administration/comptes", $"/administration/comptes/{account.Id}", "/administration/courriels", "/administration/organisations", $"/administration/organisations/{other.Id}/fusion/{organisation.Id}",
            "/administration/pages", "/administration/pages/aide/en", "/administration/registre", "/administration/registre/comptes/en", "/administration/themes", "/administration/themes/data",
        ];
        return address;
    }

    /// <summary>Something to take home, from a session of the day and from one that is over.</summary>
    /// <returns>The latter.</returns>
    private async Task<Session> GiveDocumentsAsync(Edition past)
    {
        Session over = new(past.Id) { Title = "Session passée" };
        over.Place(past.LocalStart, 60, past.TimeZone);
        await app.SaveAsync(over);
        foreach (var session in new[] { over, Session })
        {
            await app.DoAsync<SessionFileOffice>(office => office.AddAsync(
                new(session.EditionId, session.Id), DocumentFile.Read("diapositives.pdf", "%PDF-1.7"u8.ToArray())!, "Les diapositives", null, null));
        }

        return over;
    }

    /// <summary>A call that is open, and a proposal that was sent.</summary>
    private async Task<(string Page, string Proposal, string[] Desk)> CallAsync(Organisation organisation)
    {
        var call = await ACall.OnAsync(app, organisation, Day);
        var proposal = await call.ProposeAsync(app, "awa@rance.example");
        var calls = $"/organisation/journees/{Day.Id}/appels";
        return (call.Page, proposal, [calls, $"{calls}/preparer", call.Desk, $"{calls}/preparer/{call.Call.Id}", $"{call.Desk}/propositions/{(await call.ApplicationAsync(app)).Id}"]);
    }

    /// <summary>Two turns in one session, which everybody may see, and a call for more.</summary>
    private async Task<(string Page, string Proposal, string[] Desk)> StageAsync(Organisation organisation)
    {
        await app.DoAsync<RunningOrderOffice>(office => office.ChangeAsync(
            Day.Id, Session.Id, "ChangeRunningOrder", (order, _) => order.Open(2) && order.Add("Des repas plus justes", "Personne 00, fondatrice") && order.Add("Des fuites en moins", null), null));
        await app.AskAsync<RunningOrderOffice, int?>(office => office.AnnounceAsync(Day.Id, Session.Id, null));
        return await CallAsync(organisation);
    }

    private async Task<string> TurnAsync() =>
        $"/journees/{Day.Slug}/seances/{Session.Code}/passages/{await app.ReadAsync(async db => (await db.RunningOrders.SingleAsync()).Slots[0].Id)}";

    /// <summary>The programme of the day has changed once, and is about to change again.</summary>
    private async Task PublishTwiceAsync()
    {
        var closing = (await app.ReadAsync(db => db.DraftOfAsync(Day.Id, TestContext.Current.CancellationToken))).Plan.Sessions[^1];
        await app.PublishAsync(Day.Id, office => office.AddRoomAsync(Day.Id, "Salle 4 bis", null, null));
        await app.PublishAsync(Day.Id, office => office.MoveAsync(Day.Id, closing.Id, null, closing.Facts.Placement with { Minutes = 20 }, null));
        await app.DoAsync<ProgrammeOffice>(office => office.WriteSessionAsync(Day.Id, null, closing.Facts with { Title = "Atelier", LocalStart = null }, null));
        await app.DoAsync<ProgrammeOffice>(office => office.MoveAsync(Day.Id, closing.Id, null, closing.Facts.Placement with { Minutes = 25 }, null));
    }

    /// <summary>Path of the personal page with its invitation.</summary>
    private async Task<(Guid Id, string Page)> InviteAsync(string name, string email)
    {
        await app.AskAsync<SpeakerOffice, SpeakerOutcome>(office => office.InviteAsync(Day.Id, name, email, null, TestContext.Current.CancellationToken));
        var page = (await app.MailsToAsync(email))[^1].LinkTo("/intervenir/");
        return (await app.ReadAsync(db => db.SpeakerInvitations.Where(i => i.Name == name).Select(i => i.Id).SingleAsync()), page);
    }

    private async Task RegisterAsync(Edition edition, params string[] names)
    {
        foreach (var name in names)
        {
            await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee(name), "fr", TestContext.Current.CancellationToken));
        }
    }
}
