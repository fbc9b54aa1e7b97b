using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Hub.Tests.Support;

/// <summary>
/// Requests that arrive at once: each goes out on its own connection but for its last octet, then all the last octets
/// together, so that the server starts on all of them within the same instant.
/// </summary>
public static class Burst
{
    /// <returns>The status code of each answer.</returns>
    public static async Task<int[]> PostAsync(Uri origin, string cookie, IEnumerable<(string Path, string Form)> requests, CancellationToken ct)
    {
        var connections = new List<(TcpClient Client, byte[] LastOctet)>();
        foreach (var (path, form) in requests)
        {
            TcpClient client = new() { NoDelay = true };
            await client.ConnectAsync("127.0.0.1", origin.Port, ct);
            var request = Encoding.ASCII.GetBytes(
                $"POST {path} HTTP/1.1\r\nHost: localhost:{origin.Port}\r\nConnection: close\r\nCookie: {cookie}\r\n"
                + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}");
            await client.GetStream().WriteAsync(request.AsMemory(..^1), ct);
            connections.Add((client, request[^1..]));
        }

        await Task.WhenAll(connections.Select(c => c.Client.GetStream().WriteAsync(c.LastOctet, ct).AsTask()));
        return await Task.WhenAll(connections.Select(c => StatusAsync(c.Client, ct)));
    }

    private static async Task<int> StatusAsync(TcpClient client, CancellationToken ct)
    {
        using var _ = client;
        using StreamReader answer = new(client.GetStream());
        var line = await answer.ReadLineAsync(ct) ?? "";
        await answer.ReadToEndAsync(ct);
        return int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
