using System.Net.Security;
using System.Net.Sockets;

namespace Hub.Core.Notifications;

/// <summary>
/// One connection to a submission server (RFC 5321, 6409), over which mails go one after the other. What is extra is
/// used when offered: PIPELINING (RFC 2920), 8BITMIME (RFC 6152), SMTPUTF8 (RFC 6531).
/// </summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private readonly SmtpStream stream = new();
    private readonly SmtpTimeouts timeouts;
    private SmtpOffers offers = SmtpOffers.None;

    private SmtpConnection(SmtpTimeouts timeouts) => this.timeouts = timeouts;

    /// <summary>Nothing went wrong that would leave the two sides with different ideas of where they are.</summary>
    public bool IsUsable { get; private set; }

    /// <summary>The text of the last mail has begun to leave: the server may have it, whatever it said after.</summary>
    public bool HasSentContent { get; private set; }

    /// <summary>Connects, secures and logs in as <paramref name="mail"/> says, or fails: never with less than that.</summary>
    public static async Task<SmtpConnection> OpenAsync(MailOptions mail, SslClientAuthenticationOptions tls, SmtpTimeouts timeouts, CancellationToken ct)
    {
        SmtpConnection connection = new(timeouts);
        try
        {
            await connection.GreetAsync(mail, tls, ct);
            if (mail.UserName is { Length: > 0 } user)
            {
                await new SmtpLogin(connection.stream, connection.offers, timeouts.Command).LogInAsync(user, mail.Password ?? "", ct);
            }

            connection.IsUsable = true;
            return connection;
        }
        catch
        {
            connection.stream.Dispose();
            throw;
        }
    }

    /// <summary>Returns when the server has taken the mail. Once its text is leaving, nobody calls it back: that ends by its own time limits.</summary>
    public async Task SendAsync(Envelope envelope, CancellationToken ct)
    {
        HasSentContent = false;
        IsUsable = false;
        var refusal = await AskAsync(envelope, ct);
        if (refusal is null)
        {
            HasSentContent = true;
            await stream.WriteAsync(SmtpText.Stuffed(envelope.Content), timeouts.Content, CancellationToken.None);
            var verdict = await stream.ReadAsync(SmtpStep.Content, timeouts.Verdict, CancellationToken.None);
            refusal = verdict.IsPositive ? null : new(SmtpStep.Content, verdict);
        }

        if (refusal is not null)
        {
            IsUsable = refusal.Reply.Code != SmtpReply.Closing && await TryForgetAsync();
            throw refusal;
        }

        IsUsable = true;
    }

    /// <summary>Says good-bye, if anybody is there to hear it.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (IsUsable)
            {
                IsUsable = false;
                await stream.WriteAsync("QUIT\r\n", timeouts.Farewell, CancellationToken.None);
                await stream.ReadAsync(SmtpStep.Reset, timeouts.Farewell, CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is IOException or TimeoutException or SocketException)
        {
            // Gone already, which is what was wanted.
        }
        finally
        {
            stream.Dispose();
        }
    }

    private async Task GreetAsync(MailOptions mail, SslClientAuthenticationOptions tls, CancellationToken ct)
    {
        await stream.ConnectAsync(mail.Host!, mail.SmtpPort, timeouts.Connect, ct);
        if (mail.Tls is SmtpTls.Implicit)
        {
            await stream.SecureAsync(tls, timeouts.Command, ct);
        }

        Expect(SmtpStep.Greeting, await stream.ReadAsync(SmtpStep.Greeting, timeouts.Command, ct));
        await HelloAsync(ct);
        if (mail.Tls is SmtpTls.StartTls)
        {
            await StartTlsAsync(tls, ct);
            await HelloAsync(ct); // what was offered in clear may be somebody else's offer (RFC 3207, section 4.2)
        }
    }

    private async Task StartTlsAsync(SslClientAuthenticationOptions tls, CancellationToken ct)
    {
        if (!offers.Has("STARTTLS"))
        {
            throw new SmtpProtocolException("The server offers no STARTTLS.");
        }

        Expect(SmtpStep.StartTls, await AskAsync(SmtpStep.StartTls, "STARTTLS", ct));
        if (stream.HasUnread)
        {
            // Somebody in between would have it taken for what the server says under TLS (CVE-2011-0411).
            throw new SmtpProtocolException("Words in clear came after STARTTLS.");
        }

        await stream.SecureAsync(tls, timeouts.Command, ct);
    }

    private async Task HelloAsync(CancellationToken ct)
    {
        var reply = await AskAsync(SmtpStep.Hello, $"EHLO {SmtpText.Literal(stream.LocalEndPoint)}", ct);
        Expect(SmtpStep.Hello, reply);
        offers = new(reply);
    }

    /// <summary>The envelope, in one go where the server allows it.</summary>
    /// <returns>The first thing the server refused; null when it waits for the text.</returns>
    private async Task<SmtpRefusedException?> AskAsync(Envelope envelope, CancellationToken ct)
    {
        (SmtpStep Step, string Line)[] commands =
        [
            (SmtpStep.Sender, $"MAIL FROM:{SmtpText.Path(envelope.From)}{SmtpText.Parameters(envelope, offers)}\r\n"),
            (SmtpStep.Addressee, $"RCPT TO:{SmtpText.Path(envelope.To)}\r\n"),
            (SmtpStep.Data, "DATA\r\n"),
        ];
        var pipelines = offers.Has("PIPELINING");
        if (pipelines)
        {
            await stream.WriteAsync(string.Concat(commands.Select(c => c.Line)), timeouts.Command, ct);
        }

        SmtpRefusedException? refusal = null;
        foreach (var (step, line) in commands)
        {
            if (!pipelines)
            {
                await stream.WriteAsync(line, timeouts.Command, ct);
            }

            SmtpReply reply;
            try
            {
                reply = await stream.ReadAsync(step, timeouts.Command, ct);
            }
            catch (IOException) when (refusal is not null)
            {
                break; // refused, then closed: the refusal says why
            }

            if (step is SmtpStep.Data && reply.Code == 354 && refusal is not null)
            {
                // It waits for a mail nobody may have: an empty one (RFC 2920, section 3.1).
                await stream.WriteAsync(".\r\n", timeouts.Command, ct);
                await stream.ReadAsync(SmtpStep.Data, timeouts.Command, ct);
            }

            refusal ??= (step is SmtpStep.Data ? reply.Code == 354 : reply.IsPositive) ? null : new(step, reply);
            if (refusal is not null && (!pipelines || reply.Code == SmtpReply.Closing))
            {
                break;
            }
        }

        return refusal;
    }

    /// <summary>After a refusal both sides start from nothing again.</summary>
    private async Task<bool> TryForgetAsync()
    {
        try
        {
            await stream.WriteAsync("RSET\r\n", timeouts.Farewell, CancellationToken.None);
            return (await stream.ReadAsync(SmtpStep.Reset, timeouts.Farewell, CancellationToken.None)).IsPositive;
        }
        catch (Exception exception) when (exception is IOException or TimeoutException or SocketException)
        {
            return false;
        }
    }

    private async Task<SmtpReply> AskAsync(SmtpStep step, string command, CancellationToken ct)
    {
        await stream.WriteAsync(command + "\r\n", timeouts.Command, ct);
        return await stream.ReadAsync(step, timeouts.Command, ct);
    }

    private static void Expect(SmtpStep step, SmtpReply reply)
    {
        if (!reply.IsPositive)
        {
            throw new SmtpRefusedException(step, reply);
        }
    }
}
