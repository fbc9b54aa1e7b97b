using System.Diagnostics;
using System.Text;
using Hub.Core.Notifications;
using Microsoft.Extensions.Options;

namespace Hub.Tests.Notifications;

/// <summary>The dialogue with the submission server, against one that says what each test needs.</summary>
public sealed class SmtpTransportTests : IDisposable
{
    private readonly TestAuthority authority = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => authority.Dispose();

    [Theory]
    [InlineData(SmtpTls.Implicit)]
    [InlineData(SmtpTls.StartTls)]
    public async Task A_mail_travels_under_tls_after_a_login(SmtpTls tls)
    {
        await using ScriptedSmtp server = new(tls, authority.Issue());
        await SendAsync(server, tls);

        Assert.Equal(["MAIL FROM:<hub@exemple.test>", "RCPT TO:<ada@exemple.test>", "DATA", ScriptedSmtp.Content, "QUIT"], server.Heard.TakeLast(5));
        Assert.Contains($"AUTH PLAIN {Base64("\0hub\0secret")}", server.Heard);
        Assert.Equal(tls is SmtpTls.StartTls ? 2 : 1, server.Heard.Count(line => line == "EHLO [127.0.0.1]"));
        Assert.Equal("Subject: x\r\n\r\nbonjour\r\n", Assert.Single(server.Mails));
    }

