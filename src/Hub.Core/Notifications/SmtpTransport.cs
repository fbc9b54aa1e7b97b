using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace Hub.Core.Notifications;

/// <summary>
/// Hands mails to a submission server over one connection, kept while there is work. What goes wrong before a mail is
/// spoken of stops all mails; what goes wrong after stops that mail. Neither falls back on less than the settings say.
/// </summary>
public sealed class SmtpTransport(IOptions<MailOptions> options, SmtpTimeouts timeouts, TimeProvider clock) : IMailTransport, IAsyncDisposable
{
    /// <summary>Authentication required (RFC 4954, section 6): the settings lack a login.</summary>
    private const int LoginRequired = 530;

    private readonly SemaphoreSlim turn = new(1);
    private SmtpConnection? connection;
    private long lastUsed;

    public TimeSpan Patience => timeouts.Longest;

    private string Where => $"{options.Value.Host}:{options.Value.SmtpPort}";

    public async Task DeliverAsync(Envelope envelope, CancellationToken ct)
    {
        using var opening = CancellationTokenSource.CreateLinkedTokenSource(ct);
        opening.CancelAfter(timeouts.Opening);
        try
        {
            await turn.WaitAsync(opening.Token);
            try
            {
                await DeliverInTurnAsync(envelope, opening.Token);
            }
            finally
            {
                lastUsed = clock.GetTimestamp();
                turn.Release();
            }
        }
        catch (OperationCanceledException exception) when (!ct.IsCancellationRequested)
        {
            var lapse = $"{Where}: no mail could begin within {timeouts.Opening.TotalSeconds:0.#} seconds.";
            throw connection is null ? new TransportDownException(lapse, needsOperator: false, exception) : new TimeoutException(lapse, exception);
        }
        catch (SmtpRefusedException refusal) when (refusal.Reply.IsPermanent)
        {
            throw Judge(refusal);
        }
    }

    public async Task<string> ProbeAsync(CancellationToken ct)
    {
        await using var probe = await OpenAsync(ct);
        return $"{options.Value.Host}:{options.Value.SmtpPort} takes mails{(options.Value.UserName is { Length: > 0 } user ? $" from {user}" : "")}";
    }

    public async Task RestAsync()
    {
        await turn.WaitAsync();
        try
        {
            if (connection is not null && clock.GetElapsedTime(lastUsed) >= timeouts.Idle)
            {
                await CloseAsync();
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        turn.Dispose();
    }

    private async Task DeliverInTurnAsync(Envelope envelope, CancellationToken ct)
    {
        if (connection is { IsUsable: true } kept)
        {
            try
            {
                await kept.SendAsync(envelope, ct);
                return;
            }
            catch (Exception exception) when (IsGone(exception) && !kept.HasSentContent)
            {
                // The server closed it while nothing was to do. Nothing of this mail is there yet.
            }
        }

        await CloseAsync();
        connection = await OpenAsync(ct);
        await connection.SendAsync(envelope, ct);
    }

    private static bool IsGone(Exception exception) =>
        exception is IOException or TimeoutException or SocketException or SmtpRefusedException { Reply.Code: SmtpReply.Closing };

    private async Task<SmtpConnection> OpenAsync(CancellationToken ct)
    {
        try
        {
            return await SmtpConnection.OpenAsync(options.Value, Tls(options.Value), timeouts, ct);
        }
        catch (SmtpRefusedException refusal)
        {
            throw new TransportDownException($"{Where}: {refusal.Message}", refusal.Reply.IsPermanent, refusal);
        }
        catch (Exception exception) when (exception is AuthenticationException or SmtpProtocolException or CryptographicException)
        {
            throw new TransportDownException($"{Where}: {exception.Message}", needsOperator: true, exception);
        }
        catch (Exception exception) when (exception is IOException or SocketException or TimeoutException)
        {
            throw new TransportDownException($"{Where}: {exception.Message}", needsOperator: false, exception);
        }
    }

    /// <summary>All mails have the same sender, and the same right to be sent: a refusal of these is no fault of this mail.</summary>
    private static Exception Judge(SmtpRefusedException refusal) =>
        refusal.Step is SmtpStep.Sender || refusal.Reply.Code == LoginRequired
            ? new TransportDownException(refusal.Message, needsOperator: true, refusal)
            : new MailRefusedException(refusal.Message, byAddressee: refusal.Step is SmtpStep.Addressee);

    private static SslClientAuthenticationOptions Tls(MailOptions mail)
    {
        // A resumed session would not show the certificate again.
        SslClientAuthenticationOptions tls = new() { TargetHost = mail.Host, AllowTlsResume = false };
        if (mail.TrustedCertificate is { Length: > 0 } file)
        {
            X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPemFile(file);
            tls.CertificateChainPolicy = policy;
        }

        return tls;
    }

    private async ValueTask CloseAsync()
    {
        if (connection is { } gone)
        {
            connection = null;
            await gone.DisposeAsync();
        }
    }
}
