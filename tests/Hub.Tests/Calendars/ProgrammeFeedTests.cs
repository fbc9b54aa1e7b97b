using System.Net;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Calendars;

/// <summary>A programme as calendars follow it.</summary>
public abstract class ProgrammeFeedTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ical.js")]
    [InlineData("icalendar")]
    [InlineData("libical")]
    public async Task Every_session_is_read_at_the_instants_it_takes_place(string library)
    {
        var (edition, first, second) = await DayAsync();

        var read = await ForeignReader.ReadAsync(library, await app.Visitor().GetByteArrayAsync(Feed(edition), Ct), Ct);

        Assert.Equal(
            new[] { first, second }.Select(s => new EntryRead($"session-{s.Id:N}@hub.example", s.StartsAt, s.EndsAt, s.Title, "CONFIRMED", 0)), read);
        var alone = await ForeignReader.ReadAsync(library, await app.Visitor().GetByteArrayAsync($"/journees/{edition.Slug}/seances/{first.Code}.ics", Ct), Ct);
        Assert.Equal(read[0], Assert.Single(alone));
    }

    [Fact]
    public async Task A_session_says_where_it_is_and_who_speaks()
    {
        var (edition, first, _) = await DayAsync();
        var room = await app.PublishAsync(edition.Id, office => office.AddRoomAsync(edition.Id, "Salle Ys", 40, null, Ct));
        await WriteAsync(edition, first, first.LocalStart, room);

        var feed = await TextAsync(edition);

        Assert.Contains(@"LOCATION:Salle Ys\, Palais des congrès\, 1 place du Port\, Vannes", feed, StringComparison.Ordinal);
        Assert.Contains(@"DESCRIPTION:Ada Exemple\, directrice\n\nEn deux mots", feed, StringComparison.Ordinal);
        Assert.Contains($"URL:https://hub.example/journees/{edition.Slug}", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_a_session_raises_its_sequence_and_leaves_the_others_alone()
    {
        var (edition, first, second) = await DayAsync();

        await WriteAsync(edition, first, first.LocalStart.AddMinutes(10), null);

        Assert.Equal([(first.Id, 1, "CONFIRMED"), (second.Id, 0, "CONFIRMED")], await ReadAsync(edition));
        app.Clock.Now = An.Now.AddHours(3);
        await WriteAsync(edition, first, first.LocalStart.AddMinutes(10), null, "Un autre titre");
        Assert.Equal([(first.Id, 1, "CONFIRMED"), (second.Id, 0, "CONFIRMED")], await ReadAsync(edition));
        Assert.Contains("LAST-MODIFIED:20270104T120000Z", await TextAsync(edition), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happens_to_the_day_happens_to_all_its_sessions_and_no_sequence_falls()
    {
        var (edition, first, second) = await DayAsync();
        await WriteAsync(edition, first, first.LocalStart.AddMinutes(10), null);

        await app.AskAsync<EditionChanges, EditionOutcome>(changes => changes.PostponeAsync(edition.Id, "Neige", null, Ct));
        Assert.Equal([(first.Id, 2, "CANCELLED"), (second.Id, 1, "CANCELLED")], await ReadAsync(edition));

        var postponed = await app.ReadAsync(db => db.Editions.AsNoTracking().SingleAsync(e => e.Id == edition.Id));
        await app.AskAsync<EditionChanges, EditionOutcome>(changes => changes.ReviseAsync(
            edition.Id, postponed.Version, edition.Facts, An.Times(new(2027, 4, 22, 9, 0, 0)), new(null, null), null, Ct));
        Assert.Equal([(first.Id, 3, "CONFIRMED"), (second.Id, 2, "CONFIRMED")], await ReadAsync(edition));
        Assert.Contains("DTSTART;TZID=Europe/Paris:20270422T091000", await TextAsync(edition), StringComparison.Ordinal);

        await app.AskAsync<EditionChanges, EditionOutcome>(changes => changes.CancelAsync(edition.Id, "Neige", null, Ct));
        Assert.Equal([(first.Id, 4, "CANCELLED"), (second.Id, 3, "CANCELLED")], await ReadAsync(edition));
        Assert.Contains("SUMMARY:Annulée\u00a0: Ouverture", await TextAsync(edition), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_leaves_the_programme_is_seen_to_be_cancelled_for_ninety_days()
    {
        var (edition, first, second) = await DayAsync();
        var room = await app.PublishAsync(edition.Id, office => office.AddRoomAsync(edition.Id, "Salle Ys", 40, null, Ct));
        await WriteAsync(edition, first, first.LocalStart, room);

        await app.PublishAsync(edition.Id, office => office.RemoveSessionAsync(edition.Id, first.Id, null, Ct));

        Assert.Equal([(first.Id, 2, "CANCELLED"), (second.Id, 0, "CONFIRMED")], await ReadAsync(edition));
        using var page = await app.Visitor().ReadAsync($"/journees/{edition.Slug}");
        Assert.DoesNotContain(first.Title, page.Words("#programme"), StringComparison.Ordinal);
        Assert.Equal(ProgrammeOutcome.Done, (await app.PublishAsync(edition.Id, office => office.RemoveRoomAsync(edition.Id, room!.Value, null, Ct))).Outcome);

        app.Clock.Now = An.Now.AddDays(91);
        Assert.Equal([(second.Id, 0, "CONFIRMED")], await ReadAsync(edition));
        using var alone = await app.Visitor().GetAsync($"/journees/{edition.Slug}/seances/{first.Code}.ics", Ct);
        Assert.Equal(HttpStatusCode.NotFound, alone.StatusCode);
    }

    [Fact]
    public async Task A_session_nobody_saw_leaves_no_trace()
    {
        var organisation = An.Organisation();
        var draft = An.Draft(organisation);
        var session = Session(draft, 0, "Essai");
        await app.SaveAsync(organisation, draft, session);

        await app.PublishAsync(draft.Id, office => office.RemoveSessionAsync(draft.Id, session.Id, null, Ct));

        Assert.Equal(0, await app.ReadAsync(db => db.Set<Session>().CountAsync(s => s.EditionId == draft.Id)));
    }

    [Fact]
    public async Task A_draft_s_programme_and_an_unknown_session_are_not_there()
    {
        var organisation = An.Organisation();
        var draft = An.Draft(organisation);
        var session = Session(draft, 0, "Essai");
        await app.SaveAsync(organisation, draft, session);
        var (edition, _, _) = await DayAsync();

        foreach (var address in new[] { Feed(draft), $"/journees/{draft.Slug}/seances/{session.Code}.ics", $"/journees/{edition.Slug}/seances/{session.Code}.ics" })
        {
            using var answer = await app.Visitor().GetAsync(address, Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private async Task<(Edition Edition, Session First, Session Second)> DayAsync()
    {
        app.Clock.Now = An.Now;
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        var (first, second) = (Session(edition, 0, "Ouverture"), Session(edition, 60, "Témoignages ; débats"));
        await app.SaveAsync(organisation, edition, first, second);
        return (edition, first, second);
    }

    private static Session Session(Edition edition, int after, string title)
    {
        Session session = new(edition.Id);
        session.Revise(new(SessionKind.Plenary, title, null, edition.LocalStart.AddMinutes(after), 30, "Ada Exemple, directrice", "En deux mots"), edition, An.Now);
        return session.Sequence == 0 ? session : throw new InvalidOperationException("A new session begins at zero.");
    }

    private Task<ProgrammeResult> WriteAsync(Edition edition, Session session, DateTime start, Guid? room, string? title = null) =>
        app.PublishAsync(edition.Id, office => office.WriteSessionAsync(
            edition.Id, session.Id, new(session.Kind, title ?? session.Title, room, start, 30, session.Speakers, session.Abstract), null, null, Ct));

    private async Task<List<(Guid Id, int Sequence, string Status)>> ReadAsync(Edition edition)
    {
        var read = await ForeignReader.ReadAsync("ical.js", await app.Visitor().GetByteArrayAsync(Feed(edition), Ct), Ct);
        return read.ConvertAll(e => (Guid.Parse(e.Uid["session-".Length..e.Uid.IndexOf('@', StringComparison.Ordinal)]), e.Sequence, e.Status));
    }

    private async Task<string> TextAsync(Edition edition) =>
        (await app.Visitor().GetStringAsync(Feed(edition), Ct)).Replace("\r\n ", "", StringComparison.Ordinal);

    private static string Feed(Edition edition) => $"/journees/{edition.Slug}/programme.ics";

    public sealed class OnSqlite(SqliteHub app) : ProgrammeFeedTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : ProgrammeFeedTests(app), IClassFixture<PostgreSqlHub>;
}
