using System.Net;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Tests.Notifications;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

public abstract class ReminderTests(HubApp app)
{
    private readonly string ada = $"ada-{Guid.NewGuid():N}@mairie.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_the_eve_at_ten_there_everybody_who_has_a_place_reads_when_and_where_once()
    {
        var edition = await EditionAsync(new(2027, 2, 2, 9, 0, 0), "America/Martinique");
        await RegisterAsync(edition);

        Assert.Single(await AtAsync(new(2027, 2, 1, 13, 59, 0)));
        await AtAsync(new(2027, 2, 1, 14, 0, 0));
        var mails = await AtAsync(new(2027, 2, 1, 20, 0, 0));

        Assert.Equal(2, mails.Count);
        Assert.Contains("Votre place vous attend demain, dès 9\u00A0h.", mails[1].Text(), StringComparison.Ordinal);
        Assert.Contains("https://visio.example/salle", mails[1].Text(), StringComparison.Ordinal);
        Assert.Equal($"<https://hub.example{mails[1].Link()}/rappel>", mails[1]["List-Unsubscribe"].Trim());
        Assert.Equal("List-Unsubscribe=One-Click", mails[1]["List-Unsubscribe-Post"]);
    }

    [Fact]
    public async Task Who_waits_who_cancelled_and_who_has_just_got_a_ticket_is_not_reminded()
    {
        var edition = await EditionAsync(new(2027, 2, 2, 9, 0, 0), capacity: 1);
        app.Clock.Now = new(2027, 2, 1, 10, 0, 0, DateTimeKind.Utc);
        await RegisterAsync(edition);
        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee("bob"), "fr", Token));

        Assert.Single(await AtAsync(new(2027, 2, 1, 12, 0, 0)));
        Assert.Single(await app.MailsToAsync("bob@mairie.example"));
    }

    [Fact]
    public async Task A_reminder_that_leaves_late_does_not_say_tomorrow()
    {
        var edition = await EditionAsync(new(2027, 2, 2, 9, 0, 0));
        await RegisterAsync(edition);

        var mails = await AtAsync(new(2027, 2, 2, 6, 0, 0));

        Assert.Contains("aujourd’hui", mails[1].Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("demain", mails[1].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_date_is_reminded_of_on_its_own_eve()
    {
        var edition = await EditionAsync(new(2027, 2, 2, 9, 0, 0));
        await RegisterAsync(edition);
        await AtAsync(new(2027, 2, 1, 12, 0, 0));
        await app.DoAsync<EditionChanges>(c => c.ReviseAsync(edition.Id, edition.Version, edition.Facts, An.Times(new(2027, 2, 9, 9, 0, 0)), new(null, null), null, Token));

        var mails = await AtAsync(new(2027, 2, 8, 12, 0, 0));

        Assert.Equal(4, mails.Count);
    }

    [Fact]
    public async Task A_mail_program_refuses_the_reminder_with_one_click_twice_and_opening_the_page_does_nothing()
    {
        var edition = await EditionAsync(new(2027, 2, 2, 9, 0, 0));
        var link = await RegisterAsync(edition);
        using var page = await app.Visitor().ReadAsync($"{link}/rappel");
        Assert.True((await ReadAsync(edition)).WantsReminder);

        for (var click = 0; click < 2; click++)
        {
            using FormUrlEncodedContent oneClick = new(new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" });
            using var answer = await app.Visitor().PostAsync(new Uri($"{link}/rappel", UriKind.Relative), oneClick, Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.False((await ReadAsync(edition)).WantsReminder);
        Assert.Single(await AtAsync(new(2027, 2, 1, 12, 0, 0)));
        using var back = await app.Visitor().PostAsync($"{link}/rappel", new Dictionary<string, string> { ["recevoir"] = "oui" });
        Assert.True((await ReadAsync(edition)).WantsReminder);
    }

    private async Task<Edition> EditionAsync(DateTime start, string zone = "Europe/Paris", int capacity = 20)
    {
        app.Clock.Now = An.Now;
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity, An.Facts(format: EditionFormat.Hybrid), An.Times(start, zone: zone));
        await app.SaveAsync(organisation, edition);
        return edition;
    }

    /// <returns>The personal link.</returns>
    private async Task<string> RegisterAsync(Edition edition)
    {
        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee(email: ada), "fr", Token));
        return Assert.Single(await app.MailsToAsync(ada)).Link();
    }

    /// <returns>What the person has been sent once the clock shows this, UTC.</returns>
    private async Task<IReadOnlyList<ReadMail>> AtAsync(DateTime now)
    {
        app.Clock.Now = DateTime.SpecifyKind(now, DateTimeKind.Utc);
        await app.DoAsync<Reminders>(reminders => reminders.RunAsync(Token));
        return await app.MailsToAsync(ada);
    }

    private Task<Registration> ReadAsync(Edition edition) =>
        app.ReadAsync(db => db.Registrations.AsNoTracking().For(edition.Id).SingleAsync(r => r.Email == ada, Token));

    public sealed class OnSqlite(SqliteHub app) : ReminderTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : ReminderTests(app), IClassFixture<PostgreSqlHub>;
}