    [Fact]
    public async Task Without_plain_the_login_goes_step_by_step()
    {
        await using ScriptedSmtp server = new(SmtpTls.Implicit, authority.Issue())
        {
            Offers = ["AUTH LOGIN"],
            Answer = line => line == Base64("hub") ? "334 UGFzc3dvcmQ6" : line == Base64("secret") ? "235 welcome" : null,
        };
        await SendAsync(server);

        Assert.Equal(["AUTH LOGIN", Base64("hub"), Base64("secret")], server.Heard.Skip(1).Take(3));
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task Without_pipelining_each_answer_is_awaited()
    {
        await using ScriptedSmtp server = new(SmtpTls.Implicit, authority.Issue()) { Offers = ["AUTH PLAIN"], Answer = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 no" : null };

        await Assert.ThrowsAsync<MailRefusedException>(() => SendAsync(server));

        Assert.DoesNotContain("DATA", server.Heard);
        Assert.Equal("RSET", server.Heard.SkipLast(1).Last());
    }

    [Fact]
    public async Task Dots_at_the_beginning_of_a_line_come_through()
    {
        await using ScriptedSmtp server = new(SmtpTls.Implicit, authority.Issue());
        await SendAsync(server, content: "Subject: x\r\n\r\n.\r\n..deux\r\nligne sèche\n.fin");

        Assert.Equal("Subject: x\r\n\r\n..\r\n...deux\r\nligne sÃ¨che\r\n..fin\r\n", Assert.Single(server.Mails));
        Assert.Contains("MAIL FROM:<hub@exemple.test> BODY=8BITMIME", server.Heard);
    }

    [Fact]
    public async Task An_address_with_accents_asks_for_what_it_needs_or_is_refused()
    {
        await using ScriptedSmtp able = new(SmtpTls.Implicit, authority.Issue()) { Offers = ["AUTH PLAIN", "SMTPUTF8"] };
        await using ScriptedSmtp unable = new(SmtpTls.Implicit, authority.Issue());

        await SendAsync(able, to: "maëlle@exemple.test");
        await Assert.ThrowsAsync<MailRefusedException>(() => SendAsync(unable, to: "maëlle@exemple.test"));

        Assert.Contains("MAIL FROM:<hub@exemple.test> SMTPUTF8", able.Heard);
        Assert.Empty(unable.Mails);
    }

    [Fact]
    public async Task One_connection_carries_many_mails_and_a_refusal_between_them()
    {
        await using ScriptedSmtp server = new(SmtpTls.Implicit, authority.Issue()) { Answer = line => line.Contains("refused@", StringComparison.Ordinal) ? "550-5.1.1 nobody\r\n550 of that name" : null };
        await using var transport = Transport(server);

        await transport.DeliverAsync(Mail(), Token);
        var refusal = await Assert.ThrowsAsync<MailRefusedException>(() => transport.DeliverAsync(Mail("refused@exemple.test"), Token));
        await transport.DeliverAsync(Mail(), Token);

        Assert.True(refusal.ByAddressee);
        Assert.Contains("550 5.1.1 nobody of that name", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Connections);
        Assert.Equal(["Subject: x\r\n\r\nbonjour\r\n", "", "Subject: x\r\n\r\nbonjour\r\n"], server.Mails);
        Assert.Single(server.Heard, line => line == "RSET");
    }

    [Theory]
    [InlineData("550 no", "", true)]
    [InlineData("", "554 spam, see https://filtre.exemple/?u=https://hub.exemple/inscriptions/secret", false)]
    public async Task A_refusal_for_good_says_whose_it_is_and_keeps_links_to_itself(string toAddressee, string toContent, bool byAddressee)
    {
        await using ScriptedSmtp server = new(SmtpTls.Implicit, authority.Issue());
        server.Answer = line => line.StartsWith("RCPT", StringComparison.Ordinal) && toAddressee.Length > 0 ? toAddressee : line == ScriptedSmtp.Content && toContent.Length > 0 ? toContent : null;

        var refusal = await Assert.ThrowsAsync<MailRefusedException>(() => SendAsync(server));

        Assert.Equal(byAddressee, refusal.ByAddressee);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_closed_while_idle_is_opened_again_without_a_word()
    {
        var spoken = 0;
        await using ScriptedSmtp server = new(SmtpTls.Implicit, authority.Issue()) { Answer = line => line.StartsWith("MAIL", StringComparison.Ordinal) && ++spoken == 2 ? "421 idle for too long" : null };
        await using var transport = Transport(server);

        await transport.DeliverAsync(Mail(), Token);
        await transport.DeliverAsync(Mail(), Token);

        Assert.Equal((2, 2), (server.Connections, server.Mails.Count));
    }

    [Fact]
    public async Task A_connection_without_work_says_good_bye()
    {
        await using ScriptedSmtp server = new(SmtpTls.Implicit, authority.Issue());
        await using var transport = Transport(server, new() { Idle = TimeSpan.Zero });
        await transport.DeliverAsync(Mail(), Token);

        await transport.RestAsync();

        Assert.Equal("QUIT", server.Heard.Last());
    }

    [Fact]
    public async Task What_was_cut_off_after_its_text_left_is_not_sent_a_second_time_at_once()
    {
        await using ScriptedSmtp server = new(SmtpTls.Implicit, authority.Issue()) { Answer = line => line == ScriptedSmtp.Content ? ScriptedSmtp.Drop : null };

        await Assert.ThrowsAnyAsync<IOException>(() => SendAsync(server));

        Assert.Equal((1, 1), (server.Connections, server.Mails.Count));
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData(ScriptedSmtp.Content)]
    public async Task Silence_has_an_end(string step)
    {
        await using ScriptedSmtp server = new(SmtpTls.Implicit, authority.Issue()) { Answer = line => line.StartsWith(step, StringComparison.Ordinal) ? ScriptedSmtp.Hang : null };
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAsync<TimeoutException>(() => SendAsync(server, timeouts: Hurried));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Silence_instead_of_a_greeting_stops_all_mails()
    {
        await using ScriptedSmtp server = new(SmtpTls.Implicit, authority.Issue()) { Greeting = ScriptedSmtp.Hang };

        Assert.False((await DownAsync(server, timeouts: Hurried)).NeedsOperator);
        Assert.False((await DownAsync(server, timeouts: new() { Opening = TimeSpan.FromSeconds(1) })).NeedsOperator);
    }

    [Fact]
    public void No_delivery_outlasts_the_claim_on_its_mail() => Assert.InRange(new SmtpTimeouts().Longest, TimeSpan.Zero, TimeSpan.FromMinutes(4));

    [Theory]
    [InlineData("AUTH", "535 5.7.8 wrong", true)]
    [InlineData("AUTH", "454 later", false)]
    [InlineData("MAIL", "553 not your address", true)]
    [InlineData("MAIL", "530 5.7.0 log in first", true)]
    [InlineData("EHLO", "554 not for you", true)]
    public async Task What_concerns_every_mail_is_held_against_none(string step, string answer, bool needsOperator)
    {
        await using ScriptedSmtp server = new(SmtpTls.Implicit, authority.Issue()) { Answer = line => line.StartsWith(step, StringComparison.Ordinal) ? answer : null };

        var down = await DownAsync(server);

        Assert.Equal(needsOperator, down.NeedsOperator);
        Assert.Contains(answer, down.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", down.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Mails, text => text.Length > 0);
    }

    [Theory]
    [InlineData("PIPELINING")]
    [InlineData("AUTH GSSAPI")]
    public async Task Without_a_way_to_log_in_nothing_is_sent(string offer)
    {
        await using ScriptedSmtp server = new(SmtpTls.Implicit, authority.Issue()) { Offers = [offer] };

        Assert.True((await DownAsync(server)).NeedsOperator);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("another name")]
    [InlineData("another authority")]
    public async Task A_certificate_that_is_not_right_ends_the_talk(string fault)
    {
        using TestAuthority stranger = new();
        foreach (var tls in new[] { SmtpTls.Implicit, SmtpTls.StartTls })
        {
            await using ScriptedSmtp server = new(tls, fault switch
            {
                "expired" => authority.Issue(expired: true),
                "another name" => authority.Issue("ailleurs.exemple.test"),
                _ => stranger.Issue(),
            });

            Assert.True((await DownAsync(server, tls)).NeedsOperator);
            Assert.DoesNotContain(server.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Without_starttls_not_even_the_name_is_told()
    {
        await using ScriptedSmtp server = new(SmtpTls.StartTls, authority.Issue()) { OffersInClear = ["AUTH PLAIN"] };

        Assert.True((await DownAsync(server, SmtpTls.StartTls)).NeedsOperator);
        Assert.Equal(["EHLO [127.0.0.1]"], server.Heard);
    }

    [Fact]
    public async Task Words_slipped_in_before_tls_are_not_taken_for_the_servers()
    {
        await using ScriptedSmtp server = new(SmtpTls.StartTls, authority.Issue()) { Answer = line => line == "STARTTLS" ? "220 go on\r\n250-evil\r\n250 AUTH PLAIN" : null };

        var down = await DownAsync(server, SmtpTls.StartTls);

        Assert.True(down.NeedsOperator);
        Assert.Contains("STARTTLS", down.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request")]
    [InlineData("220_ready")]
    [InlineData("99 ready")]
    [InlineData("LONG")]
    [InlineData("ENDLESS")]
    public async Task What_is_not_smtp_is_not_read_for_ever(string greeting)
    {
        await using ScriptedSmtp server = new(SmtpTls.Implicit, authority.Issue())
        {
            Greeting = greeting switch { "LONG" => "220 " + new string('x', 100_000), "ENDLESS" => string.Concat(Enumerable.Repeat("220-x\r\n", 10_000)), _ => greeting },
        };

        Assert.True((await DownAsync(server)).NeedsOperator);
    }

    [Fact]
    public async Task Nobody_listening_stops_all_mails_for_a_while()
    {
        var server = new ScriptedSmtp(SmtpTls.Implicit, authority.Issue());
        await server.DisposeAsync();

        Assert.False((await DownAsync(server)).NeedsOperator);
    }

    private static SmtpTimeouts Hurried => new() { Command = TimeSpan.FromSeconds(3), Verdict = TimeSpan.FromSeconds(1), Farewell = TimeSpan.FromSeconds(1) };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static Envelope Mail(string to = "ada@exemple.test", string content = "Subject: x\r\n\r\nbonjour\r\n") =>
        new(Guid.NewGuid(), "hub@exemple.test", to, Encoding.UTF8.GetBytes(content));

    private SmtpTransport Transport(ScriptedSmtp server, SmtpTimeouts? timeouts = null, SmtpTls tls = SmtpTls.Implicit) => new(
        Options.Create(new MailOptions { Transport = MailTransport.Smtp, Host = "localhost", Port = server.Port, Tls = tls, UserName = "hub", Password = "secret", TrustedCertificate = authority.Path }),
        timeouts ?? new(),
        TimeProvider.System);

    private async Task SendAsync(ScriptedSmtp server, SmtpTls tls = SmtpTls.Implicit, string to = "ada@exemple.test", string content = "Subject: x\r\n\r\nbonjour\r\n", SmtpTimeouts? timeouts = null)
    {
        await using var transport = Transport(server, timeouts, tls);
        await transport.DeliverAsync(Mail(to, content), Token);
    }

    private Task<TransportDownException> DownAsync(ScriptedSmtp server, SmtpTls tls = SmtpTls.Implicit, SmtpTimeouts? timeouts = null) =>
        Assert.ThrowsAsync<TransportDownException>(() => SendAsync(server, tls, timeouts: timeouts));
}
