using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Hub.Web.Operations;

public static class ProxySetup
{
    extension(IServiceCollection services)
    {
        /// <summary>Believes X-Forwarded-For and X-Forwarded-Proto from the addresses of <c>Hub:TrustedProxies</c>, and from nobody else.</summary>
        public void AddTrustedProxies(IConfiguration configuration) => services.Configure<ForwardedHeadersOptions>(options =>
        {
            var proxies = configuration.GetSection("Hub:TrustedProxies").Get<string[]>() ?? [];

            // With both lists empty the middleware would believe everybody.
            options.ForwardedHeaders = proxies.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var proxy in proxies)
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
    }
}
