using Hub.Core.Accounts;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Demo;

/// <summary>
/// A believable world for a first look, made through the same doors as people's own acts. What is already there is
/// left alone, so that a second call changes nothing.
/// </summary>
public sealed class DemoHub(
    HubDbContext db, UserManager<Account> accounts, EditionOffice office, ProgrammeOffice programme, ProgrammePublisher publisher, RunningOrderOffice orders,
    EditionChanges changes, RegistrationDesk desk, DemoCall call, TimeProvider clock)
{
    /// <summary>Everybody's password; the demo world never exists in production.</summary>
    public const string Password = "journee-de-demonstration";

    public const string Administrator = "administration@hub.example";

    public async Task SeedAsync(CancellationToken ct = default)
    {
        var administrator = await AccountAsync(Administrator);
        if (!administrator.IsAdministrator)
        {
            administrator.IsAdministrator = true;
            await accounts.UpdateAsync(administrator);
        }

        var people = new Queue<Attendee>(DemoPeople.All);
        var network = await OrganisationAsync("Réseau numérique des territoires (exemple)", "reseau@hub.example", ct);
        await VannesAsync(network, ct);
        foreach (var day in DemoDays.OfTheNetwork)
        {
            await DayAsync(network, day, people, ct);
        }

        var association = await OrganisationAsync("Association des villes numériques (exemple)", "association@hub.example", ct);
        foreach (var day in DemoDays.OfTheAssociation)
        {
            await DayAsync(association, day, people, ct);
        }

        var federation = await OrganisationAsync("Fédération des régions numériques (exemple)", "federation@hub.example", ct);
        foreach (var day in DemoSeason.Days)
        {
            await DayAsync(federation, day, people, ct);
        }
    }

    private async Task<Account> AccountAsync(string email)
    {
        if (await accounts.FindByEmailAsync(email) is { } known)
        {
            return known;
        }

        Account account = new() { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true };
        var made = await accounts.CreateAsync(account, Password);
        return made.Succeeded ? account : throw new InvalidOperationException(string.Join(' ', made.Errors.Select(e => e.Description)));
    }

    private async Task<Guid> OrganisationAsync(string name, string organiser, CancellationToken ct)
    {
        var account = await AccountAsync(organiser);
        return await db.WriteAsync(
            async ct =>
            {
                if (await db.Organisations.SingleOrDefaultAsync(o => o.Name == name, ct) is { } known)
                {
                    return known.Id;
                }

                Organisation organisation = new(name);
                db.Add(organisation);
                var now = clock.GetUtcNow().UtcDateTime;
                db.Add(new OrganiserGrant(organisation.Id, account.Id, now) { AcceptedAt = now });
                return organisation.Id;
            },
            ct);
    }

    private async Task VannesAsync(Guid organisation, CancellationToken ct)
    {
        var times = DemoDay.Times(new(2017, 7, 4), new(9, 30), new(16, 30), "Europe/Paris");
        if (await DraftAsync(organisation, DemoDays.Vannes, times, new(null, null), 200, ct) is { } edition)
        {
            await WriteProgrammeAsync(edition, DemoProgramme.Vannes, [], ct);
            await office.AnnounceAsync(edition.Id, null, ct);
        }
    }

    private async Task DayAsync(Guid organisation, DemoDay day, Queue<Attendee> people, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var times = day.TimesFrom(now);
        RegistrationWindow window = new(day.Fate is DemoFate.OpensLater ? times.StartsAt.AddDays(-21) : null, day.Fate is DemoFate.Closed ? now.AddDays(-1) : times.StartsAt.AddDays(-2));
        var mine = Enumerable.Range(0, day.People).Select(_ => people.Dequeue()).ToList();
        if (await DraftAsync(organisation, day.Facts, times, window, day.Capacity, ct) is not { } edition)
        {
            return;
        }

        var hasProgramme = day.Capacity > 200 && day.Facts.Format is EditionFormat.Hybrid;
        if (hasProgramme)
        {
            await WriteProgrammeAsync(edition, DemoProgramme.Day, DemoProgramme.Rooms, ct);
        }

        if (day.Fate is DemoFate.Draft)
        {
            return;
        }

        await office.AnnounceAsync(edition.Id, null, ct);
        if (hasProgramme)
        {
            await WriteOrderAsync(edition.Id, ct);
            await call.OpenAsync(edition.Id, ct);
        }

        foreach (var attendee in mine)
        {
            await desk.RegisterAsync(edition.Id, attendee, "fr", ct);
        }

        await (day.Fate switch
        {
            DemoFate.Postponed => changes.PostponeAsync(edition.Id, "La salle est fermée pour travaux ; une nouvelle date est à l’étude.", null, ct),
            DemoFate.Cancelled => changes.CancelAsync(edition.Id, "L’accès routier est coupé jusqu’au printemps.", null, ct),
            _ => Task.CompletedTask,
        });
    }

    /// <returns>Null when the organisation already has a day of this title.</returns>
    private async Task<Edition?> DraftAsync(
        Guid organisation, EditionFacts facts, EditionTimes times, RegistrationWindow window, int capacity, CancellationToken ct) =>
        await db.Editions.AnyAsync(e => e.OrganisationId == organisation && e.Title == facts.Title, ct)
            ? null
            : await office.DraftAsync(organisation, facts, times, window, capacity, null, ct);

    private async Task WriteProgrammeAsync(Edition edition, IEnumerable<DemoSession> sessions, IEnumerable<(string Name, int Seats)> rooms, CancellationToken ct)
    {
        List<Guid> ids = [];
        foreach (var (name, seats) in rooms)
        {
            ids.Add((await programme.AddRoomAsync(edition.Id, name, seats, null, ct))!.Value);
        }

        foreach (var session in sessions)
        {
            var start = edition.LocalStart.Date + TimeOnly.Parse(session.From, System.Globalization.CultureInfo.InvariantCulture).ToTimeSpan();
            Guid? room = session.Room < 0 ? null : ids[session.Room];
            await programme.WriteSessionAsync(edition.Id, null, new(session.Kind, session.Title, room, start, session.Minutes, session.Speakers, null), null, null, ct);
        }

        await publisher.PublishAsync(edition.Id, null, null, ct);
    }

    private async Task WriteOrderAsync(Guid editionId, CancellationToken ct)
    {
        var pitches = await db.Sessions.Where(s => s.EditionId == editionId && s.Kind == SessionKind.PitchSession).Select(s => s.Id).SingleAsync(ct);
        await orders.ChangeAsync(editionId, pitches, "ChangeRunningOrder", (order, _) => order.Pace(6, 1) && order.Open(2) && DemoProgramme.Pitches.All(p => order.Add(p.Title, p.Presenters)), null, ct);
        await orders.AnnounceAsync(editionId, pitches, null, ct);
    }
}
