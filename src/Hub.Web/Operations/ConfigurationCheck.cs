using System.Net;

namespace Hub.Web.Operations;

/// <summary>Settings that a hub starts with and that make it useless, or open to abuse, all the same.</summary>
public static class ConfigurationCheck
{
    private static readonly string[] Local = ["localhost", "127.0.0.1", "[::1]"];

    public static IEnumerable<Finding> Examine(IConfiguration settings, bool production) =>
        [Origin(settings["Hub:PublicOrigin"], production), Sender(settings["Mail:From"], production), Hosts(settings, production), Proxies(settings, production)];

    private static Finding Origin(string? value, bool production)
    {
        const string Advice = "set Hub:PublicOrigin to the address people type, such as https://hub.example.org";
        if (!Uri.TryCreate(value, UriKind.Absolute, out var origin) || origin.Scheme is not ("http" or "https"))
        {
            return new(Severity.Error, "origin", $"Hub:PublicOrigin is '{value}', which is no address", Advice);
        }

        return production && (origin.Scheme is not "https" || Local.Contains(origin.Host) || origin.PathAndQuery is not "/")
            ? new(Severity.Error, "origin", $"links in mails would begin with {value}: not https, of this machine only, or with a path", Advice)
            : new(Severity.Ok, "origin", $"links in mails begin with {value}");
    }

    private static Finding Sender(string? from, bool production) =>
        production && (from is null || from.EndsWith("@localhost", StringComparison.OrdinalIgnoreCase) || from.EndsWith(".localdomain", StringComparison.OrdinalIgnoreCase))
            ? new(Severity.Warning, "sender", $"mails come from {from ?? "hub@localhost.localdomain"}, which relays refuse", "set Mail:From to an address of a domain of yours")
            : new(Severity.Ok, "sender", $"mails come from {from ?? "hub@localhost.localdomain"}");

    private static Finding Hosts(IConfiguration settings, bool production)
    {
        var names = (settings["AllowedHosts"] ?? "*").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (production && (names.Length == 0 || names.Contains("*")))
        {
            return new(Severity.Warning, "hosts", "the hub answers to any host name", "list the names in AllowedHosts, separated by semicolons");
        }

        return Uri.TryCreate(settings["Hub:PublicOrigin"], UriKind.Absolute, out var origin) && !names.Contains("*") && !names.Any(name => Covers(name, origin.Host))
            ? new(Severity.Error, "hosts", $"AllowedHosts ({string.Join(';', names)}) lacks {origin.Host}: everybody is refused", $"add {origin.Host}")
            : new(Severity.Ok, "hosts", $"the hub answers to {string.Join(", ", names)}");
    }

    private static Finding Proxies(IConfiguration settings, bool production)
    {
        var proxies = settings.GetSection("Hub:TrustedProxies").Get<string[]>() ?? [];
        return (proxies.FirstOrDefault(p => !IPAddress.TryParse(p, out _)), proxies.Length) switch
        {
            ({ } wrong, _) => new(Severity.Error, "proxies", $"'{wrong}' in Hub:TrustedProxies is no IP address: the hub will not start", "write the address of the proxy, such as 127.0.0.1"),
            (_, 0) when production => new(Severity.Warning, "proxies", "no proxy is trusted: visitors seem to come by http, all from one address", "set Hub:TrustedProxies to the address of the reverse proxy"),
            _ => new(Severity.Ok, "proxies", proxies.Length == 0 ? "no proxy is trusted" : $"trusted: {string.Join(", ", proxies)}"),
        };
    }

    private static bool Covers(string name, string host) => name.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(name[1..], StringComparison.OrdinalIgnoreCase)
        : name.Equals(host, StringComparison.OrdinalIgnoreCase);
}
