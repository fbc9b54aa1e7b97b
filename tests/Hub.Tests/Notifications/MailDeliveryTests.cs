using Hub.Core.Data;
using Hub.Core.Notifications;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Notifications;

/// <summary>What becomes of a promised mail when the server says no, or nothing.</summary>
public abstract class MailDeliveryTests : IAsyncLifetime
{
    private readonly TestAuthority authority = new();
    private readonly ScriptedSmtp server;
    private readonly HubApp app;

    protected MailDeliveryTests(Func<Action<IServiceCollection>, HubApp> start)
    {
        server = new(SmtpTls.Implicit, authority.Issue());
        app = start(services => services
            .AddScoped<IMailComposer, PlainComposer>()
            .AddScoped<IMailRenderer, PlainRenderer>()
            .Configure<MailOptions>(mail => (mail.Transport, mail.Host, mail.Port, mail.UserName, mail.Password, mail.From, mail.TrustedCertificate) =
                (MailTransport.Smtp, "localhost", server.Port, "hub", "secret", "hub@exemple.test", authority.Path)));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await server.DisposeAsync();
        authority.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_no_for_now_is_asked_again_later()
    {
        await PromiseAsync("busy@exemple.test");
        server.Answer = line => line.Contains("busy@", StringComparison.Ordinal) ? "451 4.2.2 mailbox full" : null;

        await SendAsync();

        var mail = Assert.Single(await OutboxAsync());
        Assert.Equal((OutboxState.Pending, 1, An.Now.AddMinutes(1)), (mail.State, mail.Attempts, mail.DueAt));
        Assert.Contains("451 4.2.2 mailbox full", mail.LastError, StringComparison.Ordinal);
        (server.Answer, app.Clock.Now) = (_ => null, mail.DueAt);
        await SendAsync();
        Assert.Equal((OutboxState.Sent, 2, null), (await OutboxAsync()).Select(m => (m.State, m.Attempts, m.LastError)).Single());
    }

    [Fact]
    public async Task A_no_for_good_ends_one_mail_and_no_other()
    {
        await PromiseAsync("ada@exemple.test", "refused@exemple.test", "spam@exemple.test", "bob@exemple.test");
        var current = "";
        server.Answer = line =>
        {
            current = line.StartsWith("RCPT", StringComparison.Ordinal) ? line : current;
            return line == current && current.Contains("refused@", StringComparison.Ordinal) ? "550 5.1.1 nobody"
                : line == ScriptedSmtp.Content && current.Contains("spam@", StringComparison.Ordinal) ? "554 5.7.1 spam" : null;
        };

        await SendAsync();

        Assert.Equal(
            [("ada@exemple.test", OutboxState.Sent), ("bob@exemple.test", OutboxState.Sent), ("refused@exemple.test", OutboxState.Refused), ("spam@exemple.test", OutboxState.Dead)],
            (await OutboxAsync()).Select(m => (m.Key.Split('/')[0], m.State)).Order());
        Assert.All((await OutboxAsync()).Where(m => m.IsDeadLetter), m => Assert.Equal((1, An.Now), (m.Attempts, m.DueAt)));
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_mail_cut_off_after_its_text_comes_twice_at_most_and_as_the_same_mail()
    {
        await PromiseAsync("ada@exemple.test");
        server.Answer = line => line == ScriptedSmtp.Content ? ScriptedSmtp.Drop : null;

        await SendAsync();
        Assert.Equal((OutboxState.Pending, 1), (await OutboxAsync()).Select(m => (m.State, m.Attempts)).Single());
        (server.Answer, app.Clock.Now) = (_ => null, An.Now.AddMinutes(1));
        await SendAsync();
        await SendAsync();

        var mail = Assert.Single(await OutboxAsync());
        Assert.Equal(OutboxState.Sent, mail.State);
        Assert.Equal(2, server.Mails.Count);
        Assert.All(server.Mails, text => Assert.Contains($"Message-ID: <{mail.Id:N}@exemple.test>", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_password_costs_no_mail_an_attempt_and_is_not_tried_for_each()
    {
        await PromiseAsync("ada@exemple.test", "bob@exemple.test", "cleo@exemple.test");
        server.Answer = line => line.StartsWith("AUTH", StringComparison.Ordinal) ? "535 5.7.8 wrong" : null;

        await SendAsync();
        await SendAsync();

        Assert.Equal(1, server.Connections);
        Assert.Empty(server.Mails);
        Assert.All(await OutboxAsync(), m => Assert.Equal((OutboxState.Pending, 0, An.Now, null), (m.State, m.Attempts, m.DueAt, m.LeasedUntil)));
        Assert.Contains("535", Assert.Single(await OutboxAsync(), m => m.LastError is not null).LastError, StringComparison.Ordinal);
        Assert.True(app.Services.GetRequiredService<TransportPause>().Trouble!.NeedsOperator);

        (server.Answer, app.Clock.Now) = (_ => null, An.Now.AddSeconds(15));
        await SendAsync();
        Assert.All(await OutboxAsync(), m => Assert.Equal((OutboxState.Sent, 1, null), (m.State, m.Attempts, m.LastError)));
        Assert.Null(app.Services.GetRequiredService<TransportPause>().Trouble);
    }

    [Fact]
    public async Task Mails_nobody_can_write_or_address_stand_in_nobodys_way()
    {
        await PromiseAsync("throws", "no address", "template", "ada@exemple.test");

        await SendAsync();

        Assert.Equal(["ada@exemple.test"], (await OutboxAsync()).Where(m => m.State is OutboxState.Sent).Select(m => m.Key.Split('/')[0]));
        Assert.Equal(3, (await OutboxAsync()).Count(m => m is { State: OutboxState.Pending, Attempts: 1, LastError: not null }));
    }

    [Fact]
    public async Task A_mail_that_took_too_long_to_write_is_not_sent_under_a_claim_that_may_end()
    {
        await PromiseAsync("slow@exemple.test");

        await SendAsync();

        Assert.Empty(server.Mails);
        Assert.Equal((OutboxState.Pending, 1), (await OutboxAsync()).Select(m => (m.State, m.Attempts)).Single());
    }

    [Fact]
    public async Task A_mail_answers_the_first_that_was_sent_about_its_subject()
    {
        var subject = Guid.NewGuid();
        foreach (var version in new[] { 1, 2, 3 })
        {
            await app.DoAsync<HubDbContext>(db =>
            {
                db.Promise("ada@exemple.test", subject, version, An.Now);
                return db.SaveChangesAsync(Token);
            });
            await SendAsync();
        }

        var first = (await OutboxAsync()).Single(m => m.Key.EndsWith("/1", StringComparison.Ordinal)).Id;
        Assert.DoesNotContain("In-Reply-To", server.Mails.First(), StringComparison.Ordinal);
        Assert.All(server.Mails.Skip(1), text => Assert.Contains($"In-Reply-To: <{first:N}@exemple.test>", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_odd_end_leaves_no_link_in_what_is_kept()
    {
        await PromiseAsync("link");

        await SendAsync();

        Assert.Equal("cannot write https://…", Assert.Single(await OutboxAsync()).LastError);
    }

    private Task PromiseAsync(params string[] kinds) => app.DoAsync<HubDbContext>(db =>
    {
        foreach (var kind in kinds)
        {
            db.Promise(kind, Guid.NewGuid(), 1, An.Now);
        }

        return db.SaveChangesAsync(Token);
    });

    private async Task SendAsync()
    {
        while (await app.AskAsync<OutboxSender, int>(sender => sender.SendDueAsync(Token)) > 0)
        {
        }
    }

    private Task<List<OutboxMessage>> OutboxAsync() => app.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync(Token));

    /// <summary>Writes to the address that the kind is; other kinds are trouble.</summary>
    private sealed class PlainComposer(TimeProvider clock) : IMailComposer
    {
        public bool Composes(string kind) => true;

        public Task<MailDraft?> ComposeAsync(OutboxMessage message, CancellationToken ct)
        {
            if (message.Kind.StartsWith("slow", StringComparison.Ordinal))
            {
                ((StillClock)clock).Now += TimeSpan.FromMinutes(2);
            }

            return message.Kind switch
            {
                "throws" => throw new InvalidOperationException("cannot"),
                "link" => throw new InvalidOperationException("cannot write https://hub.example/inscriptions/secret"),
                _ => Task.FromResult<MailDraft?>(new(message.Kind, "Ada", "fr", message.Kind, "Hub")),
            };
        }
    }

    private sealed class PlainRenderer : IMailRenderer
    {
        public Task<MailText> RenderAsync(object model, System.Globalization.CultureInfo culture) =>
            model is "template" ? throw new FormatException("no template") : Task.FromResult(new MailText("Objet", "Bonjour", "<p>Bonjour</p>"));
    }
}

public sealed class MailDeliveryOnSqliteTests() : MailDeliveryTests(additions => new SqliteHub { Additions = additions, IsSound = false });

public sealed class MailDeliveryOnPostgreSqlTests(PostgreSqlServer server) : MailDeliveryTests(additions => new PostgreSqlHub(server) { Additions = additions, IsSound = false });
