using Hub.Core.Notifications;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hub.Tests.Notifications;

/// <summary>A registration's mails through a real server into a real mailbox.</summary>
public sealed class MailServerTests(MailServer server) : IClassFixture<MailServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SmtpTls.Implicit)]
    [InlineData(SmtpTls.StartTls)]
    public async Task A_confirmation_arrives_whole_and_its_cancellation_answers_it(SmtpTls tls)
    {
        await using var app = App(server.Settings(tls));
        var id = await RegisterAsync(app, "ada@exemple.test");
        await SendAsync(app);
        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(id, null, Token));
        await SendAsync(app);

        var outbox = await OutboxAsync(app);
        Assert.Equal([OutboxState.Sent, OutboxState.Sent], outbox.Select(m => m.State));
        var confirmed = await ReadMail.FromAsync(await server.ReadAsync(outbox[0].Id));
        var cancelled = await ReadMail.FromAsync(await server.ReadAsync(outbox[1].Id));
        Assert.All(new[] { confirmed, cancelled }, mail =>
        {
            Assert.Empty(mail.Defects);
            Assert.Equal((true, 0), (mail.IsAscii, mail.StrayBreaks));
            Assert.Equal(["hub@exemple.test", "ada@exemple.test"], mail.Addresses);
        });
        Assert.StartsWith("Journée numérique de Bretagne", confirmed["Subject"], StringComparison.Ordinal);
        Assert.Equal(["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "image/png", "application/ics"], confirmed.Body.Types);
        Assert.Contains("https://hub.example/inscriptions/", confirmed.Text(), StringComparison.Ordinal);
        Assert.Equal(["REQUEST", "CANCEL"], new[] { confirmed, cancelled }.Select(mail => mail.Body.Parts![0].Parts![2].Method));
        Assert.Equal(confirmed["Message-ID"], cancelled["In-Reply-To"]);
        Assert.Contains("ESMTPSA", confirmed.Headers.Where(h => h[0] == "Received").Select(h => h[1]).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_and_busy_addresses_are_told_apart()
    {
        await using var app = App(server.Settings());
        await RegisterAsync(app, "refused@exemple.test");
        await RegisterAsync(app, "busy@exemple.test");
        await RegisterAsync(app, "bob@exemple.test");

        // A machine that is busy may break a connection: the next attempt is a minute later.
        for (var attempt = 0; attempt < 5 && (await OutboxAsync(app))[2].State is OutboxState.Pending; attempt++)
        {
            await SendAsync(app);
            app.Clock.Now += TimeSpan.FromMinutes(1);
        }

        Assert.Equal([OutboxState.Refused, OutboxState.Pending, OutboxState.Sent], (await OutboxAsync(app)).Select(m => m.State));
        Assert.Contains("550 5.1.1", (await OutboxAsync(app))[0].LastError, StringComparison.Ordinal);
        Assert.Contains("451 4.2.2", (await OutboxAsync(app))[1].LastError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("password", "535")]
    [InlineData("certificate", "NotTimeValid")]
    public async Task A_wrong_password_or_certificate_sends_nothing_and_loses_nothing(string fault, string word)
    {
        var settings = server.Settings(SmtpTls.StartTls);
        if (fault == "password")
        {
            settings.Password = "un-autre-mot-de-passe";
        }
        else
        {
            settings.Port = server.Expired;
        }

        await using var app = App(settings);
        await RegisterAsync(app, "ada@exemple.test");

        await SendAsync(app);

        var mail = Assert.Single(await OutboxAsync(app));
        Assert.Equal((OutboxState.Pending, 0), (mail.State, mail.Attempts));
        Assert.Contains(word, mail.LastError, StringComparison.Ordinal);
    }

    private static SqliteHub App(MailOptions settings) => new SqliteHub { Additions = services => services.AddSingleton(Options.Create(settings)) };

    private static async Task<Guid> RegisterAsync(HubApp app, string email)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee("ada", email), "fr", Token));
        return await app.ReadAsync(db => db.Registrations.For(edition.Id).Select(r => r.Id).SingleAsync(Token));
    }

    private static async Task SendAsync(HubApp app)
    {
        while (await app.AskAsync<OutboxSender, int>(sender => sender.SendDueAsync(Token)) > 0)
        {
        }
    }

    private static Task<List<OutboxMessage>> OutboxAsync(HubApp app) => app.ReadAsync(db => db.Outbox.AsNoTracking().OrderBy(m => m.Id).ToListAsync(Token));
}
