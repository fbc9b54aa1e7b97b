using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Hub.Core.Notifications;

/// <summary>Lines to and from a server, over TCP and, once asked for, TLS.</summary>
internal sealed class SmtpStream : IDisposable
{
    /// <summary>RFC 5321, section 4.5.3.1.5 says 512 octets; some servers write more.</summary>
    private const int LongestLine = 2000;

    private const int MostLines = 100;

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] received = new byte[4096];
    private Stream stream = Stream.Null;
    private int next;
    private int end;

    public bool IsSecure { get; private set; }

    /// <summary>The server has said more than was asked.</summary>
    public bool HasUnread => next < end;

    public IPEndPoint? LocalEndPoint => socket.LocalEndPoint as IPEndPoint;

    public async Task ConnectAsync(string host, int port, TimeSpan limit, CancellationToken ct)
    {
        await WithinAsync(limit, "Nobody accepted a connection", ct => socket.ConnectAsync(host, port, ct).AsTask(), ct);
        stream = new NetworkStream(socket, ownsSocket: true);
    }

    /// <exception cref="System.Security.Authentication.AuthenticationException">The certificate is not to be believed.</exception>
    public async Task SecureAsync(SslClientAuthenticationOptions options, TimeSpan limit, CancellationToken ct)
    {
        SslStream secured = new(stream, leaveInnerStreamOpen: false);
        stream = secured;
        await WithinAsync(limit, "TLS was not agreed on", ct => secured.AuthenticateAsClientAsync(options, ct), ct);
        IsSecure = true;
    }

    public Task WriteAsync(string lines, TimeSpan limit, CancellationToken ct) => WriteAsync(Encoding.UTF8.GetBytes(lines), limit, ct);

    public Task WriteAsync(ReadOnlyMemory<byte> octets, TimeSpan limit, CancellationToken ct) =>
        WithinAsync(limit, "The server stopped reading", async ct =>
        {
            await stream.WriteAsync(octets, ct);
            await stream.FlushAsync(ct);
        }, ct);

    public async Task<SmtpReply> ReadAsync(SmtpStep step, TimeSpan limit, CancellationToken ct)
    {
        SmtpReply? reply = null;
        await WithinAsync(limit, $"{step}: the server did not answer", async ct => reply = await ReadReplyAsync(ct), ct);
        return reply!;
    }

    public void Dispose()
    {
        stream.Dispose();
        socket.Dispose();
    }

    private async Task<SmtpReply> ReadReplyAsync(CancellationToken ct)
    {
        List<string> lines = [];
        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(ct);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is < 200 or > 599 || (line.Length > 3 && line[3] is not (' ' or '-')))
            {
                throw new SmtpProtocolException("The server answered something that is not SMTP.");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
            {
                return new(code, lines);
            }
        }

        throw new SmtpProtocolException("The server's answer has no end.");
    }

    private async Task<string> ReadLineAsync(CancellationToken ct)
    {
        List<byte> line = [];
        while (line.Count <= LongestLine)
        {
            if (next == end)
            {
                (next, end) = (0, await stream.ReadAsync(received, ct));
                if (end == 0)
                {
                    throw new IOException("The server closed the connection.");
                }
            }

            var octet = received[next++];
            if (octet == '\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(octet);
        }

        throw new SmtpProtocolException("The server's answer has a line without end.");
    }

    private static async Task WithinAsync(TimeSpan limit, string lapse, Func<CancellationToken, Task> work, CancellationToken ct)
    {
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(ct);
        watch.CancelAfter(limit);
        try
        {
            await work(watch.Token);
        }
        catch (OperationCanceledException exception) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"{lapse} within {limit.TotalSeconds:0.#} seconds.", exception);
        }
    }
}
