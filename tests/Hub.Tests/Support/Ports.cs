using System.Net;
using System.Net.Sockets;

namespace Hub.Tests.Support;

public static class Ports
{
    /// <summary>A port of the loopback that nobody listens on, yet.</summary>
    public static int Free()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
