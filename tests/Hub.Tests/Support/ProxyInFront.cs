using System.Net;

namespace Hub.Tests.Support;

/// <summary>Takes a browser's https and speaks http to the hub: cookies for https alone travel, and the hub is told the scheme.</summary>
internal sealed class ProxyInFront() : DelegatingHandler(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly CookieContainer cookies = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var outside = new UriBuilder(request.RequestUri!) { Scheme = "https" }.Uri;
        request.Headers.Add("X-Forwarded-Proto", "https");
        if (cookies.GetCookieHeader(outside) is { Length: > 0 } held)
        {
            request.Headers.Add("Cookie", held);
        }

        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            cookies.SetCookies(outside, cookie);
        }

        return answer;
    }
}
