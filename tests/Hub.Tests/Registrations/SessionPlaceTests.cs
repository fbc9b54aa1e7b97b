using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

/// <summary>Places at sessions, and the mail when one of these changes.</summary>
public abstract class SessionPlaceTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_place_of_a_session_goes_to_one_of_forty()
    {
        var (day, sessions) = await DayAsync(places: 1);
        var people = await RegisterAsync(day, 40);

        var outcomes = await Task.WhenAll(people.Select(p => app.AskAsync<SessionDesk, SessionPlaceOutcome>(desk => desk.TakeAsync(p, sessions[0], Ct))));

        Assert.Equal(1, outcomes.Count(o => o is SessionPlaceOutcome.Done));
        Assert.Equal(39, outcomes.Count(o => o is SessionPlaceOutcome.Full));
        Assert.Equal(1, await app.ReadAsync(db => db.SessionPlaces.CountAsync(p => p.SessionId == sessions[0], Ct)));
    }

    [Fact]
    public async Task One_person_is_in_one_room_at_a_time()
    {
        var (day, sessions) = await DayAsync(places: 5);
        var ada = (await RegisterAsync(day, 1))[0];

        Assert.Equal(SessionPlaceOutcome.Done, await TakeAsync(ada, sessions[0]));
        Assert.Equal(SessionPlaceOutcome.Elsewhere, await TakeAsync(ada, sessions[1]));
        Assert.Equal(SessionPlaceOutcome.Done, await TakeAsync(ada, sessions[2]));
        await app.DoAsync<SessionDesk>(desk => desk.GiveBackAsync(ada, sessions[0], Ct));
        Assert.Equal(SessionPlaceOutcome.Done, await TakeAsync(ada, sessions[1]));
    }

    [Fact]
    public async Task Whoever_gives_the_seat_back_gives_the_places_back_and_does_not_find_them_again()
    {
        var (day, sessions) = await DayAsync(places: 1);
        var people = await RegisterAsync(day, 2);
        await TakeAsync(people[0], sessions[0]);
        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(people[0], null, Ct));

        Assert.Equal(SessionPlaceOutcome.Missing, await TakeAsync(people[0], sessions[0]));
        Assert.Equal(SessionPlaceOutcome.Done, await TakeAsync(people[1], sessions[0]));
        await RegisterAsync(day, 1);
        Assert.Equal(SessionPlaceOutcome.Full, await TakeAsync(people[0], sessions[0]));
    }

    [Fact]
    public async Task A_place_is_taken_on_ones_own_page_and_the_page_says_what_is_left()
    {
        var (day, _) = await DayAsync(places: 2);
        await RegisterAsync(day, 1);
        var link = (await app.MailsToAsync(Address(day, 0)))[^1].Link();
        var browser = app.Visitor();
        using var before = await browser.ReadAsync(link);
        Assert.Equal(3, before.QuerySelectorAll("#ateliers li").Length);
        Assert.Contains("2 places libres", before.Words("#ateliers"), StringComparison.Ordinal);

        using var answer = await browser.SendFormAsync(link, [], before.QuerySelector("#ateliers form")!.GetAttribute("action")!);

        using var after = await browser.ReadAsync(link);
        Assert.Contains("Votre place est réservée", after.Words("#ateliers li"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_have_a_place_where_something_changes_are_told_with_a_file_for_their_calendar()
    {
        var (day, sessions) = await DayAsync(places: 5);
        var people = await RegisterAsync(day, 3);
        await TakeAsync(people[0], sessions[0]);
        await TakeAsync(people[1], sessions[1]);
        var before = (await app.SendMailsAsync()).Count;

        await app.PublishAsync(day.Id, office => office.MoveAsync(day.Id, sessions[0], null, new(null, day.LocalStart.AddHours(4), 45), null, Ct));

        Assert.Equal(before + 1, (await app.SendMailsAsync()).Count);
        var mail = (await app.MailsToAsync(Address(day, 0)))[^1];
        Assert.Contains("vos sessions changent", mail["Subject"], StringComparison.Ordinal);
        Assert.Contains("13 h", mail.Text().Replace('\u00a0', ' '), StringComparison.Ordinal);
        var calendar = mail.Body.Parts!.Single(p => p.FileName == "programme.ics").Content!;
        Assert.Contains($"UID:session-{sessions[0]:N}@", calendar, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", calendar, StringComparison.Ordinal);

        await app.PublishAsync(day.Id, office => office.RemoveSessionAsync(day.Id, sessions[1], null, Ct));
        await app.SendMailsAsync();
        Assert.Contains("retirée du programme", (await app.MailsToAsync(Address(day, 1)))[^1].Text(), StringComparison.Ordinal);
    }

    /// <summary>Two sessions at once, and one later.</summary>
    private async Task<(Edition Day, Guid[] Sessions)> DayAsync(int places)
    {
        app.Clock.Now = An.Now;
        var organisation = An.Organisation();
        var day = An.Edition(organisation, capacity: 50);
        await app.SaveAsync(organisation, day);
        var rooms = new List<Guid>();
        foreach (var name in new[] { "Ici", "Là" })
        {
            rooms.Add((await app.AskAsync<ProgrammeOffice, Guid?>(office => office.AddRoomAsync(day.Id, name, null, null, Ct)))!.Value);
        }

        foreach (var (room, hour) in new[] { (rooms[0], 1), (rooms[1], 1), (rooms[0], 2) })
        {
            await app.PublishAsync(day.Id, office => office.WriteSessionAsync(
                day.Id, null, new(SessionKind.Workshop, $"Atelier de {hour} h", room, day.LocalStart.AddHours(hour), 45, null, null) { Places = places }, null, null, Ct));
        }

        return (day, [.. (await app.ReadAsync(db => db.DraftOfAsync(day.Id, Ct))).Plan.Sessions.Select(s => s.Id)]);
    }

    private async Task<Guid[]> RegisterAsync(Edition day, int people)
    {
        foreach (var n in Enumerable.Range(0, people))
        {
            await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(day.Id, An.Attendee($"personne {n}", Address(day, n)), "fr", Ct));
        }

        var rows = await app.ReadAsync(db => db.Registrations.Where(r => r.EditionId == day.Id).ToListAsync(Ct));
        return [.. rows.OrderBy(r => int.Parse(r.FirstName.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)).Select(r => r.Id)];
    }

    private static string Address(Edition day, int n) => $"p{n}-{day.Id:N}@mairie.example";

    private Task<SessionPlaceOutcome> TakeAsync(Guid person, Guid session) => app.AskAsync<SessionDesk, SessionPlaceOutcome>(desk => desk.TakeAsync(person, session, Ct));

    public sealed class OnSqlite(SqliteHub app) : SessionPlaceTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : SessionPlaceTests(app), IClassFixture<PostgreSqlHub>;
}
