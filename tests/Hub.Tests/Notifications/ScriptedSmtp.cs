using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Hub.Core.Notifications;

namespace Hub.Tests.Notifications;

/// <summary>A submission server on a real socket that answers what a test wants it to.</summary>
internal sealed class ScriptedSmtp : IAsyncDisposable
{
    /// <summary>Instead of an answer: the connection ends, or nothing comes at all.</summary>
    public const string Drop = "drop", Hang = "hang";

    /// <summary>What the end of a mail's text is called in <see cref="Answer"/> and <see cref="Heard"/>.</summary>
    public const string Content = "(content)";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly SmtpTls tls;
    private readonly X509Certificate2 certificate;
    private readonly Task accepting;
    private int connections;

    public ScriptedSmtp(SmtpTls tls, X509Certificate2 certificate)
    {
        (this.tls, this.certificate) = (tls, certificate);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    public int Connections => connections;

    /// <summary>Under TLS, where there is any.</summary>
    public string[] Offers { get; init; } = ["PIPELINING", "8BITMIME", "AUTH PLAIN LOGIN"];

    public string Greeting { get; init; } = "220 ready";

    public string[] OffersInClear { get; init; } = ["STARTTLS", "AUTH PLAIN LOGIN"];

    /// <summary>The answer to a line; null for the usual one.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>Lines, the text of mails left out.</summary>
    public ConcurrentQueue<string> Heard { get; } = [];

    /// <summary>Texts as they came, dots and all, whatever the server answered then; one character an octet.</summary>
    public ConcurrentQueue<string> Mails { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await accepting;
        listener.Stop();
        end.Dispose();
        certificate.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> talks = [];
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(end.Token);
                Interlocked.Increment(ref connections);
                talks.Add(TalkAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            Stream stream = client.GetStream();
            stream = tls is SmtpTls.Implicit ? await SecureAsync(stream) : stream;
            await SayAsync(stream, Greeting);
            if (await ServeAsync(stream, tls is SmtpTls.StartTls ? OffersInClear : Offers))
            {
                await ServeAsync(await SecureAsync(stream), Offers);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The other side has gone, as some tests want it to.
        }
    }

    private async Task<Stream> SecureAsync(Stream stream)
    {
        SslStream secured = new(stream);
        await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, end.Token);
        return secured;
    }

    /// <returns>Whether TLS is to begin.</returns>
    private async Task<bool> ServeAsync(Stream stream, string[] offers)
    {
        using StreamReader lines = new(stream, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, bufferSize: 1024, leaveOpen: true);
        while (await lines.ReadLineAsync(end.Token) is { } line)
        {
            Heard.Enqueue(line);
            var answer = Answer(line) ?? Usual(line, offers);
            if (!await SayAsync(stream, answer) || line == "QUIT" || answer.StartsWith("421", StringComparison.Ordinal))
            {
                return false;
            }

            if (line == "STARTTLS" && answer.StartsWith("220", StringComparison.Ordinal))
            {
                return true;
            }

            if (line == "DATA" && answer.StartsWith("354", StringComparison.Ordinal) && !await TakeAsync(stream, lines))
            {
                return false;
            }
        }

        return false;
    }

    private async Task<bool> TakeAsync(Stream stream, StreamReader lines)
    {
        StringBuilder text = new();
        for (string? line; (line = await lines.ReadLineAsync(end.Token)) != ".";)
        {
            if (line is null)
            {
                return false;
            }

            text.Append(line).Append("\r\n");
        }

        Heard.Enqueue(Content);
        Mails.Enqueue(text.ToString());
        return await SayAsync(stream, Answer(Content) ?? "250 taken");
    }

    private async Task<bool> SayAsync(Stream stream, string answer)
    {
        if (answer == Hang)
        {
            await Task.Delay(Timeout.Infinite, end.Token);
        }

        if (answer == Drop)
        {
            return false;
        }

        await stream.WriteAsync(Encoding.Latin1.GetBytes(answer + "\r\n"), end.Token);
        return true;
    }

    private static string Usual(string line, string[] offers) => line.Split(' ')[0] switch
    {
        "EHLO" => string.Concat(offers.Prepend("scripted").SkipLast(1).Select(o => $"250-{o}\r\n")) + $"250 {offers.Prepend("scripted").Last()}",
        "STARTTLS" => "220 go on",
        "AUTH" when line == "AUTH LOGIN" => "334 VXNlcm5hbWU6",
        "AUTH" => "235 welcome",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        _ => "250 well",
    };
}
